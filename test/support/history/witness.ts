import type { DemoState, DemoToken } from '../../../electron/demo/demo-state';
import type { JournalRecord } from '../../../electron/rotation/journal-record';
import type { Row } from '../../../electron/rotation/row';
import { startRun } from '../../../electron/rotation/run';
import { transition } from '../../../electron/rotation/transition';
import type { RowId } from '../../../shared/domain/rotation-run';
import type { TokenScope } from '../../../shared/domain/token';
import type { TokenRef } from '../../../shared/domain/token-ref';
import type { RotationBench } from '../rotation-bench';
import { brokenByCreate, brokenByDelete } from './broken-by-request';
import { brokenByRecord } from './broken-by-record';
import type { InProcessHost, Onlooker } from './in-process-host';
import { heldAt, newValueOf } from './holders';
import { openIntruder, type Intruder } from './intruder';
import type { Paper } from './paper';
import type { Intrusion } from '../schedule';
import { openRefs, standing, type RefFor, type Standing } from './standing';
import { must } from '../token-records';
import { tokenPath } from './token-path';

/** What a person has asked for: in this life of the app, nothing else may be deleted. */
export interface Asked {
  readonly toDelete: Set<RowId>;
  /** Tokens that the connection worked with before the person typed another: they had them, and chose so. */
  readonly abandoned: Set<string>;
  /** Tokens that a person agreed, by their name in main's confirmation, to have deleted. */
  readonly consented: Set<TokenRef>;
  /** Tokens that a person said are to stay. */
  readonly writtenOff: Set<TokenRef>;
}

/** All that is true, whatever Rekey believes: the host's state, what is on the disk, who made and who deleted what. */
export interface Truth {
  readonly state: DemoState;
  readonly bench: RotationBench;
  readonly paper: Paper;
  readonly refFor: RefFor;
  /** The tokens that were there before anything was rotated. */
  readonly seen: ReadonlySet<TokenRef>;
  /** The tokens that the confirmed plan names, and the scope that each successor is to have. */
  readonly wanted: ReadonlyMap<TokenRef, TokenScope>;
  readonly made: ReadonlySet<TokenRef>;
  /** Creates that took effect, by row and attempt. */
  readonly sent: ReadonlySet<string>;
  /** New tokens whose create was answered with another value than they have: that value works nowhere. */
  readonly misread: ReadonlySet<TokenRef>;
  readonly asked: Asked;
  readonly intruder: Intruder;
  readonly alive: () => ReadonlyMap<TokenRef, Standing>;
  /** Every row that was ever written down, as the disk has it, those of closed runs too. */
  readonly rows: () => readonly Row[];
  readonly discarding: ReadonlySet<RowId>;
  /** New tokens whose value was once sealed, whatever became of the journal since. */
  readonly sealed: ReadonlySet<TokenRef>;
  /** What was created, or was gone, before a journal went back, which may have forgotten it. */
  readonly excused: ReadonlySet<TokenRef>;
}

export interface Witness extends Truth {
  /** Whether the value that a row delivered, or handed to a person, works: as anyone sees who uses it. */
  readonly works: (row: RowId) => boolean;
  readonly written: (record: JournalRecord) => void;
  /** The journal went back: what it knows of rows is what is there now, and what it has forgotten is excused. */
  readonly wentBack: (records: readonly JournalRecord[]) => void;
  /** The first thing that was done, or written, and must not have been. */
  readonly broken: () => string | undefined;
}

interface Scene {
  readonly host: InProcessHost;
  readonly bench: RotationBench;
  readonly paper: Paper;
  readonly wanted: ReadonlyMap<TokenRef, TokenScope>;
  readonly intrusions: readonly Intrusion[];
  readonly now: () => number;
}

/** Looks on at every request when it takes effect and at every record when it is on the disk. */
export function openWitness({ host, bench, paper, wanted, intrusions, now }: Scene): Witness {
  const { state } = host;
  const refFor = openRefs(bench, state);
  const made = new Set<TokenRef>();
  const sent = new Set<string>();
  const misread = new Set<TokenRef>();
  const rows = new Map<RowId, Row>();
  const discarding = new Set<RowId>();
  const sealed = new Set<TokenRef>();
  const excused = new Set<TokenRef>();
  let broken: string | undefined;
  const credential = () => bench.credential().reveal();
  const intruder = openIntruder(intrusions, {
    state,
    refFor,
    rows: () => [...rows.values()],
    now,
    credential,
  });
  const alive = () => standing(state, refFor);
  const truth: Truth = {
    state,
    bench,
    paper,
    refFor,
    seen: new Set(alive().keys()),
    wanted,
    made,
    sent,
    misread,
    asked: { toDelete: new Set(), abandoned: new Set(), consented: new Set(), writtenOff: new Set() },
    intruder,
    alive,
    rows: () => [...rows.values()],
    discarding,
    sealed,
    excused,
  };

  const onlooker: Onlooker = {
    before: (method, path, body) => {
      intruder.before(method, path);
      const list = tokenPath(state, path);
      if (list === undefined) return;
      if (method === 'DELETE') broken ??= brokenByDelete(truth, list);
      if (method !== 'POST') return;
      const create = brokenByCreate(truth, list, body);
      broken ??= create.broken;
      if (create.attempt !== undefined) sent.add(create.attempt);
    },
    after: (method, path, json) => {
      const list = method === 'POST' ? tokenPath(state, path) : undefined;
      // A create that arrives twice makes two; the last one is what was answered.
      const tokens = list?.tokens() ?? [];
      for (const token of tokens) {
        const ref = refFor(token, list?.project);
        if (!truth.seen.has(ref) && !intruder.made.has(ref)) made.add(ref);
      }
      const last = tokens.at(-1);
      if (last !== undefined && isMisread(json, last)) misread.add(refFor(last, list?.project));
      intruder.after(path);
    },
  };
  host.setOnlooker(onlooker);

  const writtenRow = (record: Extract<JournalRecord, { kind: 'row' }>) => {
    const row = rows.get(record.row);
    if (row === undefined) throw new Error('a record of no row');
    const next = transition(row, record.event);
    rows.set(row.id, next);
    if (record.event.kind === 'discard-intended') discarding.add(row.id);
    if (record.event.kind === 'sealed') sealed.add(record.event.newRef);
    broken ??= brokenByRecord(truth, next, record.event);
  };

  const works = (id: RowId) => {
    const row = rows.get(id);
    const value = row && newValueOf(row, truth);
    if (row === undefined || value === undefined || misread.has(must(row.newRef))) return false;
    return row.deliveries.every(({ to }) => heldAt(to, truth) === value);
  };

  return {
    ...truth,
    works,
    broken: () => broken,
    wentBack: (records) => {
      const standingNow = alive();
      for (const ref of made) excused.add(ref);
      for (const ref of truth.seen) if (!standingNow.has(ref)) excused.add(ref);
      sent.clear();
      rows.clear();
      for (const record of records) {
        if (record.kind === 'run-started') for (const [id, row] of startRun(record).rows) rows.set(id, row);
        const row = record.kind === 'row' ? rows.get(record.row) : undefined;
        if (record.kind === 'row' && row !== undefined) rows.set(row.id, transition(row, record.event));
      }
    },
    written: (record) => {
      if (record.kind === 'run-started') for (const [id, row] of startRun(record).rows) rows.set(id, row);
      if (record.kind === 'row') writtenRow(record);
    },
  };
}

/** True where the answer to a create shows another value than the token has. */
const isMisread = (json: unknown, { value }: DemoToken): boolean =>
  typeof json === 'object' && json !== null && 'token' in json && json.token !== value;
