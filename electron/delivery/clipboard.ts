import { ok } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';
import type { Sink } from './sink';

/** Puts a value on the clipboard, from which it is cleared by itself. */
export type CopyValue = (value: SecretValue) => Promise<void>;

/** The clipboard of this computer. Only a person can say that the value was stored from there. */
export function clipboardSink(copy: CopyValue, clear: () => Promise<void>): Sink {
  return {
    describe: () => 'the clipboard',
    deliver: async (value) => {
      await copy(value);
      return ok({ kind: 'copied' });
    },
    prove: () => Promise.resolve(ok(false)),
    undo: async () => {
      await clear();
      return ok('undone');
    },
  };
}
