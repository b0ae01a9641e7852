import type { InventoryBatch, InventorySettled } from '../../shared/domain/inventory';

/** What main tells of a look: rows as their projects are read, and how it ended. */
export type Told =
  | ({ readonly kind: 'found' } & Omit<InventoryBatch, 'projects'>)
  | ({ readonly kind: 'ended' } & InventorySettled);

/** What was told and is not shown yet, in the order in which it was told. */
export interface Incoming {
  readonly add: (told: Told) => void;
  readonly takeAll: () => readonly Told[];
}

export function openIncoming(): Incoming {
  let waiting: Told[] = [];
  return {
    add: (told) => {
      waiting.push(told);
    },
    takeAll: () => {
      const all = waiting;
      waiting = [];
      return all;
    },
  };
}
