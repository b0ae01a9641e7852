import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

import { environmentFor } from './command-environment';
import type { CommandEnd, CommandToRun, RunCommand } from './run-command';

/** Where commands run, and how long they have to end by themselves once they were told to. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly home: string;
  readonly graceMilliseconds: number;
}

const hasGroups = process.platform !== 'win32';

/** Runs executables of this computer directly: nothing interprets their arguments, and what they print is dropped. */
export function spawnCommand(surroundings: Surroundings): RunCommand {
  return (command) =>
    new Promise((resolve) => {
      try {
        attend(command, surroundings, resolve);
      } catch (error) {
        resolve(notRun(error));
      }
    });
}

function attend(command: CommandToRun, surroundings: Surroundings, resolve: (how: CommandEnd) => void): void {
  const child = spawn(command.executable, command.args, {
    cwd: surroundings.home,
    env: environmentFor(surroundings.environment),
    stdio: ['pipe', 'ignore', 'ignore'],
    // A group of its own, so that what the command started is stopped with it.
    detached: hasGroups,
    windowsHide: true,
  });
  let isLate = false;
  let last: NodeJS.Timeout | undefined;

  const end = (how: CommandEnd) => {
    clearTimeout(first);
    clearTimeout(last);
    child.stdin.destroy();
    resolve(how);
  };
  const kill = () => {
    stop(child, 'SIGKILL');
    end({ kind: 'timed-out' });
  };
  const first = setTimeout(() => {
    isLate = true;
    last = setTimeout(kill, surroundings.graceMilliseconds);
    stop(child, 'SIGTERM');
  }, command.timeoutMilliseconds);

  child.on('error', (error) => {
    if (child.pid === undefined) end(notRun(error));
  });
  child.once('exit', (code, signal) => {
    if (isLate) kill();
    else end({ kind: 'ended', exitCode: code ?? 128 + (signal === null ? 0 : constants.signals[signal]) });
  });

  // A command may end, or close its input, without having read: its exit code says what that means.
  child.stdin.on('error', () => undefined);
  child.stdin.end(command.input.reveal());
}

function stop(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (hasGroups) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // All of the group has ended already.
  }
}

function notRun(error: unknown): CommandEnd {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
  return { kind: 'not-run', why: isAbsent ? 'not-found' : 'not-permitted' };
}
