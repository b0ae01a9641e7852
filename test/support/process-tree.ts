import { spawnSync, type ChildProcess } from 'node:child_process';

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Kills a process that was started as the leader of its group, with every process that it started, and waits for its end. */
export async function killTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const ended = hasEnded(child)
    ? Promise.resolve()
    : new Promise<void>((resolve) => {
        child.once('exit', () => {
          resolve();
        });
      });
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else killGroup(child.pid);
  await ended;
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // The whole group has ended already.
  }
}

/** True while the process can still be asked to end. */
export const isRunning = (child: ChildProcess): boolean => child.pid !== undefined && !hasEnded(child);
