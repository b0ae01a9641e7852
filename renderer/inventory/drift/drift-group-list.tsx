import { useId, useState } from 'react';

import type { Instant } from '../../../shared/domain/instant';
import type { TokenRef } from '../../../shared/domain/token-ref';
import { Button } from '../../design/button';
import { countWord } from '../../words/count-words';
import type { DriftGroup } from './drift-groups';
import { DriftRow } from './drift-row';
import { DRIFT_MEANINGS, DRIFT_NAMES } from './drift-words';

const STEP = 100;

interface DriftGroupListProps {
  readonly group: DriftGroup;
  readonly now: Instant;
  readonly onShow: (ref: TokenRef) => void;
}

/** The changes of one kind, a hundred at a time. */
export function DriftGroupList({ group, now, onShow }: DriftGroupListProps) {
  const { kind, count, changes } = group;
  const titleId = useId();
  const [most, setMost] = useState(STEP);
  const left = changes.length - most;
  return (
    <section className="drift-group" aria-labelledby={titleId}>
      <h3 id={titleId}>
        {DRIFT_NAMES[kind]} <span className="drift-count">{countWord(count)}</span>
      </h3>
      <p className="quiet">{DRIFT_MEANINGS[kind]}</p>
      <ul>
        {changes.slice(0, most).map((change) => (
          <DriftRow key={change.token.ref} change={change} now={now} onShow={onShow} />
        ))}
      </ul>
      {left > 0 && (
        <Button
          look="plain"
          onClick={() => {
            setMost(most + STEP);
          }}
        >
          Show {countWord(Math.min(left, STEP))} more of {countWord(left)}
        </Button>
      )}
    </section>
  );
}
