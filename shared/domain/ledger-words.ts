import { assertNever } from '../assert-never';
import { foldText } from './compare-text';
import type { LedgerEntry } from './ledger-entry';
import type { LedgerFact, LedgerToken } from './ledger-fact';
import { namedProject, type NamedProject } from './named-project';
import { NEED_IN_LEDGER, PROOF_IN_LEDGER, STEP_IN_LEDGER } from './row-moved-words';

/** What happened, in one line that says no more than the fact does. */
export function factWords(fact: LedgerFact): string {
  switch (fact.kind) {
    case 'connection-added':
      return `Connected “${fact.name}”`;
    case 'connection-forgotten':
      return `Forgot the connection “${fact.name}”`;
    case 'look-ended':
      return lookWords(fact);
    case 'policy-changed':
      return `Changed the policy to “${fact.name}” (${shortHash(fact.hash)})`;
    case 'exception-granted':
      return `Granted an exception until ${dayOf(fact.until)}: owner ${fact.owner}, approved by ${fact.approver}: ${fact.reason}`;
    case 'exception-revoked':
      return `Revoked the exception of ${fact.owner}: ${fact.reason}`;
    case 'plan-made':
      return `Planned a rotation of ${tokens(fact.rotates)}, ${String(fact.skips)} skipped (plan ${shortHash(fact.hash)})`;
    case 'plan-confirmed':
      return `Confirmed the rotation of ${tokens(fact.rotates)}, old ones kept for ${String(fact.overlapHours)} h (plan ${shortHash(fact.hash)})`;
    case 'row-moved':
      return `${named(fact)}: ${movedWords(fact)}`;
    case 'deletion-confirmed':
      return `Confirmed the deletion of ${tokens(fact.count, 'old ')}`;
    case 'checklist-overridden':
      return `${named(fact)}: overrode its open checklist: ${fact.reason}`;
    case 'retirement-cancelled':
      return `${named(fact)}: kept the old token: ${fact.reason}`;
    case 'use-attested':
      return `${named(fact)}: attested that the new value works, which nothing else proved: ${fact.reason}`;
    case 'left-unproved':
    case 'orphan-removal-agreed':
    case 'found-not-ours':
      return `${named(fact)}: ${fact.reason}`;
    case 'value-revealed':
      return aboutValue(fact, 'looked at the new value');
    case 'value-copied':
      return aboutValue(fact, 'copied the new value');
    case 'value-discarded':
      return aboutValue(fact, 'discarded the new token and its value');
    default:
      return reviewWords(fact);
  }
}

function movedWords({ step, need, proof }: Extract<LedgerFact, { kind: 'row-moved' }>): string {
  if (need !== undefined) return `needs somebody: ${NEED_IN_LEDGER[need]}`;
  return proof === undefined ? STEP_IN_LEDGER[step] : PROOF_IN_LEDGER[proof];
}

type ReviewFact = Extract<
  LedgerFact,
  {
    kind:
      | 'exported'
      | 'imported'
      | 'coverage-decided'
      | 'people-merged'
      | 'attested'
      | 'leaver-opened'
      | 'leaver-item'
      | 'leaver-signed-off'
      | 'leak-checked'
      | 'folder-scanned'
      | 'ledger-begun';
  }
>;

