import type { ComponentType } from 'react';

import type { TokenRecord } from '../../../shared/domain/token';
import type { TokenRef } from '../../../shared/domain/token-ref';
import { exactUtc } from '../../words/date-words';

/** The rotations of a token: another section's to tell, as entries of a list. */
export type Rotations = ComponentType<{ readonly token: TokenRef }>;

interface TokenHistoryProps {
  readonly token: TokenRecord;
  readonly rotations: Rotations;
}

/** What Rekey knows of the past of a token: its rotations, and when it was first seen. */
export function TokenHistory({ token, rotations: RotationsOf }: TokenHistoryProps) {
  const { ref, firstSeenAt, createdAt } = token;
  return (
    <section className="stack" aria-label="History">
      <h3>History</h3>
      <ul className="token-list selectable">
        <RotationsOf token={ref} />
        <li>{exactUtc(firstSeenAt)}: first seen by Rekey</li>
        {createdAt !== undefined && <li>{exactUtc(createdAt)}: created</li>}
      </ul>
    </section>
  );
}
