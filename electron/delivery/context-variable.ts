import { placeWord } from '../../shared/domain/delivery';
import type { Destination } from '../../shared/domain/destination';
import { ok } from '../../shared/result';
import type { CircleCiClient } from '../circleci/client';
import { matches, type Sink } from './sink';

/** A variable of a CircleCI context. Proved by the last four that the host shows, and by a moved date of its last change. */
export function contextVariable(
  destination: Extract<Destination, { kind: 'context-variable' }>,
  client: CircleCiClient,
): Sink {
  const { contextId, variable } = destination;

  const read = async () => {
    const listed = await client.listContextVariables(contextId);
    return listed.ok ? ok(listed.value.find(({ name }) => name === variable)) : listed;
  };

  return {
    describe: () => placeWord(destination),
    deliver: async (value) => {
      const before = await read();
      if (!before.ok) return before;
      const written = await client.putContextVariable(contextId, variable, value);
      if (!written.ok) return written;
      const updatedBefore = before.value?.updatedAt;
      const wasThere = before.value !== undefined;
      return ok({ kind: 'variable', wasThere, ...(updatedBefore !== undefined && { updatedBefore }) });
    },
    prove: async (value, receipt) => {
      const found = await read();
      if (!found.ok) return found;
      const { lastCharacters, updatedAt } = found.value ?? {};
      const before = receipt.kind === 'variable' ? receipt.updatedBefore : undefined;
      const hasMoved = before === undefined || updatedAt === undefined || updatedAt > before;
      return ok(hasMoved && matches(value, lastCharacters));
    },
    undo: async (receipt) => {
      if (receipt.kind !== 'variable' || receipt.wasThere) return ok('cannot');
      const removed = await client.deleteContextVariable(contextId, variable);
      return removed.ok ? ok('undone') : removed;
    },
  };
}
