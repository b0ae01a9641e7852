import type { Instant } from '../../shared/domain/instant';
import type { Loosened, LooserPart } from '../../shared/domain/loosening';
import { SCOPE_NAMES } from '../../shared/domain/scope-names';
import { namedProject } from '../../shared/domain/named-project';
import type { TokenScope } from '../../shared/domain/token';
import type { TokenFilter } from '../../shared/domain/token-filter';
import type { AskedToken, NativeQuestion } from '../rotation/native-question';
import { visible } from './visible';

type Asked<Kind extends NativeQuestion['kind']> = Extract<NativeQuestion, { readonly kind: Kind }>;

const PART_WORDS: Readonly<Record<LooserPart, string>> = {
  all: 'age of Admin tokens',
  'view-builds': 'age of Read Only tokens',
  status: 'age of Status tokens',
  personal: 'age of personal tokens',
  unused: 'time without use',
  'unknown-age': 'tokens of unknown age',
  incident: 'tokens from before the incident',
  exceptions: 'length of exceptions',
};

/** What is asked before a policy that allows more is in force: how many tokens it lets off, and in what it is looser. */
export function wordsForPolicy({ name, before, looser, loosened }: Asked<'loosen-policy'>) {
  const { noLongerDue, dueLater } = loosened;
  return {
    message: `Apply “${visible(name)}” in place of “${visible(before)}”?`,
    detail: [
      noLongerDue === 0
        ? 'No token that is due now would stop being due.'
        : `${tokens(noLongerDue)} that ${are(noLongerDue)} due now would no longer be due.`,
      ...(dueLater === 0 ? [] : [`${tokens(dueLater)} would be due later than now, or never.`]),
      `It allows more in: ${looser.map((part) => PART_WORDS[part]).join(', ')}.`,
      'Nothing is changed at CircleCI, and another policy can be applied at any time.',
    ].join('\n'),
    button: `Apply “${visible(name)}”`,
  };
}

/** What is asked before an exception is granted: for how many tokens, how many of them are due, and until when. */
export function wordsForException(asked: Asked<'grant-exception'>) {
  const { subject, covers, known, loosened, owner, approver, until } = asked;
  const isForAll = subject.kind === 'filter' && covers === known && known > 0;
  const what =
    subject.kind === 'token'
      ? subject.token === undefined
        ? 'a token that Rekey does not know'
        : `“${shortened(visible(subject.token.label))}”`
      : isForAll
        ? `every token that Rekey knows (${String(known)})`
        : tokens(covers);
  return {
    message: `Grant an exception for ${what}?`,
    detail: [
      ...(subject.kind === 'filter'
        ? [`It is for all that fit: ${filterWords(subject.filter, subject.connection)}.`]
        : tokenSentence(subject.token)),
      ...(isForAll ? ['The filter leaves no token out.'] : []),
      `${dueNowWords(covers, loosened)} Until ${utc(until)}, what it is for does not become due.`,
      `Owner: ${visible(owner)}. Approver: ${visible(approver)}.`,
      subject.kind === 'filter'
        ? 'Tokens that fit the filter later are excepted too. It can be ended at any time.'
        : 'The token that replaces it does not inherit it. It can be ended at any time.',
    ].join('\n'),
    button: covers > 1 ? `Except ${tokens(covers)}` : 'Grant this exception',
  };
}

function dueNowWords(covers: number, { noLongerDue }: Loosened): string {
  if (covers === 1)
    return noLongerDue === 0 ? 'It is not due now.' : 'It is due now, and would no longer be.';
  if (covers === 0) return 'No token that Rekey knows fits now.';
  if (noLongerDue === 0) return 'None of them is due now.';
  return `${tokens(noLongerDue)} that ${are(noLongerDue)} due now would no longer be due.`;
}

/** What tells a token from others of its label. */
function tokenSentence(token: AskedToken | undefined): readonly string[] {
  if (token === undefined) return [];
  const { kind, scope, project } = token;
  const named = namedProject(token);
  const id = named === project ? '' : ` (${visible(project ?? '')})`;
  const place = named === undefined ? '' : `, of ${shortened(visible(named))}${id}`;
  return [`It is a ${kind} token, ${scopeName(scope)}${place}, ${inConnection(token.connection)}.`];
}

const inConnection = (name = '') =>
  name === '' ? 'in a connection that is gone' : `in “${shortened(visible(name))}”`;

const scopeName = (scope: TokenScope) => (scope === 'other' ? 'unknown scope' : SCOPE_NAMES[scope]);

function filterWords(
  { connection, kind, scopes, label, project, owner }: TokenFilter,
  connectionName: string | undefined,
): string {
  const part = (name: string, text: string | undefined) =>
    text === undefined ? [] : [`${name} with “${shortened(visible(text))}”`];
  return [
    ...(kind === undefined ? [] : [`${kind} tokens`]),
    ...(scopes === undefined ? [] : [scopes.map(scopeName).join(' or ')]),
    ...part('label', label),
    ...part('project', project),
    ...(owner === '' ? ['no owner known'] : part('owner', owner)),
    ...(connection === undefined ? [] : [inConnection(connectionName)]),
  ].join(', ');
}

const tokens = (count: number) => `${String(count)} token${count === 1 ? '' : 's'}`;
const are = (count: number) => (count === 1 ? 'is' : 'are');

/** The exact moment, as `2026-11-24 14:02 UTC`. */
const utc = (instant: Instant) => `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const MOST_CHARACTERS = 120;
const shortened = (text: string) =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
