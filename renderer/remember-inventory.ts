import type { Stores } from './stores';
import { rememberChanges } from './undo/remember-changes';

const MANY = 1_000;

/** What a person changes in the inventory can be undone: filter, order and selection. */
export function rememberInventory({ inventory, undo }: Stores): void {
  rememberChanges(undo, inventory, {
    what: 'filter',
    read: ({ filter }) => filter,
    write: (filter) => ({ filter }),
    // Letters that are typed one after the other are one filter.
    burstOf: (before, after) => (before.text === after.text ? undefined : 'text'),
  });
  rememberChanges(undo, inventory, {
    what: 'sort order',
    read: ({ sort }) => sort,
    write: (sort) => ({ sort }),
  });
  rememberChanges(undo, inventory, {
    what: 'selection',
    read: ({ selected }) => selected,
    write: (selected) => ({ selected }),
    // A hundred steps through a hundred thousand tokens would all have to be kept: of many, only the first and the last.
    burstOf: (before, after) => (Math.min(before.size, after.size) > MANY ? 'many' : undefined),
    isSame: (before, after) => before.size === after.size && [...after].every((ref) => before.has(ref)),
  });
}
