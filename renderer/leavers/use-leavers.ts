import { useEffect, useState } from 'react';

import type { Leaver } from '../../shared/domain/leaver';
import { bridge } from '../bridge';

/** All checklists, as main has them. */
export function useLeavers(): readonly Leaver[] | undefined {
  const [leavers, setLeavers] = useState<readonly Leaver[]>();
  useEffect(() => {
    void bridge['leavers:list'](null).then((listed) => {
      if (listed.ok) setLeavers(listed.value);
    });
    return bridge['on:leavers:changed'](setLeavers);
  }, []);
  return leavers;
}
