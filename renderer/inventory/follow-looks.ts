import type { Told } from './incoming';
import type { InventoryStore } from './inventory-store';
import { showTold } from './take-in';

/**
 * Shows what looks tell of, a moment after it was told, together with what else was told meanwhile. Answers with whom to tell.
 * Who asked for a look and knows that it has ended does not wait for the moment, but calls `showTold`.
 */
export function followLooks(store: InventoryStore, moment: () => Promise<void>): (told: Told) => void {
  let isWaiting = false;
  return (told) => {
    // What a look ends with is as much work again as the rows before it: the page rests in between.
    if (told.kind === 'ended') showTold(store);
    store.getState().incoming.add(told);
    if (isWaiting) return;
    isWaiting = true;
    void moment().then(() => {
      isWaiting = false;
      showTold(store);
    });
  };
}
