import { useEffect, useState } from 'react';

import { useIdle } from './design/use-idle';
import type { Rest } from './rest';

/**
 * The rest of the page, once it has been read: in the first quiet moment, or at once when it is wanted. From then on it is
 * drawn like everything else, so that what is opened has the focus at once.
 */
export function useRest(isWanted: boolean): Rest | undefined {
  const [rest, setRest] = useState<Rest>();
  const isIdle = useIdle();
  const isDue = isIdle || isWanted;
  useEffect(() => {
    if (!isDue) return;
    void import('./rest').then(({ REST }) => {
      setRest(REST);
    });
  }, [isDue]);
  return rest;
}
