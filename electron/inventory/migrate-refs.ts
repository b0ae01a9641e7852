import { constants } from 'node:fs';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { TokenRef } from '../../shared/domain/token-ref';
import { isAbsent } from '../files/json-file';
import { writeAtomically } from '../files/write-atomically';
import type { RefAliases } from './ref-aliases';
import { decodeSnapshot, encodeSnapshot } from './snapshot-file';
import type { Snapshot } from './snapshots';

/** Everything that names tokens by their refs, but the ledger, which stays as it was written. */
const FILES = [
  'policy.json',
  'consumers.json',
  'leavers.json',
  'people.json',
  'register.json',
  'reminders-told.json',
  'own-work.jsonl',
];
const JOURNAL = 'rotation.journal';
const SNAPSHOTS = 'inventory';
const SNAPSHOT = /\.inventory(?:\.(?:\d|original))?$/;

const REF = /tok_[0-9a-f]{32}/g;

/**
 * Rewrites every file of a user-data folder to the refs that took the place of former ones, before any of them is opened. A
 * start that dies in the middle leaves files of both kinds, and the next one does the rest: a file that has no former ref is
 * not touched. Each is copied as it was first. True where all of them are
 * rewritten. `withPayloads` changes the lines of a journal.
 */
export async function migrateRefs(
  userData: string,
  aliases: RefAliases,
  withPayloads: (journal: string, change: (json: string) => string) => string,
): Promise<boolean> {
  if (!aliases.isToApply) return true;
  const rename = (text: string) => text.replace(REF, (ref) => aliases.currentOf(ref as TokenRef));
  const snapshots = join(userData, SNAPSHOTS);
  const names = await readdir(snapshots).catch(() => []);
  const changes: readonly (readonly [path: string, change: (text: string) => string])[] = [
    ...FILES.map((name) => [join(userData, name), rename] as const),
    [join(userData, JOURNAL), (text) => withPayloads(text, rename)],
    ...names
      .filter((name) => SNAPSHOT.test(name))
      .map((name) => [join(snapshots, name), (text: string) => snapshotWith(text, rename)] as const),
  ];
  for (const [path, change] of changes) if (!(await rewrite(path, change))) return false;
  await aliases.applied();
  return true;
}

/** Every ref that some file but a snapshot or the ledger names: those are the names that this process goes by. */
export async function refsInFiles(userData: string): Promise<ReadonlySet<TokenRef>> {
  const texts = await Promise.all(
    [...FILES, JOURNAL].map((name) => readFile(join(userData, name), 'utf8').catch(() => '')),
  );
  return new Set(texts.flatMap((text) => (text.match(REF) ?? []) as TokenRef[]));
}

async function rewrite(path: string, change: (text: string) => string): Promise<boolean> {
  try {
    const before = await readFile(path, 'utf8');
    const after = change(before);
    if (after === before) return true;
    await copyFile(path, `${path}.before-ids`, constants.COPYFILE_EXCL).catch(() => undefined);
    await writeAtomically(path, after);
    return true;
  } catch (error) {
    return isAbsent(error);
  }
}

/** A token that stood in a snapshot under two former refs stands in it once. What is not as it was written stays as it is. */
function snapshotWith(text: string, rename: (text: string) => string): string {
  if (rename(text) === text) return text;
  const snapshot = decodeSnapshot(text);
  if (snapshot === undefined) return text;
  const renamed = JSON.parse(rename(JSON.stringify(snapshot))) as Snapshot;
  const byRef = new Map(renamed.tokens.map((token) => [token.ref, token]));
  return encodeSnapshot({ ...renamed, tokens: [...byRef.values()] });
}
