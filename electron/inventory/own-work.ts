import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { OwnDeeds } from '../../shared/domain/drift';
import type { OwnDeed } from '../../shared/domain/own-deed';
import type { RowId } from '../../shared/domain/rotation-run';
import type { TokenRef } from '../../shared/domain/token-ref';
import { connectionId, rowId, tokenRef } from '../../shared/ipc/decode';
import { err, ok, type Result } from '../../shared/result';
import type { Clock } from '../clock';
import { appendDurably } from '../files/append-durably';
import { isAbsent } from '../files/json-file';
import { oneAtATime } from '../files/one-at-a-time';
import { writeAtomically } from '../files/write-atomically';

/** Which tokens Rekey itself made and deleted, for longer than the journal remembers. Refs only, no value and no label. */
export interface OwnWork {
  /** `unreadable`: what was done before this start is not known. Deeds are added to the file, which is never written over. */
  readonly kept: 'whole' | 'unreadable';
  readonly of: (connection: ConnectionId) => OwnDeeds;
  /** The rotation item that a token was created for, where that is known. */
  readonly madeFor: (ref: TokenRef) => RowId | undefined;
  /** Known at once, on disk soon after. What is known already is not written again. */
  readonly note: (connection: ConnectionId, deed: OwnDeed) => void;
  readonly forget: (connection: ConnectionId) => Promise<void>;
  /** Resolves when what was noted is on disk, or was refused: true where nothing was. */
  readonly idle: () => Promise<boolean>;
}

const lineSchema = z.strictObject({
  connection: connectionId,
  ref: tokenRef,
  deed: z.enum(['made', 'deleted']),
  row: rowId.exactOptional(),
});

type Line = OwnDeed & { readonly connection: ConnectionId };

/** A rotation waits for its journal's disk; many deeds are written at once so as not to be in its way. */
const GATHER_MS = 1_000;

interface OwnWorkPorts {
  /** The demo's deeds are known for as long as the app runs, and leave nothing on disk. */
  readonly isRemembered: (connection: ConnectionId) => boolean;
  readonly clock: Pick<Clock, 'wait'>;
}

/** Opens the memory kept in a file, one deed a line. A line that cannot be read, as the torn end of a last write, is passed over. */
export async function openOwnWork(path: string, { isRemembered, clock }: OwnWorkPorts): Promise<OwnWork> {
  const inOrder = oneAtATime();
  const known = new Map<ConnectionId, { readonly made: Set<TokenRef>; readonly deleted: Set<TokenRef> }>();
  const rows = new Map<TokenRef, RowId>();
  const read = await readKept(path);
  const text = read.ok ? read.value : '';
  // What nobody has seen may end in the middle of a line.
  let isTorn = !read.ok || (text !== '' && !text.endsWith('\n'));
  let waiting: Line[] = [];
  let isDue = false;

  const deedsOf = (connection: ConnectionId) => {
    const deeds = known.get(connection) ?? { made: new Set(), deleted: new Set() };
    known.set(connection, deeds);
    return deeds;
  };
  for (const { connection, ref, deed, row } of linesOf(text)) {
    deedsOf(connection)[deed].add(ref);
    if (row !== undefined) rows.set(ref, row);
  }

  /** What the disk refuses waits for what comes next. */
  const writeWaiting = async (): Promise<boolean> => {
    isDue = false;
    const lines = waiting;
    waiting = [];
    if (lines.length === 0) return true;
    isTorn = await appendDurably(path, `${isTorn ? '\n' : ''}${lines.map(lineOf).join('')}`).then(
      () => false,
      () => true,
    );
    if (isTorn) waiting = [...lines, ...waiting];
    return !isTorn;
  };

  return {
    kept: read.ok ? 'whole' : 'unreadable',
    of: (connection) => deedsOf(connection),
    madeFor: (ref) => rows.get(ref),
    note: (connection, { ref, deed, row }) => {
      const refs = deedsOf(connection)[deed];
      if (refs.has(ref)) return;
      refs.add(ref);
      if (row !== undefined) rows.set(ref, row);
      if (!isRemembered(connection)) return;
      waiting.push({ connection, ref, deed, ...(row !== undefined && { row }) });
      if (isDue) return;
      isDue = true;
      void clock.wait(GATHER_MS).then(() => inOrder(writeWaiting));
    },
    forget: (connection) =>
      inOrder(async () => {
        waiting = waiting.filter((line) => line.connection !== connection);
        if (!known.delete(connection) || !read.ok) return;
        const remembered = [...known].filter(([other]) => isRemembered(other));
        const rest = remembered.flatMap(([other, { made, deleted }]) => [
          ...[...made].map((ref): Line => {
            const row = rows.get(ref);
            return { connection: other, ref, deed: 'made', ...(row !== undefined && { row }) };
          }),
          ...[...deleted].map((ref): Line => ({ connection: other, ref, deed: 'deleted' })),
        ]);
        await writeAtomically(path, rest.map(lineOf).join('')).catch(() => undefined);
      }),
    idle: () => inOrder(writeWaiting),
  };
}

async function readKept(path: string): Promise<Result<string, 'disk'>> {
  try {
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    return isAbsent(error) ? ok('') : err('disk');
  }
}

const lineOf = (line: Line) => `${JSON.stringify(line)}\n`;

function linesOf(text: string): readonly Line[] {
  return text.split('\n').flatMap((line) => {
    try {
      const parsed = lineSchema.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    } catch {
      return [];
    }
  });
}
