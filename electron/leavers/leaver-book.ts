import type { z } from 'zod';

import type { Leaver, LeaverId } from '../../shared/domain/leaver';
import { err, ok, type Result } from '../../shared/result';
import { jsonFile } from '../files/json-file';
import { LEAVERS_FILE } from './leaver-schema';

/** The checklists of everybody who leaves or has left. A file of this computer's, or in time a team's database. */
export interface LeaverBook {
  /** The latest first. */
  readonly all: () => readonly Leaver[];
  /** Keeps a checklist as it is now; one that cannot be kept stays as it was. */
  readonly keep: (leaver: Leaver) => Promise<Result<null, 'storage'>>;
}

/**
 * Opens the book kept in a file. `isForgotten`: the demo's checklists are there as long as the app runs, and are not written.
 * A checklist outlives its connection: it is evidence.
 */
export async function openLeaverBook(
  path: string,
  isForgotten: (leaver: Leaver) => boolean,
): Promise<LeaverBook> {
  const file = jsonFile(path, LEAVERS_FILE);
  const read = await file.read();
  const leavers = new Map<LeaverId, Leaver>();
  const unwritten = new Set<LeaverId>();
  for (const leaver of (read.ok && read.value?.leavers) || []) leavers.set(leaver.id, leaver);

  return {
    all: () => [...leavers.values()].sort((a, b) => b.openedAt - a.openedAt),
    keep: async (leaver) => {
      if (!leavers.has(leaver.id) && isForgotten(leaver)) unwritten.add(leaver.id);
      const next = new Map(leavers).set(leaver.id, leaver);
      if (!unwritten.has(leaver.id)) {
        const kept = [...next.values()].filter(({ id }) => !unwritten.has(id));
        const written = await file.write({ format: 1, leavers: kept.map(copied) });
        if (!written.ok) return err('storage');
      }
      leavers.set(leaver.id, leaver);
      return ok(null);
    },
  };
}

type Written = z.infer<typeof LEAVERS_FILE>['leavers'][number];

/** The same in lists that a file may be made of. */
const copied = ({ knownFrom, ...leaver }: Leaver): Written => ({
  ...leaver,
  names: [...leaver.names],
  ...(knownFrom !== undefined && { knownFrom: [...knownFrom] }),
  earlierSignOffs: [...leaver.earlierSignOffs],
  items: leaver.items.map(({ subject, ...item }) => ({
    ...item,
    twins: [...item.twins],
    subject: subject.kind === 'shared-token' ? { ...subject, places: [...subject.places] } : subject,
  })),
});
