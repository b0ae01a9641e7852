import { placeWord, type DeliveryFailure } from '../../shared/domain/delivery';
import type { Destination, VariableFacts } from '../../shared/domain/destination';
import type { Instant } from '../../shared/domain/instant';
import { ok, type Result } from '../../shared/result';
import type { CircleCiClient } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';
import { matches, type Sink } from './sink';

type Variable = Extract<Destination, { kind: 'context-variable' | 'project-variable' }>;
type Answer<Value> = Promise<Result<Value, DeliveryFailure>>;

/** The calls about the one context or project that a variable is of. Only a context says when its variables were changed. */
interface Calls {
  readonly list: () => Answer<readonly (VariableFacts & { readonly updatedAt?: Instant })[]>;
  readonly put: (value: SecretValue) => Answer<null>;
  readonly remove: () => Answer<null>;
}

function callsFor(destination: Variable, client: CircleCiClient): Calls {
  const { variable } = destination;
  if (destination.kind === 'project-variable') {
    const { project } = destination;
    return {
      list: () => client.listProjectVariables(project),
      put: (value) => client.putProjectVariable(project, variable, value),
      remove: () => client.deleteProjectVariable(project, variable),
    };
  }
  const { contextId } = destination;
  return {
    list: () => client.listContextVariables(contextId),
    put: (value) => client.putContextVariable(contextId, variable, value),
    remove: () => client.deleteContextVariable(contextId, variable),
  };
}

/**
 * A variable of a CircleCI context or project. Proved by the last four that the host shows, and, in a context, by a moved date
 * of its last change.
 */
export function variableSink(destination: Variable, client: CircleCiClient): Sink {
  const { list, put, remove } = callsFor(destination, client);

  const read = async () => {
    const listed = await list();
    return listed.ok ? ok(listed.value.find(({ name }) => name === destination.variable)) : listed;
  };

  return {
    describe: () => placeWord(destination),
    deliver: async (value) => {
      const before = await read();
      if (!before.ok) return before;
      const written = await put(value);
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
      const removed = await remove();
      return removed.ok ? ok('undone') : removed;
    },
  };
}
