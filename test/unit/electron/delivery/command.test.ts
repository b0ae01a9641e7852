import { describe, expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';
import { commandSink } from '../../../../electron/delivery/command';
import type { CommandEnd, CommandToRun } from '../../../../electron/delivery/run-command';
import { err, ok } from '../../../../shared/result';
import { commandWith } from '../../../support/targets';

const value = new SecretValue('CCIPAT_the_new_value');
const token = { label: 'deploy', scope: 'all', project: 'gh/acme/web' };

function runnerThat(end: CommandEnd) {
  const runs: CommandToRun[] = [];
  const run = (command: CommandToRun) => {
    runs.push(command);
    return Promise.resolve(end);
  };
  return { run, runs };
}

describe('a delivery by a command', () => {
  test('hands over the value as input, never as an argument, and allows the time that was set up', async () => {
    const { run, runs } = runnerThat({ kind: 'ended', exitCode: 0 });
    const target = commandWith({ args: ['put', 'x/{label}'], timeoutSeconds: 7 });
    expect(await commandSink(target, run).deliver(value, token)).toEqual(ok({ kind: 'command' }));
    expect(runs).toEqual([
      { executable: '/bin/sh', args: ['put', 'x/deploy'], input: value, timeoutMilliseconds: 7_000 },
    ]);
    expect(runs[0]?.input).toBe(value);
  });

  test.each<[CommandEnd, object]>([
    [
      { kind: 'ended', exitCode: 3 },
      { kind: 'command-failed', exitCode: 3 },
    ],
    [{ kind: 'timed-out' }, { kind: 'command-timed-out' }],
    [
      { kind: 'not-run', why: 'not-found' },
      { kind: 'command-not-run', why: 'not-found' },
    ],
  ])('that ends with %j fails and says so', async (end, failure) => {
    const { run } = runnerThat(end);
    expect(await commandSink(commandWith({}), run).deliver(value, token)).toEqual(err(failure));
  });

  test('is proved by its receipt, and by no other', async () => {
    const sink = commandSink(commandWith({}), runnerThat({ kind: 'timed-out' }).run);
    expect(await sink.prove(value, { kind: 'command' })).toEqual(ok(true));
    expect(await sink.prove(value, { kind: 'switched' })).toEqual(ok(false));
    expect(sink.undo).toBeUndefined();
  });

  test('is described by the name that a person gave the command', () => {
    const sink = commandSink(commandWith({ name: 'Team vault' }), runnerThat({ kind: 'timed-out' }).run);
    expect(sink.describe()).toBe('command Team vault');
  });

  test.each(['-rf', 'a\0b', 'a\nb'])('is not begun for the label %j', async (label) => {
    const { run, runs } = runnerThat({ kind: 'ended', exitCode: 0 });
    const delivered = await commandSink(commandWith({ args: ['{label}'] }), run).deliver(value, {
      ...token,
      label,
    });
    expect(delivered).toEqual(err({ kind: 'command-not-run', why: 'unsafe-argument' }));
    expect(runs).toEqual([]);
  });

  test.each(['C:\\tools\\store.bat', 'C:\\tools\\store.CMD', 'C:\\tools\\store.cmd. '])(
    'is not begun by the batch file %s',
    async (executable) => {
      const { run, runs } = runnerThat({ kind: 'ended', exitCode: 0 });
      const delivered = await commandSink(commandWith({ executable }), run).deliver(value, token);
      expect(delivered).toEqual(err({ kind: 'command-not-run', why: 'not-permitted' }));
      expect(runs).toEqual([]);
    },
  );
});
