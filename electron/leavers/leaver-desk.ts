import type { ConnectionId } from '../../shared/domain/connection-id';
import { closeRotated, decideItems, signOff } from '../../shared/domain/decide-leaver';
import {
  parseLeaverId,
  tokenOf,
  type Leaver,
  type LeaverDecision,
  type LeaverFailure,
  type LeaverId,
  type LeaverItemId,
} from '../../shared/domain/leaver';
import { checklistOf } from '../../shared/domain/leaver-checklist';
import type { LeaverKnowledge } from '../../shared/domain/leaver-knowledge';
import { recheckLeaver } from '../../shared/domain/leaver-recheck';
import { scrub } from '../../shared/domain/ledger-entry';
import type { PersonFacts } from '../../shared/domain/people';
import type { RunRow } from '../../shared/domain/rotation-run';
import type { TokenRef } from '../../shared/domain/token-ref';
import { seenName } from '../../shared/domain/seen-name';
import { err, ok, type Result } from '../../shared/result';
import { oneAtATime } from '../files/one-at-a-time';
import type { LeaverPorts } from './leaver-ports';
import { noteDecision, noteItem } from './note-leaver';

type Answer = Promise<Result<Leaver, LeaverFailure>>;

/** Everybody who leaves, and what is to be closed of theirs. */
export interface LeaverDesk {
  readonly list: () => readonly Leaver[];
  readonly open: (connection: ConnectionId, person: string) => Answer;
  readonly decide: (id: LeaverId, items: readonly LeaverItemId[], decision: LeaverDecision) => Answer;
  readonly signOff: (id: LeaverId, by: string) => Answer;
  /** To be called when a look at a connection has ended: what re-appeared opens its list again. */
  readonly looked: (connection: ConnectionId) => Promise<void>;
  /** To be called when rows of a run have changed: what is proved gone closes its line. */
  readonly rotated: (
    connection: ConnectionId,
    rows: readonly Pick<RunRow, 'ref' | 'step'>[],
  ) => Promise<void>;
  /** Resolves when all that was begun is on disk, or could not be written. */
  readonly idle: () => Promise<void>;
}

