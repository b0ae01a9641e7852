import { useCallback, useEffect, useState } from 'react';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { PeopleView } from '../../shared/domain/people';
import { bridge } from '../bridge';

/** The people of a connection, read anew whenever a look has ended or somebody asks for it. */
export function usePeople(connection: ConnectionId) {
  const [view, setView] = useState<PeopleView>();
  const refresh = useCallback(async () => {
    const read = await bridge['people:view']({ connection });
    if (read.ok) setView(read.value);
  }, [connection]);
  useEffect(() => {
    const first = setTimeout(() => void refresh());
    const stop = bridge['on:inventory:settled'](() => void refresh());
    return () => {
      clearTimeout(first);
      stop();
    };
  }, [refresh]);
  return { view, refresh };
}
