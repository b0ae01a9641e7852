import { useEffect, useState } from 'react';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { LikelyConsumer } from '../../shared/domain/consumer';
import { isSamePlace, type Destination } from '../../shared/domain/destination';
import type { PlanRow } from '../../shared/domain/rotation-plan';
import { bridge } from '../bridge';
import { Button } from '../design/button';
import { destinationWord } from './plan-words';

interface LikelyListProps {
  readonly connection: ConnectionId;
  readonly row: PlanRow;
  readonly onAdd: (destination: Destination) => void;
}

/** Variables that end like the token: likely consumers, and never said to be more. Nothing where none is known. */
export function LikelyList({ connection, row, onAdd }: LikelyListProps) {
  const found = useLikely(connection, row.ref);
  const open = found.filter(
    ({ destination }) => !row.destinations.some((chosen) => isSamePlace(chosen, destination)),
  );
  if (open.length === 0) return null;
  return (
    <ul aria-label="Likely consumers" className="destinations">
      {open.map(({ destination, lastFour }) => (
        <li key={destinationWord(destination)} className="spread">
          <span className="cut">
            Likely used in <span className="mono">{destinationWord(destination, row.project)}</span>, which
            ends in <span className="mono">{lastFour}</span> too
          </span>
          <Button
            look="plain"
            aria-label={`Deliver to ${destinationWord(destination, row.project)}`}
            onClick={() => {
              onAdd(destination);
            }}
          >
            Deliver there
          </Button>
        </li>
      ))}
    </ul>
  );
}

function useLikely(connection: ConnectionId, ref: PlanRow['ref']) {
  const [found, setFound] = useState<readonly LikelyConsumer[]>([]);
  useEffect(() => {
    let isOver = false;
    void bridge['delivery:likely']({ connection, ref }).then((likely) => {
      if (!isOver && likely.ok) setFound(likely.value);
    });
    return () => {
      isOver = true;
    };
  }, [connection, ref]);
  return found;
}
