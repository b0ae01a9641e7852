import type { DueBecause, DueState } from '../../../shared/domain/age-policy';
import { parseConnectionId, type ConnectionId } from '../../../shared/domain/connection-id';
import { parseProjectSlug } from '../../../shared/domain/project-slug';
import { OWNER_SOURCES, type TokenOwner, type TokenRecord } from '../../../shared/domain/token';
import type { TokenRef } from '../../../shared/domain/token-ref';
import { openCodeColumn } from './code-column';
import { openDateColumn } from './date-column';
import { openTextColumn } from './text-column';

/** Whether the list that a token stands in was read at the last look. */
export type RowCoverage = 'read' | 'by-hand' | 'refused' | 'unreachable' | 'in-doubt' | 'pending';

const KINDS = ['project', 'personal'] as const;
/** From the most power to the least. */
const SCOPES = ['all', 'full', 'write', 'view-builds', 'read', 'status', 'other'] as const;
const DUE_CODES = [
  'overdue/age',
  'overdue/unused',
  'overdue/incident',
  'unknown-age/due',
  'due-soon/age',
  'due-soon/unused',
  'due-soon/incident',
  'unknown-age/waiting',
  'fine/age',
  'fine/unused',
  'fine/incident',
  'excepted',
  'no-limit',
] as const;
type DueCode = (typeof DUE_CODES)[number];

/**
 * All tokens of the inventory, a column each fact instead of an object each token: a hundred thousand fit into a few megabytes
 * and are filtered and sorted without touching an object. Rows are numbered from 0; a number stays with its token until
 * some token is removed.
 */
export type TokenRows = ReturnType<typeof openTokenRows>;

