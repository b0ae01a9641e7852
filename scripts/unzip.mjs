import { closeSync, mkdirSync, openSync, readSync, fstatSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks a zip file with what Node has. `rename` answers with the path below `folder` that an entry goes to, or with
 * nothing to leave it out. Knows neither zip64 nor encryption, and throws at what it does not know.
 */
export function unzip(zipPath, folder, rename) {
  const file = openSync(zipPath, 'r');
  try {
    for (const entry of readDirectory(file)) {
      const target = entry.name.endsWith('/') ? undefined : rename(entry.name);
      if (target === undefined) continue;
      const path = join(folder, normalize(target));
      if (!path.startsWith(folder + sep)) throw new Error(`the entry ${entry.name} leads out of the folder`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, readEntry(file, entry), { mode: entry.mode });
    }
  } finally {
    closeSync(file);
  }
}

function readDirectory(file) {
  const { size } = fstatSync(file);
  const tail = readBytes(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== END_OF_DIRECTORY) at -= 1;
  if (at < 0) throw new Error('this is not a zip file');

  const count = tail.readUInt16LE(at + 10);
  const directory = readBytes(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
  const entries = [];
  let offset = 0;
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(offset) !== ENTRY) throw new Error('the zip file is damaged');
    const nameLength = directory.readUInt16LE(offset + 28);
    entries.push({
      method: directory.readUInt16LE(offset + 10),
      packedSize: directory.readUInt32LE(offset + 20),
      mode: (directory.readUInt32LE(offset + 38) >>> 16) & 0o777 || 0o644,
      headerAt: directory.readUInt32LE(offset + 42),
      name: directory.toString('utf8', offset + 46, offset + 46 + nameLength),
    });
    offset += 46 + nameLength + directory.readUInt16LE(offset + 30) + directory.readUInt16LE(offset + 32);
  }
  return entries;
}

function readEntry(file, { headerAt, packedSize, method, name }) {
  const header = readBytes(file, headerAt, 30);
  const dataAt = headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readBytes(file, dataAt, packedSize);
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflateRawSync(packed);
  throw new Error(`the entry ${name} is packed in a way that is not known here`);
}

function readBytes(file, position, length) {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const more = readSync(file, bytes, read, length - read, position + read);
    if (more === 0) throw new Error('the zip file breaks off');
    read += more;
  }
  return bytes;
}
