import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

import type { ProcessId } from './folder-lock';

/** This process, as other computers can tell it from theirs. */
export async function ownProcessId(): Promise<ProcessId> {
  const host = hostname();
  const machine = await textOf('/etc/machine-id');
  const boot = await textOf('/proc/sys/kernel/random/boot_id');
  const processStart = await processStartOf(process.pid);
  return {
    host,
    machine: machine === undefined ? host : `${machine} ${host}`,
    ...(boot !== undefined && { boot }),
    process: process.pid,
    ...(processStart !== undefined && processStart !== 'alive' && { processStart }),
  };
}

/** When a process of this computer started, in ticks of its boot; `alive` where that is not told, `undefined` where it is gone. */
export async function processStartOf(pid: number): Promise<string | undefined> {
  const told = await textOf(`/proc/${String(pid)}/stat`);
  // The name of the program, in brackets, may hold anything.
  const fields = told?.slice(told.lastIndexOf(')') + 2).split(' ');
  if (fields?.[0] === 'Z') return undefined;
  return fields?.[19] ?? (isAlive(pid) ? 'alive' : undefined);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const textOf = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').then(
    (text) => text.trim() || undefined,
    () => undefined,
  );
