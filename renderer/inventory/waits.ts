import type { HostHold } from '../../shared/domain/host-hold';
import { timeUtc } from '../words/date-words';
import { plain } from '../words/token-words';
import type { InventoryState, InventoryStore } from './inventory-store';

/** Takes in that a host asked to be left alone for a while, or no longer does. */
export function takeHold(store: InventoryStore, { address, hold }: HostHold): void {
  store.setState(({ holds }) => {
    const next = new Map(holds);
    if (hold === undefined) next.delete(address);
    else next.set(address, hold);
    return { holds: next };
  });
}

/** `CircleCI asks to wait 100 s; continuing at 14:02:10 UTC`; nothing where none of the hosts does. */
export function holdSentence(
  holds: InventoryState['holds'],
  addresses: readonly string[],
): string | undefined {
  const own = addresses.flatMap((address) => holds.get(address) ?? []);
  const [last] = own.toSorted((a, b) => b.until - a.until);
  if (last === undefined) return undefined;
  const at = timeUtc(last.until).replace(' UTC', `:${new Date(last.until).toISOString().slice(17, 19)} UTC`);
  return `CircleCI asks to wait ${String(last.seconds)} s; continuing at ${at}`;
}

/** `waiting for gh/acme/api, personal tokens`; nothing where nothing is named. */
export const waitingSentence = (waitingFor: readonly string[]): string | undefined =>
  waitingFor.length === 0 ? undefined : `waiting for ${waitingFor.map(plain).join(', ')}`;