export function openTokenRows() {
  const refs: TokenRef[] = [];
  const rowOf = new Map<TokenRef, number>();
  /** The connections that see a token besides the one its row names. */
  const alsoSeenBy = new Map<TokenRef, ReadonlySet<ConnectionId>>();
  const columns = {
    connection: openTextColumn(),
    label: openTextColumn(),
    project: openTextColumn(),
    projectName: openTextColumn(),
    owner: openTextColumn(),
    rawScope: openTextColumn(),
    lastFour: openTextColumn(),
    ownerSource: openCodeColumn(['none', ...OWNER_SOURCES]),
    kind: openCodeColumn(KINDS),
    scope: openCodeColumn(SCOPES),
    source: openCodeColumn(['host', 'by-hand']),
    own: openCodeColumn(['other', 'own']),
    createdFrom: openCodeColumn(['host', 'audit-log']),
    due: openCodeColumn(DUE_CODES),
    coverage: openCodeColumn<RowCoverage>([
      'refused',
      'unreachable',
      'in-doubt',
      'pending',
      'by-hand',
      'read',
    ]),
    created: openDateColumn(),
    lastUsed: openDateColumn(),
    expires: openDateColumn(),
    firstSeen: openDateColumn(),
    lastSeen: openDateColumn(),
    dueAt: openDateColumn(),
  };

  const recordAt = (row: number): TokenRecord => {
    const text = (column: keyof typeof columns & ('rawScope' | 'projectName' | 'lastFour')) => {
      const value = columns[column].get(row);
      return value === '' ? undefined : value;
    };
    const connection = parseConnectionId(columns.connection.get(row));
    const ref = refs[row];
    if (connection === undefined || ref === undefined) throw new Error('there is no such row');
    const project = parseProjectSlug(columns.project.get(row));
    const owner = ownerOf(columns.owner.get(row), columns.ownerSource.get(row));
    const [rawScope, projectName, lastFour] = [text('rawScope'), text('projectName'), text('lastFour')];
    const createdAt = columns.created.get(row);
    const lastUsedAt = columns.lastUsed.get(row);
    const expiresAt = columns.expires.get(row);
    const lastSeenAt = columns.lastSeen.get(row);
    return {
      ref,
      connection,
      kind: columns.kind.get(row),
      scope: columns.scope.get(row),
      label: columns.label.get(row),
      firstSeenAt: columns.firstSeen.get(row) ?? 0,
      source: columns.source.get(row),
      ...(rawScope !== undefined && { rawScope }),
      ...(project !== undefined && { project }),
      ...(projectName !== undefined && { projectName }),
      ...(owner !== undefined && { owner }),
      ...(createdAt !== undefined && { createdAt }),
      ...(columns.createdFrom.get(row) === 'audit-log' && { createdFrom: 'audit-log' as const }),
      ...(lastUsedAt !== undefined && { lastUsedAt }),
      ...(expiresAt !== undefined && { expiresAt }),
      ...(lastSeenAt !== undefined && { lastSeenAt }),
      ...(lastFour !== undefined && { lastFour }),
      ...(columns.own.get(row) === 'own' && { ownCredential: true as const }),
    };
  };

  const write = (row: number, token: TokenRecord, due: DueState, coverage: RowCoverage) => {
    refs[row] = token.ref;
    rowOf.set(token.ref, row);
    columns.connection.set(row, token.connection);
    columns.label.set(row, token.label);
    columns.project.set(row, token.project ?? '');
    columns.projectName.set(row, token.projectName ?? '');
    columns.owner.set(row, token.owner?.name ?? '');
    columns.ownerSource.set(row, token.owner?.source ?? 'none');
    columns.rawScope.set(row, token.rawScope ?? '');
    columns.lastFour.set(row, token.lastFour ?? '');
    columns.kind.set(row, token.kind);
    columns.scope.set(row, token.scope);
    columns.source.set(row, token.source);
    columns.own.set(row, token.ownCredential === true ? 'own' : 'other');
    columns.created.set(row, token.createdAt);
    columns.createdFrom.set(row, token.createdFrom ?? 'host');
    columns.lastUsed.set(row, token.lastUsedAt);
    columns.expires.set(row, token.expiresAt);
    columns.firstSeen.set(row, token.firstSeenAt);
    columns.lastSeen.set(row, token.lastSeenAt);
    writeDue(row, due);
    columns.coverage.set(row, coverage);
  };

  const writeDue = (row: number, due: DueState) => {
    columns.due.set(row, dueCodeOf(due));
    columns.dueAt.set(row, due.kind === 'no-limit' ? undefined : due.dueAt);
  };

  const dueAt = (row: number): DueState =>
    dueOf(columns.due.get(row), columns.dueAt.get(row) ?? Number.POSITIVE_INFINITY);

  return {
    columns,
    size: () => refs.length,
    refAt: (row: number): TokenRef | undefined => refs[row],
    rowOf: (ref: TokenRef): number | undefined => rowOf.get(ref),
    recordAt,
    dueAt,
    /** Judges a row anew; all else of it stays. */
    judge: writeDue,
    /** Every connection that sees the token of a row: one token is one row. */
    seenBy: (row: number): readonly ConnectionId[] => {
      const own = parseConnectionId(columns.connection.get(row));
      const ref = refs[row];
      if (own === undefined || ref === undefined) return [];
      return [own, ...(alsoSeenBy.get(ref) ?? [])];
    },
    /** Whether some token is seen by more than one connection. */
    hasShared: () => alsoSeenBy.size > 0,
    /** The rows of tokens that a connection sees besides the one their row names. */
    alsoSeen: (connection: string): ReadonlySet<number> => {
      const rows = new Set<number>();
      for (const [ref, others] of alsoSeenBy) {
        const row = rowOf.get(ref);
        if (row !== undefined && others.has(connection as ConnectionId)) rows.add(row);
      }
      return rows;
    },
    /** Takes a token in: in place of what has the same ref, or as a new row. */
    put: (token: TokenRecord, due: DueState, coverage: RowCoverage = coverageOf(token)) => {
      const row = rowOf.get(token.ref);
      const own = row === undefined ? undefined : parseConnectionId(columns.connection.get(row));
      if (row === undefined || own === undefined || own === token.connection) {
        write(row ?? refs.length, token, due, coverage);
        return;
      }
      alsoSeenBy.set(token.ref, new Set([...(alsoSeenBy.get(token.ref) ?? []), token.connection]));
    },
    /** What a connection does not see any more stays where another does; true where it is to be taken out. */
    forsake: (ref: TokenRef, connection: ConnectionId): boolean => {
      const row = rowOf.get(ref);
      const others = alsoSeenBy.get(ref);
      if (row === undefined) return true;
      const own = columns.connection.get(row);
      if (others === undefined) return own === connection;
      const [next, ...rest] = [...others].filter((other) => other !== connection);
      if (own !== connection) {
        alsoSeenBy.delete(ref);
        if (next !== undefined) alsoSeenBy.set(ref, new Set([next, ...rest]));
        return false;
      }
      if (next === undefined) return true;
      columns.connection.set(row, next);
      alsoSeenBy.delete(ref);
      if (rest.length > 0) alsoSeenBy.set(ref, new Set(rest));
      return false;
    },
    /** Takes a token out; the last row takes its number. */
    remove: (ref: TokenRef) => {
      const row = rowOf.get(ref);
      const last = refs.length - 1;
      alsoSeenBy.delete(ref);
      if (row === undefined) return;
      if (row !== last) write(row, recordAt(last), dueAt(last), columns.coverage.get(last));
      refs.pop();
      rowOf.delete(ref);
    },
  };
}

const coverageOf = ({ source }: TokenRecord): RowCoverage => (source === 'by-hand' ? 'by-hand' : 'read');

function ownerOf(name: string, source: 'none' | TokenOwner['source']): TokenOwner | undefined {
  return source === 'none' ? undefined : { name, source };
}

function dueCodeOf(due: DueState): DueCode {
  if (due.kind === 'no-limit' || due.kind === 'excepted') return due.kind;
  if (due.kind === 'unknown-age') return due.isDue ? 'unknown-age/due' : 'unknown-age/waiting';
  return `${due.kind}/${due.because}`;
}

function dueOf(code: DueCode, dueAt: number): DueState {
  switch (code) {
    case 'no-limit':
      return { kind: 'no-limit' };
    case 'excepted':
      return { kind: 'excepted', dueAt };
    case 'unknown-age/due':
    case 'unknown-age/waiting':
      return { kind: 'unknown-age', dueAt, isDue: code === 'unknown-age/due' };
    default: {
      const [kind, because] = code.split('/') as ['overdue' | 'due-soon' | 'fine', DueBecause];
      return { kind, dueAt, because };
    }
  }
}
