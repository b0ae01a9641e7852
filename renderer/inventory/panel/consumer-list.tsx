import { useEffect, useState } from 'react';

import { NO_CONSUMERS, type ConsumerEntry, type LikelyConsumer } from '../../../shared/domain/consumer';
import { placeWord } from '../../../shared/domain/delivery';
import { isSamePlace } from '../../../shared/domain/destination';
import type { TokenRecord } from '../../../shared/domain/token';
import { bridge } from '../../bridge';
import { plain } from '../../words/token-words';

interface Known {
  readonly ref: string;
  readonly entry: ConsumerEntry;
  readonly likely: readonly LikelyConsumer[];
}

/** Where a token is used: what people said at a rotation, and what only looks like it. */
export function ConsumerList({ token: { ref, connection } }: { readonly token: TokenRecord }) {
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    let isOver = false;
    void Promise.all([
      bridge['delivery:consumers']({ ref }),
      bridge['delivery:likely']({ connection, ref }),
    ]).then(([entry, likely]) => {
      if (isOver) return;
      setKnown({ ref, entry: entry.ok ? entry.value : NO_CONSUMERS, likely: likely.ok ? likely.value : [] });
    });
    return () => {
      isOver = true;
    };
  }, [connection, ref]);

  const { entry, likely } = known?.ref === ref ? known : { entry: NO_CONSUMERS, likely: [] };
  const guesses = likely.filter(
    ({ destination }) => !entry.destinations.some((place) => isSamePlace(place, destination)),
  );
  const isEmpty = entry.destinations.length + entry.checklist.length + guesses.length === 0;
  return (
    <section className="stack" aria-label="Where it is used">
      <h3>Where it is used</h3>
      {isEmpty && (
        <p className="quiet">
          Nobody has said yet. Places that are named when it is rotated are remembered here.
        </p>
      )}
      <ul className="token-list selectable">
        {entry.destinations.map((place) => (
          <li key={placeWord(place)} className="mono">
            {plain(placeWord(place))}
          </li>
        ))}
        {entry.checklist.map(({ id, where }) => (
          <li key={id}>
            <bdi>{plain(where)}</bdi> <span className="quiet">by hand</span>
          </li>
        ))}
        {guesses.map(({ destination, lastFour }) => (
          <li key={placeWord(destination)}>
            Likely <span className="mono">{plain(placeWord(destination))}</span>
            <span className="quiet">, which ends in {lastFour} too</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
