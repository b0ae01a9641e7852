import { useEffect, useState } from 'react';

import type { ConnectionId } from '../../../shared/domain/connection-id';
import type { DriftReport, LookFacts } from '../../../shared/domain/drift-report';
import type { Instant } from '../../../shared/domain/instant';
import { bridge } from '../../bridge';
import { useInventory } from '../../stores';
import { driftFailureSentence } from './drift-words';

/** What main said last; the former answer stands until the next has come. */
export type DriftLoad =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly sentence: string; readonly looks: readonly LookFacts[] }
  | { readonly phase: 'ready'; readonly report: DriftReport; readonly looks: readonly LookFacts[] };

/** What changed at a connection since `since`, or since the look before the last; asked anew whenever a look has ended. */
export function useDrift(connection: ConnectionId, since: Instant | undefined): DriftLoad {
  const coverage = useInventory((state) => state.looks.get(connection)?.coverage);
  const [load, setLoad] = useState<DriftLoad>({ phase: 'loading' });
  useEffect(() => {
    let isOver = false;
    void Promise.all([
      bridge['inventory:snapshots']({ connection }),
      bridge['inventory:drift']({ connection, ...(since !== undefined && { since }) }),
    ]).then(([listed, drift]) => {
      if (isOver) return;
      const looks = listed.ok ? listed.value : [];
      setLoad(
        drift.ok
          ? { phase: 'ready', report: drift.value, looks }
          : { phase: 'failed', sentence: driftFailureSentence(drift.error), looks },
      );
    });
    return () => {
      isOver = true;
    };
  }, [connection, since, coverage]);
  return load;
}
