import type { AuditMatch, TokenMade } from '../../shared/domain/audit-log';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ImportFailure, ImportReport, LogImported } from '../../shared/domain/import-report';
import type { RegisterEntry } from '../../shared/domain/inventory';
import { matchAuditLog } from '../../shared/domain/match-audit-log';
import { MOST_CONFLICTS } from '../../shared/domain/people';
import { err, ok, type Result } from '../../shared/result';
import { AUDIT_COLUMNS, readAuditRow } from './audit-log-row';
import type { ByteSource } from './byte-source';
import type { PeoplePorts } from './people-ports';
import { withNames, type PeopleState } from './people-state';
import type { CsvRead } from './read-csv';
import { REGISTER_COLUMNS, readRegisterRow } from './register-row';
import type { UnderWay } from './under-way';

/** Takes in files that people chose. What cannot be read says so by its line; what was known before stays. */
export interface ImportDesk {
  readonly importLog: (
    connection: ConnectionId,
    source: ByteSource,
  ) => Promise<Result<LogImported, ImportFailure>>;
  readonly importRegister: (
    connection: ConnectionId,
    source: ByteSource,
  ) => Promise<Result<ImportReport, ImportFailure>>;
}

export function openImportDesk(ports: PeoplePorts, underWay: UnderWay): ImportDesk {
  const { book, clock, note } = ports;

  const noteImport = (
    { report, sha256 }: CsvRead,
    what: 'audit-log' | 'register',
    connection: ConnectionId,
  ) => note({ kind: 'imported', what, sha256, taken: report.taken, refused: report.refused }, connection);

  return {
    importLog: (connection, source) =>
      underWay.run(connection, async (signal, progress) => {
        const last = await ports.lastOf(connection);
        if (last === undefined) return err({ kind: 'no-inventory' });
        const made: TokenMade[] = [];
        const people = new Set<string>();
        const { readCsv } = await import('./read-csv');
        const read = await readCsv(source, {
          columns: AUDIT_COLUMNS,
          take: (row) => {
            const said = readAuditRow(row);
            if (!said.ok) return said.error;
            if (said.value.person !== undefined) people.add(said.value.person);
            if (said.value.made === undefined) return 'ignored';
            made.push(said.value.made);
            return 'taken';
          },
          progress,
          signal,
          now: clock.now(),
        });
        if (!read.ok) return read;
        const match = matchAuditLog(made, last.tokens, (project, id) =>
          ports.refOfId(connection, project, id),
        );
        const { report } = read.value;
        const kept = await book.change(connection, (state) => afterImport(state, report, match, people));
        if (!kept.ok) return err({ kind: kept.error });
        await ports.recover(connection);
        await noteImport(read.value, 'audit-log', connection);
        const { recovered, conflicts, unmatched } = match;
        return ok({ report, recovered: recovered.length, conflicts: conflicts.length, unmatched });
      }),
    importRegister: (connection, source) =>
      underWay.run(connection, async (signal, progress) => {
        const entries: RegisterEntry[] = [];
        const now = clock.now();
        const { readCsv } = await import('./read-csv');
        const read = await readCsv(source, {
          columns: REGISTER_COLUMNS,
          take: (row) => {
            const entry = readRegisterRow(row, now);
            if (!entry.ok) return entry.error;
            entries.push(entry.value);
            return 'taken';
          },
          progress,
          signal,
          now,
        });
        if (!read.ok) return read;
        const known = (await ports.lastOf(connection))?.tokens ?? [];
        const fresh = withoutKnown(
          entries,
          known.filter(({ source: from }) => from === 'by-hand'),
        );
        const kept = await ports.addAllByHand(connection, fresh);
        if (!kept.ok) return err({ kind: kept.error });
        await noteImport(read.value, 'register', connection);
        return ok(read.value.report);
      }),
  };
}

/** What was known, with what a log told; of a token that it tells nothing of, what an earlier one told stays. */
function afterImport(
  state: PeopleState,
  { file, at, taken }: ImportReport,
  { recovered, conflicts }: AuditMatch,
  people: ReadonlySet<string>,
): PeopleState {
  const before = new Map(state.recovered.map((told) => [told.ref, told]));
  const from = state.imports.length;
  const told = recovered.map((one) => ({ ...before.get(one.ref), ...one, from }));
  const spokenOf = new Set([
    ...recovered.map(({ ref }) => ref),
    ...conflicts.flatMap(({ tokens }) => tokens.map(({ ref }) => ref)),
  ]);
  const standing = state.conflicts.filter(({ tokens }) => !tokens.some(({ ref }) => spokenOf.has(ref)));
  const names = [...people].map((name) => ({ name, source: 'audit-log' as const }));
  const all = [...conflicts, ...standing];
  return {
    ...state,
    names: withNames(state.names, names),
    imports: [...state.imports, { file, at, taken }],
    recovered: [...new Map([...before, ...told.map((one) => [one.ref, one] as const)]).values()],
    conflicts: all.slice(0, MOST_CONFLICTS),
    conflictCount: all.length,
  };
}

/** The entries that the register does not have yet, so that a file can be imported twice. */
function withoutKnown(
  entries: readonly RegisterEntry[],
  known: readonly { readonly label: string; readonly owner?: { readonly name: string } }[],
): readonly RegisterEntry[] {
  const keys = new Set(known.map(({ label, owner }) => `${owner?.name ?? ''}\n${label}`));
  return entries.filter(({ label, owner }) => !keys.has(`${owner}\n${label}`));
}
