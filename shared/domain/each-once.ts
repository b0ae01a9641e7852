import type { TokenRecord } from './token';
import type { TokenRef } from './token-ref';

/** The tokens of several connections, each once: what two connections see is one token. The first record of each stays. */
export function eachOnce(tokens: readonly TokenRecord[]): readonly TokenRecord[] {
  const seen = new Set<TokenRef>();
  return tokens.filter(({ ref }) => {
    const isFirst = !seen.has(ref);
    seen.add(ref);
    return isFirst;
  });
}

/** Inventories of several connections, with each token in the first of them that has it. */
export function withoutRepeats<Inventory extends { readonly tokens: readonly TokenRecord[] }>(
  inventories: readonly Inventory[],
): readonly Inventory[] {
  const seen = new Set<TokenRef>();
  return inventories.map((inventory) => {
    const tokens = inventory.tokens.filter(({ ref }) => !seen.has(ref));
    for (const { ref } of inventory.tokens) seen.add(ref);
    return tokens.length === inventory.tokens.length ? inventory : { ...inventory, tokens };
  });
}
