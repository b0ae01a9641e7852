import type { Actor, LedgerEntry, LedgerHead } from '../../shared/domain/ledger-entry';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Instant } from '../../shared/domain/instant';
import type { LedgerFact } from '../../shared/domain/ledger-fact';
import type { LedgerState } from '../../shared/domain/ledger-state';
import { ledgerFact } from '../../shared/ipc/ledger-schema';
import { err, ok, type Result } from '../../shared/result';
import { oneAtATime } from '../files/one-at-a-time';
import { EMPTY, type Draft } from './chain';
import { openLedgerFile } from './ledger-file';
import type { ReadHow, Reading } from './read-ledger';
import { safeActor, safeFact } from './safe-fact';
import type { SealedHead } from './sealed-head';

/** A fact, and who did it. */
export interface Note {
  readonly fact: LedgerFact;
  readonly actor: Actor;
  readonly connection?: ConnectionId;
  /** When it happened, where that is not now. */
  readonly at?: Instant;
}

/** Hears every entry of a ledger, and then says what is missing at its end, in order. */
export interface EarlierNotes {
  readonly heard: (entry: LedgerEntry) => void;
  readonly missing: () => readonly Note[];
}

/** Everything that was done, in a chain of hashes: whoever alters a line breaks all lines after it. */
export interface Ledger {
  /** Answers when the fact is on disk. A ledger that does not verify takes nothing more. */
  readonly note: (note: Note) => Promise<Result<null, 'unwritable'>>;
  /** Writes it at once, or with all others of the next moment; what the disk refuses is kept and tried again. */
  readonly noteSoon: (note: Note) => void;
  /**
   * Adds what the last process could not, before anything that is noted from now on; to a ledger that verifies. One that does
   * not takes nothing before it has been caught up with, or is begun anew. Each reading has a memory of its own.
   */
  readonly catchUp: (memory: () => EarlierNotes) => Promise<void>;
  /** The chain as it is in the file, after all that was noted. */
  readonly look: () => Promise<Reading>;
  /** The same, every line read anew. */
  readonly verify: (progress?: ReadHow['progress']) => Promise<Reading>;
  readonly state: (reading: Reading) => LedgerState;
  /** Keeps a ledger that is not whole under another name and begins a new one, whose first entry says so. */
  readonly beginAnew: (setAsideAs: string, actor: Actor) => Promise<Result<null, 'is-whole' | 'unwritable'>>;
  /** Resolves when all is written or was refused, and its end is kept under the keychain: true where nothing is left to write. */
  readonly idle: () => Promise<boolean>;
}

export interface LedgerPorts {
  readonly path: string;
  readonly now: () => Instant;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly sealed: SealedHead;
  /** Entries were added, or it turned out whether their end can be kept. */
  readonly grown: () => void;
}

/** Facts that nothing waits for are written this often, at most: a rotation moves many rows at once. */
const GATHER_MS = 250;
/** The keychain is asked this often, at most. */
const SEAL_MS = 1_000;

interface Waiting {
  readonly draft: Draft;
  /** Absent where nothing waits for it. */
  readonly answer?: (result: Result<null, 'unwritable'>) => void;
}

