import type { Vault } from './vault';

/**
 * Keeps in the first vault and still finds what was kept in the second: a connection may change from one to the other
 * while new values wait to be handed over, and none of them may get lost by it.
 */
export function layerVaults(first: Vault, second: Vault): Vault {
  return {
    keeps: first.keeps,
    put: first.put,
    get: async (key) => {
      const found = await first.get(key);
      if (found.ok || found.error !== 'absent') return found;
      return second.get(key);
    },
    drop: async (key) => {
      const [fromFirst, fromSecond] = await Promise.all([first.drop(key), second.drop(key)]);
      return fromFirst.ok ? fromSecond : fromFirst;
    },
  };
}
