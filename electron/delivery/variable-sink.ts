import { placeWord, type DeliveryFailure } from '../../shared/domain/delivery';
import type { Destination, VariableFacts } from '../../shared/domain/destination';
import type { Instant } from '../../shared/domain/instant';
import { ok, type Result } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';
import { matches, type Sink } from './sink';

type Answer<Value> = Promise<Result<Value, DeliveryFailure>>;

/** The calls about one variable, and about those beside it. */
export interface VariableCalls {
  /** Only a context says when its variables were changed. */
  readonly list: () => Answer<readonly (VariableFacts & { readonly updatedAt?: Instant })[]>;
  readonly put: (value: SecretValue) => Answer<null>;
  readonly remove: () => Answer<null>;
}

/**
 * A variable at CircleCI. Proved by the last four that the host shows, and, where it says so, by a moved date of its last
 * change.
 */
export function variableSink(
  destination: Extract<Destination, { readonly variable: string }>,
  { list, put, remove }: VariableCalls,
): Sink {
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
      const showedSame = matches(value, before.value?.lastCharacters);
      return ok({
        kind: 'variable',
        wasThere,
        ...(updatedBefore !== undefined && { updatedBefore }),
        ...(showedSame && { showedSame }),
      });
    },
    prove: async (value, receipt) => {
      const found = await read();
      if (!found.ok) return found;
      const { lastCharacters, updatedAt } = found.value ?? {};
      if (!matches(value, lastCharacters)) return ok(false);
      if (receipt.kind !== 'variable' || receipt.updatedBefore === undefined) return ok(true);
      // Without a date, only another mask than before shows that the variable was written.
      return ok(updatedAt === undefined ? receipt.showedSame !== true : updatedAt > receipt.updatedBefore);
    },
    undo: async (receipt) => {
      if (receipt.kind !== 'variable' || receipt.wasThere) return ok('cannot');
      const removed = await remove();
      return removed.ok ? ok('undone') : removed;
    },
  };
}
