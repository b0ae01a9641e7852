import type { Instant } from '../../shared/domain/instant';
import { namedProject } from '../../shared/domain/named-project';
import { SCOPE_NAMES } from '../../shared/domain/scope-names';
import type { FoundFacts, NativeQuestion, SpeaksAgainst, SpeaksFor } from '../rotation/native-question';
import { visible } from './visible';

type Asked<Kind extends NativeQuestion['kind']> = Extract<NativeQuestion, { readonly kind: Kind }>;

const FOR: Readonly<Record<SpeaksFor, string>> = {
  'not-listed-before': 'the list did not show it before Rekey’s create',
  label: 'it has the label that Rekey asked for',
  scope: 'it has the scope that Rekey asked for',
  'in-time': 'it was created within an hour after Rekey’s create',
};

const AGAINST: Readonly<Record<SpeaksAgainst, string>> = {
  'label-differs': 'it has another label',
  'scope-differs': 'it has another scope',
  'no-date': 'CircleCI does not say when it was created',
  'other-time': 'it was created before Rekey’s create, or more than an hour after it',
  several: 'there are several such tokens, and at most one is Rekey’s for each create',
  'another-is-known': 'CircleCI’s answer to the create named another token',
  'old-is-gone': 'the old token is no longer listed: this may be its successor, and in use',
  'was-used': 'it has been used',
};

/** What is asked before a token is deleted of which nobody knows for certain that Rekey created it. */
export function wordsForOrphan(asked: Asked<'delete-orphan'>) {
  const { label, organisation, askedAt, speaksFor, speaksAgainst } = asked;
  return {
    message: `Delete the token “${visible(label)}” of ${visible(organisation)}?`,
    detail: [
      `${factsOf(asked)}.`,
      ...(askedAt === undefined ? [] : [`Rekey sent its create at ${utc(askedAt)}.`]),
      `It may be Rekey’s: ${speaksFor.map((one) => FOR[one]).join('; ')}.`,
      `It may be somebody else’s: ${['another administrator may have created it', ...speaksAgainst.map((one) => AGAINST[one])].join('; ')}.`,
      'Whatever uses it stops working. CircleCI cannot bring a deleted token back.',
    ].join('\n'),
    button: 'Delete this token',
  };
}

/** What is asked before tokens stay of which nobody knows for certain that somebody else created them. */
export function wordsForNotOurs({ organisation, tokens }: Asked<'not-ours'>) {
  const them = tokens.length === 1 ? 'this token' : `these ${String(tokens.length)} tokens`;
  return {
    message: `Keep ${them} of ${visible(organisation)}, as not created by Rekey?`,
    detail: [
      ...tokens.slice(0, MOST_LINES).map((one) => `“${visible(one.label)}”: ${factsOf(one)}.`),
      ...(tokens.length > MOST_LINES ? [`… and ${String(tokens.length - MOST_LINES)} more.`] : []),
      'Nothing is deleted. If Rekey did create one, it stays valid, and nobody has its value. That you said so is written down.',
    ].join('\n'),
    button: `Keep ${them}`,
  };
}

const MOST_LINES = 12;

/** What tells a token from others of its label. */
function factsOf(token: FoundFacts): string {
  const { kindOfToken, scope, createdAt, id, lastFour, project } = token;
  const named = namedProject(token);
  const slug = named === project ? '' : ` (${visible(project ?? '')})`;
  return [
    `A ${kindOfToken} token, ${scope === 'other' ? 'unknown scope' : SCOPE_NAMES[scope]}`,
    named === undefined ? 'of your account' : `of ${visible(named)}${slug}`,
    createdAt === undefined ? 'created at an unknown time' : `created ${utc(createdAt)}`,
    ...(id === undefined ? [] : [`id ${visible(id)}`]),
    ...(lastFour === undefined ? [] : [`value ending in ${visible(lastFour)}`]),
  ].join(', ');
}

const utc = (instant: Instant) => `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
