import type { View } from './inventory/inventory-view';
import type { Stores } from './stores';
import { rememberChanges } from './undo/remember-changes';

const MANY = 1_000;

const NOUNS = { query: 'filter', sort: 'sort order', group: 'grouping', connection: 'connection' } as const;

/** What of a view changed; the view itself where it was more than one thing. */
function viewNoun(before: View, after: View): string {
  const changed = (['query', 'sort', 'group', 'connection'] as const).filter(
    (part) => before[part] !== after[part],
  );
  const [only] = changed;
  return only !== undefined && changed.length === 1 ? NOUNS[only] : 'view';
}

/** What a person changes in the inventory can be undone: the view, the columns and the selection. */
export function rememberInventory({ inventory, undo }: Stores): void {
  rememberChanges(undo, inventory, {
    what: viewNoun,
    read: ({ view }) => view,
    write: (view) => ({ view }),
    // Letters that are typed one after the other are one query.
    burstOf: (before, after) => (before.query === after.query ? undefined : 'query'),
  });
  rememberChanges(undo, inventory, {
    what: 'columns',
    read: ({ layout }) => layout,
    write: (layout) => ({ layout }),
    // Dragging an edge is one deed, however many widths lie on the way.
    burstOf: (before, after) =>
      before.every(({ column }, index) => after[index]?.column === column) ? 'widths' : undefined,
  });
  rememberChanges(undo, inventory, {
    what: 'saved views',
    read: ({ views }) => views,
    write: (views) => ({ views }),
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
