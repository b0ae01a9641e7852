import type { JudgedAccount } from './accounts';
import type { Alias, SeenName } from './people';
import { seenName } from './seen-name';

/** The accounts that a person said are people, by name. */
export const confirmedNames = (verdicts: readonly JudgedAccount[]): readonly string[] =>
  verdicts.flatMap(({ name, verdict }) => (verdict === 'person' ? [name] : []));

/**
 * How a confirmed account is spelled where others name it too: as they do, so that it is no second person. Its own spelling
 * stands where nobody names it, somebody names it just so, or a person said whose name it is.
 */
export function spellingOf(
  seen: readonly SeenName[],
  aliases: readonly Alias[],
): (confirmed: string) => string {
  const names = [...seen.map(({ name }) => name), ...aliases.flatMap(({ person, alias }) => [person, alias])];
  const exact = new Set(names);
  const spelled = new Map(names.toReversed().map((name) => [seenName(name), name]));
  return (confirmed) => (exact.has(confirmed) ? confirmed : (spelled.get(seenName(confirmed)) ?? confirmed));
}