/** Opens the ledger in a file; a missing file is an empty ledger, unless the keychain knows of more. */
export function openLedger({ path, now, wait, sealed, grown }: LedgerPorts): Ledger {
  const file = openLedgerFile(path, sealed.read);
  const inOrder = oneAtATime();
  const sealing = oneAtATime();
  let waiting: Waiting[] = [];
  let isGroupDue = false;
  let isGathering = false;
  let isMoreToCome = false;
  /** Of whatever the ledger has not been caught up with. */
  let owed: (() => EarlierNotes) | undefined;
  let unsealed: LedgerHead | undefined;
  let isSealDue = false;

  const sealNow = () =>
    sealing(async () => {
      isSealDue = false;
      const head = unsealed;
      unsealed = undefined;
      if (head === undefined) return;
      const before = sealed.state();
      await sealed.keep(head);
      if (sealed.state() !== before) grown();
    });

  /** What was owed waits before all else; it stays owed where the ledger cannot be read, or does not verify. */
  const payOff = async () => {
    if (owed === undefined) return;
    const { heard, missing } = owed();
    if ((await file.lookAnew({ heard })).trouble !== undefined) return;
    owed = undefined;
    const drafts = missing().flatMap((note) => draftOf(note) ?? []);
    waiting = [...drafts.map((draft) => ({ draft })), ...waiting];
  };

  /** Writes all that waits with one sync. What the disk refused, and nobody waits for, goes before what comes next. */
  const writeGroup = async () => {
    isGroupDue = false;
    if (waiting.length === 0) return;
    // Read through only where that may help.
    if (owed !== undefined && (await file.look()).trouble === undefined) await payOff();
    const group = waiting;
    waiting = [];
    const written =
      owed === undefined ? await file.append(group.map(({ draft }) => draft)) : err('unwritable');
    if (written.ok) {
      unsealed = written.value;
      if (!isSealDue) {
        isSealDue = true;
        void wait(SEAL_MS).then(sealNow);
      }
      grown();
    } else waiting = [...group.filter(({ answer }) => answer === undefined), ...waiting];
    for (const { answer } of group) answer?.(written.ok ? ok(null) : err('unwritable'));
  };

  const writeNow = () => {
    if (isGroupDue) return;
    isGroupDue = true;
    void inOrder(writeGroup);
  };

  const gather = () => {
    isGathering = true;
    isMoreToCome = false;
    writeNow();
    void wait(GATHER_MS).then(() => {
      isGathering = false;
      if (isMoreToCome) gather();
    });
  };

  /** Nothing for a fact that is none: written, it would make the ledger one that does not verify. */
  const draftOf = ({ fact, actor, connection, at = now() }: Note): Draft | undefined => {
    const safe = ledgerFact.safeParse(safeFact(fact));
    const who = { actor: safeActor(actor), ...(connection !== undefined && { connection }) };
    return safe.success ? { at, ...who, fact: safe.data } : undefined;
  };

  return {
    note: (note) =>
      new Promise((answer) => {
        const draft = draftOf(note);
        if (draft === undefined) {
          answer(err('unwritable'));
          return;
        }
        waiting.push({ draft, answer });
        writeNow();
      }),
    noteSoon: (note) => {
      const draft = draftOf(note);
      if (draft !== undefined) waiting.push({ draft });
      isMoreToCome = true;
      if (!isGathering) gather();
    },
    catchUp: (memory) =>
      inOrder(async () => {
        owed = memory;
        await payOff();
        await writeGroup();
      }),
    look: () => inOrder(() => writeGroup().then(file.look)),
    verify: (progress) => inOrder(() => writeGroup().then(() => file.lookAnew(progress && { progress }))),
    state: ({ head, trouble }) => ({
      head,
      keeping: sealed.state(),
      ...(trouble && { trouble }),
      waiting: waiting.length,
    }),
    beginAnew: (setAsideAs, actor) =>
      inOrder(async () => {
        const { trouble } = await file.lookAnew();
        if (trouble === undefined) return err('is-whole');
        try {
          const expected = await file.setAside(setAsideAs);
          owed = undefined;
          await sealing(() => sealed.keep(EMPTY));
          const begun = draftOf({ fact: { kind: 'ledger-begun', was: trouble.kind, ...expected }, actor });
          if (begun !== undefined) waiting.unshift({ draft: begun });
          await writeGroup();
          return ok(null);
        } catch {
          return err('unwritable');
        }
      }),
    idle: async () => {
      await inOrder(writeGroup);
      const isAllWritten = waiting.length === 0 && owed === undefined;
      await sealNow();
      return isAllWritten;
    },
  };
}
