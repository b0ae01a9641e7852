import { assertNever } from '../../shared/assert-never';
import type { ConnectionFacts } from '../../shared/domain/connection';
import { HELD_MINUTES, type FindFailure, type ScanCounts } from '../../shared/domain/folder-scan';
import { certainMatch, outcomeOf, type FoundToken, type TokenForm } from '../../shared/domain/found-token';
import type { TokenRecord } from '../../shared/domain/token';
import { notProvableSentence } from '../../shared/domain/value-check';
import { counted, countWord } from '../words/count-words';
import { kindWord, plain, projectWord, scopeWord } from '../words/token-words';

export const FORM_WORDS: Readonly<Record<TokenForm, string>> = {
  legacy: 'Token of the older form',
  personal: 'Personal token',
  project: 'Project token',
};

const FIND_WORDS: Readonly<Record<Exclude<FindFailure['kind'], 'declined'> | 'refused', string>> = {
  'no-token': 'Nothing in it has the form of a CircleCI token. Nothing was kept or sent.',
  'too-many': 'It holds more than 200 values of a token’s form. Nothing was kept. Search its folder instead.',
  'too-large': 'The file is larger than 5 MB. It was not read.',
  binary: 'The file is no text. Nothing of it was kept.',
  unreadable: 'The file could not be read. Nothing was changed.',
  busy: 'A search is under way already.',
  refused: 'The text is too long. Nothing was kept. Choose the file instead.',
};

/** Why nothing is shown; nothing where the person chose nothing. */
export const findFailureSentence = (kind: FindFailure['kind'] | 'refused'): string | undefined =>
  kind === 'declined' ? undefined : FIND_WORDS[kind];

export const FORGOTTEN = `${String(HELD_MINUTES)} minutes are over, so Rekey has forgotten the values. Nothing was changed.`;

/** A token of the inventory in one line. */
export function tokenLine(token: TokenRecord): string {
  const { label, kind, project, owner } = token;
  const place = project === undefined ? kindWord(kind) : projectWord(token);
  const whose = owner === undefined ? 'no owner known' : `owner ${plain(owner.name)}`;
  return `“${plain(label)}” · ${scopeWord(token)} · ${place} · ${whose}`;
}

/** How a value was located without being used, or that it was not. */
export function locationSentence(found: FoundToken): string {
  const certain = certainMatch(found);
  if (certain?.by === 'value') return 'It is this token: the inventory knows its value by a keyed hash.';
  if (certain?.by === 'id') return 'It is this token: the value carries its id.';
  if (found.matches.length === 0)
    return 'The inventory does not tell which token it is. Where a host lists no values, it may be there all the same.';
  const those = found.matches.length === 1 ? 'this token' : `these ${countWord(found.matches.length)} tokens`;
  return `A hint only: ${those} ends in the same four characters, which happens by chance once in 65,536.`;
}

/** What the host said when the value was used. */
export function lifeSentence({ life }: FoundToken, host: string): string | undefined {
  switch (life.kind) {
    case 'not-asked':
      return undefined;
    case 'refused':
      return `${host} refused it, as it refuses a made-up value: it does not work there.`;
    case 'undecided':
      return `${host} answered neither way. Nothing is proved; try again later.`;
    case 'not-provable':
      return notProvableSentence(life.why);
    case 'works': {
      const whose = life.login === undefined ? '' : ` of ${plain(life.login)}`;
      return `It works on ${host}: a ${life.is} token${whose}. A made-up value is answered otherwise.`;
    }
    default:
      return assertNever(life);
  }
}

/** What is left to do where Rekey cannot replace the token itself. */
export function adviceSentence(found: FoundToken, { login }: ConnectionFacts): string | undefined {
  const { life } = found;
  if (life.kind === 'not-provable') return unprovenAdvice(found);
  if (life.kind !== 'works' || certainMatch(found) !== undefined) return undefined;
  if (life.login !== undefined && life.login !== login) {
    const who = plain(life.login);
    return `Only ${who} can delete it. Ask ${who} to replace it now, under User settings, Personal API tokens.`;
  }
  if (life.is === 'personal')
    return 'It is of your own account, but Rekey cannot tell which: replace it in CircleCI, under User settings, Personal API tokens.';
  if (outcomeOf(found, login) === 'not-ours')
    return 'No inventory shows it. Its project may be one that was not read (see Coverage): whoever administers it deletes the token under Project settings, API permissions.';
  return undefined;
}

/** What to go by where the host proves nothing: whether its list shows the token. */
function unprovenAdvice(found: FoundToken): string {
  const isListed = certainMatch(found) !== undefined;
  return isListed
    ? 'CircleCI’s list showed this token at the last sync: treat the value as working, and replace the token now.'
    : 'Treat the value as working until its token is found and deleted: sync, then look for its label in the projects that used it.';
}

/** What was read, and what was not. */
export function countsSentence(counts: ScanCounts): string {
  const { files, binary, large, unreadable, links, passedOver } = counts;
  const skipped = [
    [binary, 'binary'],
    [large, 'larger than 5 MB'],
    [unreadable, 'unreadable'],
    [links, links === 1 ? 'link' : 'links'],
  ] as const;
  const named = skipped.filter(([count]) => count > 0).map(([count, what]) => `${countWord(count)} ${what}`);
  const left = named.length === 0 ? 'nothing skipped' : `skipped: ${named.join(', ')}`;
  const over =
    passedOver === 0
      ? ''
      : ` · ${counted(passedOver, 'number')} of forty hex digits passed over, as nothing near speaks of CircleCI`;
  return `${counted(files, 'file')} read · ${left}${over}`;
}
