import { bridge } from '../bridge';
import type { Stores } from '../stores';

/** Asks which tokens somebody has said the consumers of: at start, and when a plan was confirmed. */
export async function knowConsumers({ inventory }: Pick<Stores, 'inventory'>): Promise<void> {
  const refs = await bridge['delivery:consumer-refs'](null);
  if (refs.ok) inventory.setState({ withConsumers: new Set(refs.value) });
}