export function openLeaverDesk(ports: LeaverPorts): LeaverDesk {
  const { book, note, clock } = ports;
  const inOrder = oneAtATime();

  const knowledgeOf = async (
    connection: ConnectionId,
    names: ReadonlySet<string>,
  ): Promise<LeaverKnowledge | undefined> => {
    const last = await ports.lastOf(connection);
    return (
      last && {
        ...last,
        connection,
        names,
        ownDeeds: ports.ownDeedsOf(connection),
        placesOf: ports.placesOf,
        keys: ports.keysOf(connection),
        connections: ports.connections(),
      }
    );
  };

  const keep = async (leaver: Leaver): Answer => {
    const kept = await book.keep(leaver);
    if (!kept.ok) return err({ kind: kept.error });
    ports.changed(book.all());
    return ok(leaver);
  };

  /**
   * Changes a checklist that is there, after what came before has ended. What cannot be written down is taken back: nobody's
   * word counts that is not in the ledger.
   */
  const change = (
    id: LeaverId,
    how: (leaver: Leaver) => Promise<Leaver | undefined>,
    isWritten: (next: Leaver) => Promise<boolean> = () => Promise.resolve(true),
  ): Answer =>
    inOrder(async () => {
      const leaver = book.all().find((one) => one.id === id);
      if (leaver === undefined) return err({ kind: 'no-such-leaver' });
      const next = await how(leaver);
      if (next === undefined) return err({ kind: 'not-possible' });
      const kept = await keep(next);
      if (!kept.ok || (await isWritten(next))) return kept;
      await keep(leaver);
      return err({ kind: 'ledger' });
    });

  const tokensOf = async (connection: ConnectionId) => (await ports.lastOf(connection))?.tokens ?? [];
  const ofConnection = (connection: ConnectionId) =>
    book.all().filter((leaver) => leaver.connection === connection);

  return {
    list: book.all,
    open: (connection, person) =>
      inOrder(async () => {
        const facts = await ports.personOf(connection, person);
        if (facts === undefined) return err({ kind: 'no-such-person' });
        const names = namesOf(facts);
        const spelled = new Set([...names].map(seenName));
        for (const { person: other, signedOff } of ofConnection(connection)) {
          if (signedOff !== undefined || !spelled.has(seenName(other))) continue;
          // Somebody may be known by another name, or be spelled otherwise, than when their list was opened.
          const isTheirs = names.has(other) || (await ports.personOf(connection, other))?.name === facts.name;
          if (isTheirs) return err({ kind: 'already-open' });
        }
        const known = await knowledgeOf(connection, names);
        if (known === undefined) return err({ kind: 'no-inventory' });
        const kept = await keep({
          id: leaverId(ports.randomId()),
          connection,
          person,
          names: [...names],
          knownFrom: facts.sources,
          openedAt: clock.now(),
          checkedAt: known.takenAt,
          items: checklistOf(known),
          earlierSignOffs: [],
        });
        if (kept.ok) {
          const { id: leaver, items } = kept.value;
          await note({ kind: 'leaver-opened', leaver, person, items: items.length }, connection);
        }
        return kept;
      }),
    decide: (id, items, decision) => {
      const said = 'reason' in decision ? { ...decision, reason: scrub(decision.reason) } : decision;
      return change(
        id,
        async (leaver) => decideItems(leaver, items, said, await tokensOf(leaver.connection), clock.now()),
        (next) => noteDecision(note, next, items, said),
      );
    },
    signOff: (id, typed) => {
      const by = scrub(typed.trim());
      return change(
        id,
        (leaver) => Promise.resolve(signOff(leaver, by, clock.now())),
        async ({ connection, person }) =>
          (await note({ kind: 'leaver-signed-off', leaver: id, person, by }, connection)).ok,
      );
    },
    looked: async (connection) => {
      for (const { id } of ofConnection(connection)) {
        await inOrder(async () => {
          const leaver = book.all().find((one) => one.id === id);
          if (leaver === undefined) return;
          const facts = await ports.personOf(connection, leaver.person);
          const names = facts === undefined ? new Set(leaver.names) : namesOf(facts);
          const known = await knowledgeOf(connection, names);
          if (known === undefined) return;
          const { leaver: next, reopened } = recheckLeaver(leaver, known);
          if (reopened.length === 0 && next.checkedAt === leaver.checkedAt) return;
          const kept = await keep(next);
          if (kept.ok) for (const item of reopened) await noteItem(note, next, item, 're-opened');
        });
      }
    },
    rotated: async (connection, rows) => {
      const gone = new Set(rows.flatMap(({ ref, step }) => (step === 'gone' ? [ref] : [])));
      for (const { id } of ofConnection(connection).filter((leaver) => waitsFor(leaver, gone))) {
        let before: Leaver | undefined;
        const closed = await change(id, async (leaver) => {
          before = leaver;
          return closeRotated(leaver, gone, await tokensOf(connection), clock.now());
        });
        if (!closed.ok) continue;
        for (const item of closed.value.items)
          if (item.state.kind === 'rotated' && !before?.items.includes(item))
            await noteItem(note, closed.value, item.id, 'rotated');
      }
    },
    idle: () => inOrder(() => Promise.resolve()),
  };
}

const namesOf = ({ name, aliases }: Pick<PersonFacts, 'name' | 'aliases'>): ReadonlySet<string> =>
  new Set([name, ...aliases]);

const waitsFor = ({ items }: Leaver, gone: ReadonlySet<TokenRef>) =>
  items.some(({ subject, state }) => {
    const token = tokenOf(subject);
    return token !== undefined && gone.has(token.ref) && ['open', 'to-rotate'].includes(state.kind);
  });

function leaverId(random: string): LeaverId {
  const id = parseLeaverId(`lvr_${random.slice(0, 16)}`);
  if (id === undefined) throw new Error('chance is hex digits');
  return id;
}
