import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What a walk comes by, besides folders: a file by its path from the root, with forward slashes. */
export type Met =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'link' }
  | { readonly kind: 'unreadable' };

/** Walks a folder in the order of names. Links are told and not followed; the store of a Git repository is left out. */
export async function* walkFolder(root: string, below = ''): AsyncGenerator<Met> {
  let entries;
  try {
    entries = await readdir(join(root, below), { withFileTypes: true });
  } catch {
    yield { kind: 'unreadable' };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isSymbolicLink()) yield { kind: 'link' };
    else if (entry.isFile()) yield { kind: 'file', file };
    else if (entry.isDirectory() && !isGitStore(file)) yield* walkFolder(root, file);
  }
}

const isGitStore = (folder: string) => /(?:^|\/)\.git\/objects$/.test(folder);
