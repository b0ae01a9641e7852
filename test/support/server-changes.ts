import type { DemoServer } from '../../electron/demo/demo-server';
import { visibleTokens, type Placed } from './server-facts';

/** Remembers the tokens as they are now, and tells those that were made since. */
export function madeSince({ state }: DemoServer): () => readonly Placed[] {
  const before = new Set(visibleTokens(state).map(({ token }) => token));
  return () => visibleTokens(state).filter(({ token }) => !before.has(token));
}
