import type { DemoServer } from '../../electron/demo/demo-server';
import type { Instant } from '../../shared/domain/instant';
import { visibleTokens, type Placed } from './server-facts';

/** Remembers the tokens as they are now, and tells those that were made since. */
export function madeSince({ state }: DemoServer): () => readonly Placed[] {
  const before = new Set(visibleTokens(state).map(({ token }) => token));
  return () => visibleTokens(state).filter(({ token }) => !before.has(token));
}

const ID_OF_CHANGE = /(?:aaaa|bbbb)$/;

/**
 * Deletes one token, re-creates another, and adds a third, as somebody would in CircleCI's own pages; again in other projects.
 * What is made is as old as what it is made from, or from `at`.
 */
export function changeOutside({ state }: DemoServer, at?: Instant): readonly string[] {
  const [lost, again, fuller] = state.projects.filter(
    ({ isForbidden, slug, tokens }) =>
      !isForbidden &&
      !slug.startsWith('circleci/') &&
      tokens.length > 1 &&
      tokens.every(({ id }) => !ID_OF_CHANGE.test(id)),
  );
  if (lost === undefined || again === undefined || fuller === undefined) throw new Error('too small');
  const made = at === undefined ? {} : { createdAt: at };
  const [first] = lost.tokens;
  const [second] = again.tokens;
  if (first === undefined || second === undefined) throw new Error('no tokens');
  lost.tokens = lost.tokens.slice(1);
  again.tokens = [
    ...again.tokens.slice(1),
    { ...second, ...made, id: `${second.id.slice(0, -4)}aaaa`, value: `v1-${again.id}` },
  ];
  fuller.tokens = [
    ...fuller.tokens,
    { ...first, ...made, id: `${first.id.slice(0, -4)}bbbb`, label: 'brand new', value: `v2-${fuller.id}` },
  ];
  return [
    `deleted-outside ${lost.slug} ${first.label}`,
    `re-created ${again.slug} ${second.label}`,
    `new ${fuller.slug} brand new`,
  ];
}
