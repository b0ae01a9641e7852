import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The packaged app that `npm run pack-test` has just made for Linux: its program, and its one archive. */
export function packedApp(): { readonly program: string; readonly resources: string } {
  const folders = [join(root, 'release'), join(root, 'release', 'not-for-release')];
  const unpacked = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^linux.*-unpacked$/.test(name))
      .map((name) => join(folder, name)),
  );
  const [folder] = unpacked;
  if (folder === undefined) throw new Error('there is no packaged app: run npm run pack-test');
  return { program: join(folder, 'rekey'), resources: join(folder, 'resources') };
}

/** The files of an asar archive by their paths, each with its text. */
export function filesInAsar(path: string): ReadonlyMap<string, string> {
  const archive = readFileSync(path);
  const headerSize = archive.readUInt32LE(4);
  const header: unknown = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12)));
  const files = new Map<string, string>();
  collect(header, '', (name, offset, size) => {
    const start = 8 + headerSize + offset;
    files.set(name, archive.toString('utf8', start, start + size));
  });
  return files;
}

function collect(
  node: unknown,
  path: string,
  found: (path: string, offset: number, size: number) => void,
): void {
  if (typeof node !== 'object' || node === null) return;
  if ('files' in node && typeof node.files === 'object' && node.files !== null) {
    for (const [name, child] of Object.entries(node.files)) {
      collect(child, path === '' ? name : `${path}/${name}`, found);
    }
  } else if ('offset' in node && 'size' in node) {
    found(path, Number(node.offset), Number(node.size));
  }
}
