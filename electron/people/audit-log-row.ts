import type { TokenMade } from '../../shared/domain/audit-log';
import type { LineProblem } from '../../shared/domain/import-report';
import { scrub } from '../../shared/domain/ledger-entry';
import { parseInstant } from '../../shared/domain/parse-instant';
import { LONGEST_NAME } from '../../shared/domain/people';
import { isSeen } from '../../shared/domain/seen-name';
import { err, ok, type Result } from '../../shared/result';
import type { Columns } from './find-columns';
import { ownText, readCell, textIn, type Cell } from './json-cell';
import type { CsvRow } from './read-csv';

type Name = 'id' | 'action' | 'actor' | 'target' | 'payload' | 'at' | 'success';

/** CircleCI's audit log as CSV: nested fields are cells of JSON. Columns that are not named here are passed over. */
export const AUDIT_COLUMNS: Columns<Name> = {
  action: { names: ['action', 'event', 'event_type'], isNeeded: true },
  actor: { names: ['actor', 'actor.name', 'user', 'username'], isNeeded: true },
  at: { names: ['occurred_at', 'timestamp', 'time', 'created_at', 'date'], isNeeded: true },
  target: { names: ['target', 'target.name', 'project'] },
  payload: { names: ['payload', 'data', 'details'] },
  id: { names: ['id', 'event_id'] },
  success: { names: ['success', 'succeeded'] },
};

/** What a line says: who acted, and that they made a project token, if they did. */
export interface AuditLine {
  /** Absent where no person did it. */
  readonly person?: string;
  readonly made?: TokenMade;
}

const MAKES_TOKEN = /^project\.(?:api[-_.]?)?token\.create$/i;

/** Reads a line of the log. A line of another event has to say no more than who did it. */
export function readAuditRow({ line, cell }: CsvRow<Name>): Result<AuditLine, LineProblem> {
  const action = cell('action');
  if (action === '') return err('no-action');
  const acting = readCell(cell('actor'));
  if (acting.kind === 'broken') return err('no-actor');
  const actor = nameOf(acting);
  const person = isPerson(acting) && actor !== undefined ? { person: actor } : {};
  if (!MAKES_TOKEN.test(action) || /^(?:false|0|no)$/i.test(cell('success'))) return ok(person);
  if (actor === undefined) return err('no-actor');

  const at = parseInstant(cell('at'));
  if (at === undefined) return err('bad-date');
  const [target, payload] = [readCell(cell('target')), readCell(cell('payload'))];
  const told = tokenOf(target, payload);
  if (told.label === undefined && told.tokenId === undefined) return err('no-token');
  const projects = projectsOf(target, payload);
  if (projects.length === 0) return err('no-project');
  const id = cell('id');
  return ok({ ...person, made: { line, at, actor, projects, ...told, ...(id !== '' && { id }) } });
}

const nameOf = (actor: Cell): string | undefined => {
  const name =
    actor.kind === 'text' ? actor.text : ownText(actor, ['name', 'login', 'username', 'email', 'id']);
  const safe = scrub((name ?? '').trim()).slice(0, LONGEST_NAME);
  return isSeen(safe) ? safe : undefined;
};

const isPerson = (actor: Cell) => /^(?:user.*)?$/i.test(ownText(actor, ['type']) ?? '');

const isToken = (target: Cell) => /token/i.test(ownText(target, ['type']) ?? '');

/** Which token it is. Where the target is the token itself, its name and id are the token's. */
function tokenOf(target: Cell, payload: Cell): Pick<TokenMade, 'label' | 'scope' | 'tokenId'> {
  const own = isToken(target) ? target : undefined;
  const label =
    textIn(payload, ['label', 'token_label', 'api_token_label', 'token_name', 'description']) ??
    ownText(payload, ['name']) ??
    (own && ownText(own, ['label', 'name']));
  const scope = textIn(payload, ['scope', 'token_scope']) ?? (own && ownText(own, ['scope']));
  const tokenId =
    textIn(payload, ['token_id', 'api_token_id']) ??
    ownText(payload, ['id', 'uuid']) ??
    (own && ownText(own, ['id']));
  return {
    ...(label !== undefined && { label }),
    ...(scope !== undefined && { scope }),
    ...(tokenId !== undefined && { tokenId }),
  };
}

function projectsOf(target: Cell, payload: Cell): readonly string[] {
  const own = isToken(target)
    ? []
    : [
        target.kind === 'text' ? target.text : undefined,
        ownText(target, ['slug', 'name']),
        ownText(target, ['id']),
      ];
  const told = [
    textIn(payload, ['project_slug', 'project', 'project_name']),
    textIn(payload, ['vcs_url', 'project_url']),
    textIn(payload, ['project_id']),
  ];
  return [...own, ...told].filter((name) => name !== undefined && name.trim() !== '') as string[];
}
