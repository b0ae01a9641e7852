import { execFileSync } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';
import { environmentFor } from '../../../../electron/delivery/command-environment';
import type { CommandToRun } from '../../../../electron/delivery/run-command';
import { spawnCommand } from '../../../../electron/delivery/spawn-command';
import { COMMAND_RECIPES } from '../../../../shared/domain/command-recipe';
import { tempFolder } from '../../../support/temp-folder';

const PLAIN = 'CCIPAT_the_new_value';
const surroundings = { environment: process.env, home: homedir(), graceMilliseconds: 100 };
const run = spawnCommand(surroundings);
const command = (executable: string, args: readonly string[], said: Partial<CommandToRun> = {}) => ({
  executable,
  args,
  input: new SecretValue(PLAIN),
  timeoutMilliseconds: 20_000,
  ...said,
});
const script = (text: string, ...args: readonly string[]) => command('/bin/sh', ['-c', text, ...args]);

describe('a command of this computer', () => {
  test('reads the value from its standard input, to the last character and no further', async () => {
    const file = join(await tempFolder(), 'value');
    expect(await run(script('cat > "$0"', file))).toEqual({ kind: 'ended', exitCode: 0 });
    expect(await readFile(file, 'utf8')).toBe(PLAIN);
  });

  test('gets each argument whole, with nothing in it interpreted', async () => {
    const file = join(await tempFolder(), 'arguments');
    const hostile = ['a b', '$(touch /tmp/x)', '`id`', '; exit 9', '"', "'", '*', '', 'é{label}'];
    const write = 'require("fs").writeFileSync(process.argv[1], JSON.stringify(process.argv.slice(2)))';
    expect(await run(command(process.execPath, ['-e', write, file, ...hostile]))).toEqual({
      kind: 'ended',
      exitCode: 0,
    });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(hostile);
  });

  test('tells its exit code, or the signal that ended it', async () => {
    expect(await run(script('exit 3'))).toEqual({ kind: 'ended', exitCode: 3 });
    expect(await run(script('kill -9 $$'))).toEqual({ kind: 'ended', exitCode: 137 });
  });

  test('may end, or close its input, without reading, however long the value is', async () => {
    const input = new SecretValue('x'.repeat(4_000_000));
    expect(await run({ ...script('exit 0'), input })).toEqual({ kind: 'ended', exitCode: 0 });
    expect(await run({ ...script('exec 0<&-; exit 4'), input })).toEqual({ kind: 'ended', exitCode: 4 });
  });

  test('may print as much as it likes', async () => {
    const print = 'cat; i=0; while [ $i -lt 20000 ]; do echo "$i filling a pipe"; i=$((i+1)); done; cat >&2';
    expect(await run(script(print))).toEqual({ kind: 'ended', exitCode: 0 });
  });

  test('is told to end when its time is over, and may clear up', async () => {
    const file = join(await tempFolder(), 'told');
    const waits = `trap 'echo told > "$0"; exit 0' TERM; while :; do sleep 0.01; done`;
    const late = { ...script(waits, file), timeoutMilliseconds: 1_000 };
    const patient = spawnCommand({ ...surroundings, graceMilliseconds: 10_000 });
    expect(await patient(late)).toEqual({ kind: 'timed-out' });
    expect(await readFile(file, 'utf8')).toBe('told\n');
  });

  test('that does not listen is killed, and what it started with it', async () => {
    const held = join(await tempFolder(), 'held');
    execFileSync('mkfifo', [held]);
    // A pipe with a name is at its end when the last process that could write to it is gone.
    const allGone = readFile(held, 'utf8');
    const deaf = `trap '' TERM; sleep 600 > "$0" & while :; do sleep 0.01; done > "$0"`;
    expect(await run({ ...script(deaf, held), timeoutMilliseconds: 1_000 })).toEqual({ kind: 'timed-out' });
    expect(await allGone).toBe('');
  });

  test('that is not there, or may not be run, is not run', async () => {
    const folder = await tempFolder();
    const file = join(folder, 'plain');
    await writeFile(file, 'not a program');
    await chmod(file, 0o600);
    const notRun = (why: string) => ({ kind: 'not-run', why });
    expect(await run(command(join(folder, 'absent'), []))).toEqual(notRun('not-found'));
    expect(await run(command(join(file, 'below'), []))).toEqual(notRun('not-found'));
    expect(await run(command(file, []))).toEqual(notRun('not-permitted'));
    expect(await run(command(folder, []))).toEqual(notRun('not-permitted'));
    expect(await run(command('/bin/sh', ['a\0b']))).toEqual(notRun('not-permitted'));
  });

  test('runs at home, and sees nothing of what steers Rekey', async () => {
    const folder = await tempFolder();
    const here = spawnCommand({
      ...surroundings,
      home: folder,
      environment: { PATH: process.env['PATH'], REKEY_KEY: 'x', ELECTRON_RUN_AS_NODE: '1', VAULT_ADDR: 'y' },
    });
    expect(await here(script('pwd -P > seen; env >> seen'))).toEqual({ kind: 'ended', exitCode: 0 });
    const seen = await readFile(join(folder, 'seen'), 'utf8');
    expect(seen).toContain('VAULT_ADDR=y');
    expect(seen).toContain(folder.split('/').at(-1));
    expect(seen).not.toMatch(/REKEY_|ELECTRON_/);
  });
});

test('the environment of a command lacks what is meant for Rekey, however it is written', () => {
  const kept = { PATH: '/bin', MY_REKEY_X: '1', NODE_OPTIONS_2: '2' };
  const dropped = { REKEY_A: 'a', rekey_b: 'b', ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--inspect' };
  expect(environmentFor({ ...kept, ...dropped })).toEqual(kept);
});

test('the recipe for Kubernetes gives kubectl the value in a pipe that it can open as a file', async () => {
  const folder = await tempFolder();
  const recipe = COMMAND_RECIPES.find(({ id }) => id === 'kubectl');
  const kubectl = join(folder, 'kubectl');
  const standIn = `#!/bin/sh\ncase "$1" in create) echo "$4 $6"; cat /dev/stdin ;; apply) cat > "${folder}/applied" ;; esac\n`;
  await writeFile(kubectl, standIn, { mode: 0o700 });
  const here = spawnCommand({
    ...surroundings,
    environment: { PATH: `${folder}:${process.env['PATH'] ?? ''}` },
  });
  expect(await here(command('/bin/sh', recipe?.args ?? []))).toEqual({ kind: 'ended', exitCode: 0 });
  expect(await readFile(join(folder, 'applied'), 'utf8')).toBe(`circleci-token default\n${PLAIN}`);
});
