import type { Instant } from '../../../shared/domain/instant';
import type { OwnerSource } from '../../../shared/domain/people';
import { isAccessUnknown, type TokenOwner, type TokenRecord } from '../../../shared/domain/token';
import { countWord } from '../../words/count-words';
import { distanceWord, exactUtc } from '../../words/date-words';
import { kindWord, plain, projectWord, scopeWord } from '../../words/token-words';
import { COVERAGE_NAMES } from '../coverage-words';
import type { RowCoverage } from '../rows/token-rows';

/** One thing that is known of a token, or is not, and who says so. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly source?: string;
  readonly isCode?: boolean;
}

const OWNER_SOURCES: Readonly<Record<TokenOwner['source'], string>> = {
  self: 'CircleCI lists a personal token to its owner only',
  'by-hand': 'entered by hand',
  'audit-log': 'the audit log that was imported',
};

const IN_FUTURE =
  'this is in the future: a clock was or is wrong, at CircleCI or here. It postpones no due date';

/** All facts about a token, each with its source. Its value is none of them. */
export function factsOf(
  token: TokenRecord,
  coverage: RowCoverage,
  connectionNames: readonly string[],
  now: Instant,
  told?: OwnerSource,
): readonly Fact[] {
  const log = told && `${OWNER_SOURCES['audit-log']}: ${plain(told.file)}, ${exactUtc(told.at)}`;
  const lister = token.source === 'host' ? 'CircleCI’s list' : 'entered by hand';
  const when = (name: string, instant: Instant | undefined, unknown: string, source = lister): Fact =>
    instant === undefined
      ? { name, value: unknown }
      : { name, value: `${exactUtc(instant)} (${distanceWord(instant, now)})`, source };
  const past = (name: string, instant: Instant | undefined, unknown: string, source = lister): Fact =>
    when(name, instant, unknown, (instant ?? 0) > now ? `${source}; ${IN_FUTURE}` : source);
  return [
    { name: 'Kind', value: kindWord(token.kind), source: lister },
    {
      name: 'Scope',
      value: scopeWord(token),
      source: scopeSource(token, lister),
    },
    ...projectFact(token),
    {
      name: connectionNames.length > 1 ? 'Seen by' : 'Connection',
      value: connectionNames.map(plain).join(', '),
    },
    token.owner === undefined
      ? { name: 'Owner', value: 'Not known: the list does not say who made it' }
      : {
          name: 'Owner',
          value: plain(token.owner.name),
          source: (token.owner.source === 'audit-log' && log) || OWNER_SOURCES[token.owner.source],
        },
    past(
      'Created',
      token.createdAt,
      'Not known: the list does not tell',
      token.createdFrom === undefined ? lister : (log ?? OWNER_SOURCES[token.createdFrom]),
    ),
    past('Last used', token.lastUsedAt, 'Not known: the list does not tell'),
    when(
      'Expires',
      token.expiresAt,
      token.kind === 'project' ? 'Never: project tokens do not expire' : 'Not known: the list does not tell',
      'CircleCI’s own expiry, apart from the policy',
    ),
    past('First seen', token.firstSeenAt, '', 'Rekey'),
    ...(token.lastSeenAt === undefined
      ? []
      : [
          when(
            'Not seen since',
            token.lastSeenAt,
            '',
            'the last sync could not confirm that it is still there, nor that it is gone',
          ),
        ]),
    ...(token.lastFour === undefined
      ? []
      : [
          {
            name: 'Last four',
            value: token.lastFour,
            isCode: true,
            source: 'the value, as the list showed it',
          },
        ]),
    { name: 'Coverage', value: COVERAGE_NAMES[coverage], source: 'the last look at this list' },
    ...(token.ownCredential === true
      ? [{ name: 'Used by', value: 'Rekey works with this token on this connection' }]
      : []),
    { name: 'Known as', value: token.ref, isCode: true, source: 'Rekey’s own name for it' },
    ...rawLabel(token.label),
  ];
}

function scopeSource(token: TokenRecord, lister: string): string {
  if (token.scope === 'other') return `${lister}; Rekey does not know it and does not rotate it`;
  return isAccessUnknown(token)
    ? `${lister} tells no access level: Rekey takes it for full access, which a new token has`
    : lister;
}

/** By its name where its slug is made of ids, and then with the slug beside it. */
function projectFact(token: TokenRecord): readonly Fact[] {
  if (token.project === undefined) return [];
  const value = projectWord(token);
  const source = value === token.project ? {} : { source: token.project };
  return [{ name: 'Project', value, isCode: true, ...source }];
}

const LONG = 120;

/** A label that hides something, or is very long, as it was sent: quoted, with what cannot be seen written out. */
function rawLabel(label: string): readonly Fact[] {
  if (plain(label) === label && label.length <= LONG && label.trim() === label) return [];
  const length = countWord(label.length);
  return [
    { name: 'As sent', value: plain(JSON.stringify(label)), isCode: true, source: `${length} characters` },
  ];
}