function reviewWords(fact: ReviewFact): string {
  switch (fact.kind) {
    case 'exported':
      return `Exported ${EXPORTED[fact.what]} (SHA-256 ${shortHash(fact.sha256)})`;
    case 'imported':
      return `Imported ${IMPORTED[fact.what]}: ${String(fact.taken)} taken, ${String(fact.refused)} refused`;
    case 'coverage-decided':
      return `Decided on ${fact.about}: ${COVERAGE[fact.decision]}${fact.tokens === 0 ? '' : `; ${tokens(fact.tokens)} left the inventory`}`;
    case 'people-merged':
      return `Merged “${fact.alias}” into “${fact.person}”`;
    case 'attested':
      return `${named(fact)}: ${fact.by} attested that it was ${fact.answer}`;
    case 'leaver-opened':
      return `Opened the checklist of ${fact.person}: ${String(fact.items)} items`;
    case 'leaver-item':
      return `${checklistOf(fact)}: ${ITEM[fact.state]}${fact.reason === '' ? '' : `: ${fact.reason}`}`;
    case 'leaver-signed-off':
      return `${fact.by} signed off the checklist of ${fact.person}`;
    case 'leak-checked':
      return `Checked a found ${FORM[fact.form]} token: ${LEAK[fact.outcome]}`;
    case 'folder-scanned':
      return `Searched ${String(fact.files)} files of a folder: ${tokens(fact.found)} found`;
    case 'ledger-begun':
      return `Began a new ledger: the one before was ${fact.was}, and should have ended with entry ${String(fact.entries)} (${shortHash(fact.head)})`;
    default:
      return assertNever(fact);
  }
}

/** All of an entry that is searched, in lower case; `connection` is the name that it has now. */
export const searchText = ({ fact, actor }: LedgerEntry, connection: string): string =>
  foldText(`${factWords(fact)} ${actor?.login ?? ''} ${actor?.osUser ?? ''} ${connection}`);

const COVERAGE = {
  'retire-source': 'retired as a source',
  'accept-empty-source': 'empty by right',
  'accept-empty-list': 'no tokens any more',
  'project-gone': 'gone',
  'organisation-gone': 'gone, with its projects',
};

const EXPORTED = {
  report: 'a report',
  ledger: 'the ledger',
  policy: 'the policy',
  calendar: 'a calendar',
  'public-key': 'the public key',
  plan: 'a plan',
} as const;
const IMPORTED = {
  'audit-log': 'an audit log',
  people: 'people',
  register: 'personal tokens',
  policy: 'a policy',
} as const;
const ITEM = {
  'to-rotate': 'to be rotated',
  'done-elsewhere': 'done elsewhere',
  'not-applicable': 'not applicable',
  rotated: 'rotated',
  're-opened': 're-opened',
} as const;
const FORM = { legacy: 'older', personal: 'personal', project: 'project' } as const;
const LEAK = {
  located: 'known here',
  'not-ours': 'not of these connections',
  refused: 'refused by the host',
  'not-provable': 'not provable on this host',
  dead: 'no longer accepted',
  undecided: 'undecided',
} as const;
const LOOK = {
  complete: 'COMPLETE',
  partial: 'PARTIAL',
  stopped: 'stopped',
  failed: 'failed',
} as const;

const lookWords = ({ outcome, tokens: count, read, projects }: Extract<LedgerFact, { kind: 'look-ended' }>) =>
  `Looked: ${LOOK[outcome]}, ${tokens(count)}, ${String(read)} of ${String(projects)} projects read`;

const tokens = (count: number, adjective = '') =>
  `${String(count)} ${adjective}token${count === 1 ? '' : 's'}`;
const named = ({ label, ...token }: Pick<LedgerToken, 'label'> & NamedProject) => {
  const project = namedProject(token);
  return `“${label}”${project === undefined ? '' : ` of ${project}`}`;
};
const shortHash = (hash: string) => (hash === '' ? 'none' : hash.slice(0, 8));
const dayOf = (instant: number) =>
  Math.abs(instant) <= 8.64e15 ? new Date(instant).toISOString().slice(0, 10) : 'an unknown day';

/** A value is known by the old token whose successor has it, where the ledger names that. */
const aboutValue = (fact: Partial<LedgerToken>, deed: string) =>
  fact.label === undefined
    ? `${deed[0]?.toUpperCase() ?? ''}${deed.slice(1)} of a rotation`
    : `${named({ ...fact, label: fact.label })}: ${deed}`;

const checklistOf = ({ person, about }: { readonly person?: string; readonly about?: string }) =>
  [person === undefined ? 'A checklist' : `Checklist of ${person}`, about !== undefined && `“${about}”`]
    .filter(Boolean)
    .join(', ');
