import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';

import {
  MOST_SCAN_ROWS,
  type ScanCounts,
  type ScanProgress,
  type ScanRow,
} from '../../shared/domain/folder-scan';
import type { FoundToken } from '../../shared/domain/found-token';
import { certainMatch } from '../../shared/domain/found-token';
import { scrub } from '../../shared/domain/ledger-entry';
import { scanFile } from './scan-file';
import type { Hit } from './plain-scanner';
import { walkFolder } from './walk-folder';

export interface ScanPorts {
  /** Takes the value of a hit into memory, or knows it again. */
  readonly hold: (hit: Hit) => FoundToken;
  /** What the inventory has of a hit, without holding its value. */
  readonly matchesOf: (hit: Hit) => FoundToken['matches'];
  readonly progress: (progress: ScanProgress) => void;
}

export interface Scanned {
  readonly rows: readonly ScanRow[];
  readonly counts: ScanCounts;
  readonly notListed: number;
}

const AT_ONCE = 16;
/** How many files are read between two words on how far it is. */
const TOLD_EVERY = 100;
/** How many hits are looked up before others get their turn: one may take milliseconds. */
const HITS_A_TURN = 8;

/** Reads all files of a folder, some at once, until there are no more or the signal is aborted. */
export async function scanFolder(root: string, ports: ScanPorts, signal: AbortSignal): Promise<Scanned> {
  const counts = { files: 0, binary: 0, large: 0, unreadable: 0, links: 0, passedOver: 0 };
  const rows: ScanRow[] = [];
  let notListed = 0;

  const takeHit = (file: string, hit: Hit) => {
    if (!isToken(file, hit, ports)) counts.passedOver += 1;
    else if (rows.length >= MOST_SCAN_ROWS) notListed += 1;
    else rows.push({ file: scrub(file), line: hit.line, found: ports.hold(hit).id });
  };
  // What comes after the end is not held: whoever ended it may have forgotten everything.
  const isOver = () => signal.aborted;
  const read = async (file: string) => {
    const scanned = await scanFile(join(root, file));
    if (isOver()) return;
    counts[scanned.ok ? 'files' : scanned.error] += 1;
    for (const [index, hit] of (scanned.ok ? scanned.value : []).entries()) {
      if (index % HITS_A_TURN === HITS_A_TURN - 1) await others();
      if (isOver()) return;
      takeHit(file, hit);
    }
    if (counts.files % TOLD_EVERY === 0) ports.progress({ files: counts.files, found: rows.length });
  };

  const met = walkFolder(root);
  const work = async () => {
    for (let next = await met.next(); !next.done && !signal.aborted; next = await met.next()) {
      if (next.value.kind === 'file') await read(next.value.file);
      else counts[next.value.kind === 'link' ? 'links' : 'unreadable'] += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { rows: rows.toSorted(byPlace), counts, notListed };
}

/** Forty hex digits alone are as often a Git commit: something has to speak for them. */
function isToken(file: string, hit: Hit, { matchesOf }: ScanPorts): boolean {
  if (hit.form !== 'legacy' || hit.isNearCircle || /circle/i.test(file)) return true;
  return certainMatch({ matches: matchesOf(hit) }) !== undefined;
}

function byPlace(a: ScanRow, b: ScanRow): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
