import { ChevronDown, ChevronRight, Table2 } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';

import { Button } from '../../design/button';
import { useInventory } from '../../stores';
import { Strip } from './strip';
import { Tables } from './tables';
import { useFolded } from './use-folded';
import { useIdle } from '../../design/use-idle';

const Charts = lazy(async () => ({ default: (await import('./charts')).Charts }));

/** The inventory at a glance: numbers, ages by scope and what comes due. All of it filters the rows below when pressed. */
export function Overview() {
  const [isFolded, fold] = useFolded();
  const [isInNumbers, setInNumbers] = useState(false);
  const isIdle = useIdle();
  const hasPicture = useInventory((state) => state.pictureRevision > 0);
  const id = useId();
  const Chevron = isFolded ? ChevronRight : ChevronDown;
  return (
    <section className="overview" aria-label="Overview">
      <div className="overview-head">
        <h2>
          <button
            type="button"
            className="overview-fold"
            aria-expanded={!isFolded}
            aria-controls={id}
            onClick={() => {
              fold(!isFolded);
            }}
          >
            <Chevron size={16} aria-hidden />
            Overview
          </button>
        </h2>
        <Strip />
        <span className="foot-spring" />
        {!isFolded && (
          <Button
            look="plain"
            title="Show as table"
            aria-pressed={isInNumbers}
            onClick={() => {
              setInNumbers(!isInNumbers);
            }}
          >
            <Table2 className="overview-table-icon" size={16} aria-hidden />
            <span className="overview-table-words">Show as table</span>
          </Button>
        )}
      </div>
      <div id={id} className={isInNumbers ? 'overview-tables' : 'overview-charts'} hidden={isFolded}>
        {!isFolded && hasPicture && isInNumbers && <Tables />}
        {!isFolded && !hasPicture && <p className="quiet">Drawn when the look has ended.</p>}
        {!isFolded && hasPicture && !isInNumbers && isIdle && (
          <Suspense fallback={null}>
            <Charts />
          </Suspense>
        )}
      </div>
    </section>
  );
}
