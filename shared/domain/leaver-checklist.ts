import { coverageGaps } from './coverage';
import { placeWord } from './delivery';
import type { Destination } from './destination';
import type { LeaverItem, LeaverItemId, LeaverSubject, LeaverToken } from './leaver';
import type { LeaverKnowledge } from './leaver-knowledge';
import type { TokenRecord } from './token';

/** What a line is about, as its id: the same for the same thing, whenever the list is made. */
export function itemIdOf(subject: LeaverSubject): LeaverItemId {
  switch (subject.kind) {
    case 'checkout-key':
      return `key ${subject.project} ${subject.fingerprint}`;
    case 'connection':
      return `connection ${subject.connection}`;
    case 'unknown':
      return `unknown ${subject.what}`;
    default:
      return subject.token.ref;
  }
}

/** The checklist of a person: what is known to be theirs, what they made, what they may have read, and what is not known. */
export const checklistOf = (known: LeaverKnowledge): readonly LeaverItem[] =>
  subjectsOf(known).map((subject) => ({
    id: itemIdOf(subject),
    subject,
    state: { kind: 'open' },
    twins: [],
  }));

/** What is theirs: their own tokens and keys, and what they made. It is looked for again at every look. */
export function ownSubjects(known: LeaverKnowledge): readonly LeaverSubject[] {
  const theirs = known.tokens.filter(({ owner }) => owner !== undefined && known.names.has(owner.name));
  return [
    ...theirs.map((token): LeaverSubject => ({
      kind: token.kind === 'personal' ? 'personal-token' : 'made-token',
      token: namedToken(token),
    })),
    ...(known.keys?.userKeys ?? [])
      .filter(({ login }) => login !== undefined && known.names.has(login))
      .map(({ project, fingerprint }): LeaverSubject => ({ kind: 'checkout-key', project, fingerprint })),
    ...known.connections
      .filter(({ login }) => known.names.has(login))
      .map(({ id, name }): LeaverSubject => ({ kind: 'connection', connection: id, name })),
  ];
}

export const namedToken = ({
  ref,
  label,
  scope,
  project,
  projectName,
  source,
}: TokenRecord): LeaverToken => ({
  ref,
  label,
  scope,
  ...(project !== undefined && { project }),
  ...(projectName !== undefined && { projectName }),
  ...(source === 'by-hand' && { isByHand: true as const }),
});

function subjectsOf(known: LeaverKnowledge): readonly LeaverSubject[] {
  const own = ownSubjects(known);
  const listed = new Set(own.map(itemIdOf));
  const shared = known.tokens.flatMap((token): LeaverSubject[] => {
    const places = known.placesOf(token.ref).filter(isShared).map(placeWord);
    if (places.length === 0 || token.kind === 'personal' || listed.has(token.ref)) return [];
    return [{ kind: 'shared-token', token: namedToken(token), places }];
  });
  return [...own, ...shared, ...unknownsOf(known)];
}

const isShared = ({ kind }: Destination) => kind === 'context-variable' || kind === 'project-variable';

/** What CircleCI does not tell, said as lines of their own so that somebody asks. */
function unknownsOf({
  names,
  tokens,
  keys,
  connections,
  coverage,
}: LeaverKnowledge): readonly LeaverSubject[] {
  const isOwnAccount = connections.some(({ login }) => names.has(login)) && coverage.personal.kind === 'read';
  const nobodys = tokens.filter(({ kind, owner }) => kind === 'project' && owner === undefined).length;
  const unread =
    coverage.projects.filter(({ outcome }) => outcome.kind !== 'read').length + coverageGaps(coverage).length;
  const nameless = keys?.userKeys.filter(({ login }) => login === undefined).length ?? 0;
  const keysUnknown = keys === undefined || keys.read < keys.projects || nameless > 0;
  return [
    ...(isOwnAccount ? [] : [{ kind: 'unknown' as const, what: 'personal-tokens' as const }]),
    ...(nobodys + unread === 0
      ? []
      : [{ kind: 'unknown' as const, what: 'made-tokens' as const, count: nobodys }]),
    { kind: 'unknown', what: 'reach' },
    ...(keysUnknown
      ? [
          {
            kind: 'unknown' as const,
            what: 'checkout-keys' as const,
            ...(keys !== undefined && nameless > 0 && { count: nameless }),
          },
        ]
      : []),
  ];
}
