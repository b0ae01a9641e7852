import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files below a folder that hold a text, by their names. */
export async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  // What the app removes meanwhile holds nothing any more.
  const read = await Promise.all(files.map((file) => readFile(file, 'latin1').catch(() => '')));
  return files.filter((_file, index) => read[index]?.includes(text));
}
