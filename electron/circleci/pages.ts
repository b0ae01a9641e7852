import type { ApiFailure } from '../../shared/domain/api-failure';
import { ok, type Result } from '../../shared/result';

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** What asks for the page after this one; absent on the last. */
  readonly next?: string;
}

const MOST_PAGES = 1_000;

/**
 * Reads pages until there are no more. Some listings never say so: a page mark seen before, a page with nothing new, and
 * a thousandth page end it too.
 */
export async function readPages<Row>(
  ask: (mark: string | undefined) => Promise<Result<Page<Row>, ApiFailure>>,
  identify: (row: Row) => string,
): Promise<Result<readonly Row[], ApiFailure>> {
  const found = new Map<string, Row>();
  const marks = new Set<string>();
  let mark: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await ask(mark);
    if (!answer.ok) return answer;
    const before = found.size;
    for (const row of answer.value.rows) found.set(identify(row), row);
    const { next } = answer.value;
    if (next === undefined || marks.has(next) || found.size === before) break;
    marks.add(next);
    mark = next;
  }
  return ok([...found.values()]);
}
