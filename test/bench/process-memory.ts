import { readdirSync, readFileSync } from 'node:fs';

import { askMain } from '../support/ask-main';
import type { BenchWindow } from './electron-window';

/** Megabytes: of all processes of a window together, and of its page's alone. */
export interface Memory {
  readonly all: number;
  readonly page: number;
}

/** What a window's processes take, each shared page counted once, after what is not needed is let go. */
export async function memoryOf({ app, cdp }: BenchWindow): Promise<Memory> {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await askMain(() =>
    app.evaluate(() => {
      const { setFlagsFromString } = process.getBuiltinModule('node:v8');
      setFlagsFromString('--expose-gc');
      const collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void;
      collect();
    }),
  );
  await cdp.send('HeapProfiler.collectGarbage');
  const root = app.process().pid;
  if (root === undefined) throw new Error('the app has ended');
  const members = family(root);
  return { all: takenBy(members), page: takenBy(members.filter(isPage)) };
}

const takenBy = (pids: readonly number[]) =>
  pids.reduce((sum, pid) => sum + proportionalShare(pid), 0) / 1_024;

const isPage = (pid: number) => readOrNothing(`/proc/${String(pid)}/cmdline`).includes('--type=renderer');

/** A process and all that it started, and those started. */
function family(root: number): readonly number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const members = [root];
  for (const member of members) {
    for (const [pid, parent] of parents) if (parent === member) members.push(pid);
  }
  return members;
}

/** The fourth field; the name before it may have blanks and brackets of its own. */
const parentOf = (pid: string): number =>
  Number(readOrNothing(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1]);

/** Kilobytes; a process that has ended in between takes none. */
const proportionalShare = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readOrNothing(`/proc/${String(pid)}/smaps_rollup`))?.[1] ?? 0);

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
