import { MOST_VIEWS, type SavedView } from '../../../shared/domain/saved-view';
import type { View } from '../inventory-view';

/** True where a view shows what is looked at now. */
export const isShown = (saved: SavedView, view: View): boolean =>
  saved.query.trim() === view.query.trim() &&
  saved.group === view.group &&
  saved.sort.length === view.sort.length &&
  saved.sort.every(
    ({ column, isDescending }, level) =>
      view.sort[level]?.column === column && view.sort[level].isDescending === isDescending,
  );

/** The views with one more, which takes the place of one with the same name. The oldest go when there are too many. */
export function withView(views: readonly SavedView[], saved: SavedView): readonly SavedView[] {
  return [...views.filter(({ name }) => name !== saved.name), saved].slice(-MOST_VIEWS);
}

/** The views with those of a file. One that has the name of another view, and is another, gets a number. */
export function withImported(
  views: readonly SavedView[],
  imported: readonly SavedView[],
  taken: readonly string[],
): readonly SavedView[] {
  let all = views;
  for (const view of imported) {
    const isThere = all.some((one) => JSON.stringify(one) === JSON.stringify(view));
    if (isThere) continue;
    const names = new Set([...taken, ...all.map(({ name }) => name)]);
    let name = view.name;
    for (let number = 2; names.has(name); number += 1) name = `${view.name.slice(0, 70)} (${String(number)})`;
    all = withView(all, { ...view, name });
  }
  return all;
}
