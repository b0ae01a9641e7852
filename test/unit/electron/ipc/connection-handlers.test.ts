import { expect, test } from 'vitest';

import { connectionHandlers, type ConnectionNeeds } from '../../../../electron/ipc/connection-handlers';
import type { RunView } from '../../../../shared/domain/rotation-run';
import { connectionFacts } from '../../../support/connection-facts';

const acme = connectionFacts({});

/** Handlers of one connection, at which a rotation may begin while the question about it stands. */
function setUp(during: 'nothing' | 'a rotation') {
  const forgotten: string[] = [];
  let runs: readonly RunView[] = [];
  const forget = (connection: string) => {
    forgotten.push(connection);
    return Promise.resolve();
  };
  const needs: ConnectionNeeds = {
    connections: {
      list: () => [acme],
      factsOf: (id) => (id === acme.id ? acme : undefined),
      connect: () => Promise.reject(new Error('not asked for')),
      forget,
    },
    inventory: { forget },
    rotation: { runs: () => runs },
    connected: () => Promise.resolve(),
    readRequest: () => ({ ok: false, error: { kind: 'bad-address', why: 'not-a-url' } }),
    startDemo: () => Promise.reject(new Error('not asked for')),
    confirmForgetting: () => {
      if (during === 'a rotation') runs = [{ connection: acme.id } as RunView];
      return Promise.resolve(true);
    },
  };
  return { handlers: connectionHandlers(needs), forgotten };
}

test.each([
  ['nothing', { ok: true, value: null }, [acme.id, acme.id]],
  ['a rotation', { ok: false, error: { kind: 'busy' } }, []],
] as const)(
  'where %s begins while the question stands, a connection is forgotten or kept',
  async (during, said, gone) => {
    const { handlers, forgotten } = setUp(during);
    expect(await handlers['connections:forget']({ connection: acme.id })).toEqual(said);
    expect(forgotten).toEqual(gone);
  },
);
