import { assertNever } from '../../shared/assert-never';
import { placeWord, type DeliveryFailure, type Receipt } from '../../shared/domain/delivery';
import type { CommandTarget } from '../../shared/domain/delivery-target';
import { err, ok, type Result } from '../../shared/result';
import { argumentsFor } from './command-arguments';
import type { CommandEnd, RunCommand } from './run-command';
import type { Sink } from './sink';

/** Windows runs these through an interpreter that reads the arguments anew, and ignores dots and spaces at the end. */
const BATCH_FILE = /\.(?:bat|cmd)[. ]*$/i;

/** A command of this computer that gets the value on its standard input. Proved by exit code 0, and by nothing else. */
export function commandSink(target: CommandTarget, run: RunCommand): Sink {
  return {
    describe: () => placeWord({ kind: 'command', target: target.id, name: target.name }),
    deliver: async (value, token) => {
      const { executable } = target;
      if (BATCH_FILE.test(executable)) return err({ kind: 'command-not-run', why: 'not-permitted' });
      const args = argumentsFor(target, token);
      if (args === undefined) return err({ kind: 'command-not-run', why: 'unsafe-argument' });
      const timeoutMilliseconds = target.timeoutSeconds * 1_000;
      return outcomeOf(await run({ executable, args, input: value, timeoutMilliseconds }));
    },
    // The receipt is given after exit code 0 only, and there is nothing to read back.
    prove: (_value, receipt) => Promise.resolve(ok(receipt.kind === 'command')),
  };
}

function outcomeOf(end: CommandEnd): Result<Receipt, DeliveryFailure> {
  switch (end.kind) {
    case 'ended':
      return end.exitCode === 0
        ? ok({ kind: 'command' })
        : err({ kind: 'command-failed', exitCode: end.exitCode });
    case 'timed-out':
      return err({ kind: 'command-timed-out' });
    case 'not-run':
      return err({ kind: 'command-not-run', why: end.why });
    default:
      return assertNever(end);
  }
}
