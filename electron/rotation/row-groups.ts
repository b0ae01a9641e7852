import type { Row } from './row';

/** Rows in work at once: more than the pacer lets requests be, so that a row that is writing to the disk leaves no gap. */
const WIDTH = 16;

/** Does something to rows: several at once, those of one project one after the other, while `isOn`. */
export async function inGroups(
  rows: readonly Row[],
  isOn: () => boolean,
  work: (row: Row) => Promise<void>,
): Promise<void> {
  const groups = groupsOf(rows);
  const next = async () => {
    for (let group = groups.shift(); group !== undefined; group = groups.shift())
      for (const row of group) {
        if (!isOn()) return;
        await work(row);
      }
  };
  await Promise.all(Array.from({ length: WIDTH }, next));
}

/** Rows together by project, in their order there; the longest queue first, as the run is over when the last one is. */
function groupsOf(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.project ?? '') ?? [];
    group.push(row);
    groups.set(row.project ?? '', group);
  }
  return [...groups.values()].toSorted((a, b) => b.length - a.length);
}
