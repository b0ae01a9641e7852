import { readFile, stat } from 'node:fs/promises';

import { z } from 'zod';

import {
  MOST_VIEWS,
  type ImportedViews,
  type SavedView,
  type ViewFileFailure,
} from '../../shared/domain/saved-view';
import { savedView } from '../../shared/ipc/view-schema';
import { err, ok, type Result } from '../../shared/result';
import { writeAtomically } from '../files/write-atomically';

const LARGEST_BYTES = 1_000_000;
const MOST_IN_A_FILE = 1_000;

/** What Rekey writes, so that views can go from one desk to another. */
const FILE = z.object({
  format: z.literal('rekey-views-1'),
  views: z.array(z.unknown()).max(MOST_IN_A_FILE),
});

export async function writeViews(
  path: string,
  views: readonly SavedView[],
): Promise<Result<null, ViewFileFailure>> {
  try {
    await writeAtomically(path, `${JSON.stringify({ format: 'rekey-views-1', views }, null, 2)}\n`);
    return ok(null);
  } catch {
    return err({ kind: 'disk' });
  }
}

/** Reads views from a file that anybody may have written: each is judged by itself, so that one bad one loses no other. */
export async function readViews(path: string): Promise<Result<ImportedViews, ViewFileFailure>> {
  let text: string;
  try {
    const found = await stat(path);
    if (!found.isFile()) return err({ kind: 'not-views' });
    if (found.size > LARGEST_BYTES) return err({ kind: 'too-large' });
    text = await readFile(path, 'utf8');
  } catch {
    return err({ kind: 'disk' });
  }
  const file = FILE.safeParse(parsed(text.replace(/^\uFEFF/, '')));
  if (!file.success) return err({ kind: 'not-views' });
  const views: SavedView[] = [];
  const refused: number[] = [];
  for (const [index, raw] of file.data.views.entries()) {
    const view = savedView.safeParse(raw);
    if (view.success && views.length < MOST_VIEWS) views.push(view.data);
    else refused.push(index + 1);
  }
  return ok({ views, refused });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
