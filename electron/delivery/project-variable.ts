import { placeWord } from '../../shared/domain/delivery';
import type { Destination } from '../../shared/domain/destination';
import { ok } from '../../shared/result';
import type { CircleCiClient } from '../circleci/client';
import { matches, type Sink } from './sink';

/** A variable of a CircleCI project. Proved by the last four that the host shows. */
export function projectVariable(
  destination: Extract<Destination, { kind: 'project-variable' }>,
  client: CircleCiClient,
): Sink {
  const { project, variable } = destination;

  const read = async () => {
    const listed = await client.listProjectVariables(project);
    return listed.ok ? ok(listed.value.find(({ name }) => name === variable)) : listed;
  };

  return {
    describe: () => placeWord(destination),
    deliver: async (value) => {
      const before = await read();
      if (!before.ok) return before;
      const written = await client.putProjectVariable(project, variable, value);
      return written.ok ? ok({ kind: 'variable', wasThere: before.value !== undefined }) : written;
    },
    prove: async (value) => {
      const found = await read();
      return found.ok ? ok(matches(value, found.value?.lastCharacters)) : found;
    },
    undo: async (receipt) => {
      if (receipt.kind !== 'variable' || receipt.wasThere) return ok('cannot');
      const removed = await client.deleteProjectVariable(project, variable);
      return removed.ok ? ok('undone') : removed;
    },
  };
}
