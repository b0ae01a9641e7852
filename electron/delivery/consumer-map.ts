import { z } from 'zod';

import { NO_CONSUMERS, type ConsumerEntry } from '../../shared/domain/consumer';
import { placeKey } from '../../shared/domain/destination';
import type { TokenRef } from '../../shared/domain/token-ref';
import { destination, manualConsumer, tokenRef } from '../../shared/ipc/decode';
import { jsonFile } from '../files/json-file';

/** Where each token is used, as far as people said so. Holds no value. */
export interface ConsumerMap {
  readonly of: (ref: TokenRef) => ConsumerEntry;
  /** The tokens of which a place or an item of a checklist is known. */
  readonly refs: () => readonly TokenRef[];
  /** An entry that says nothing is forgotten. What cannot be written is remembered until the app ends. */
  readonly remember: (ref: TokenRef, entry: ConsumerEntry) => Promise<void>;
}

const FORMAT = z.strictObject({
  format: z.literal(1),
  tokens: z.array(
    z.strictObject({
      ref: tokenRef,
      destinations: z.array(destination),
      checklist: z.array(manualConsumer),
      lastFour: z.string().length(4).exactOptional(),
    }),
  ),
});

/** All that two entries of one token say: two connections may each have known it by a ref of their own. */
function joined(first: ConsumerEntry | undefined, second: ConsumerEntry): ConsumerEntry {
  if (first === undefined) return second;
  const places = new Map(
    [...first.destinations, ...second.destinations].map((place) => [placeKey(place), place]),
  );
  const items = new Map([...first.checklist, ...second.checklist].map((item) => [item.id, item]));
  const lastFour = first.lastFour ?? second.lastFour;
  return {
    destinations: [...places.values()],
    checklist: [...items.values()],
    ...(lastFour !== undefined && { lastFour }),
  };
}

/** Opens the map kept in a file. A file that cannot be read is set aside, and the map begins empty. */
export async function openConsumerMap(path: string): Promise<ConsumerMap> {
  const file = jsonFile(path, FORMAT);
  const read = await file.read();
  const entries = new Map<TokenRef, ConsumerEntry>();
  for (const { ref, ...entry } of (read.ok && read.value?.tokens) || [])
    entries.set(ref, joined(entries.get(ref), entry));

  return {
    of: (ref) => entries.get(ref) ?? NO_CONSUMERS,
    refs: () =>
      [...entries].flatMap(([ref, { destinations, checklist }]) =>
        destinations.length + checklist.length > 0 ? [ref] : [],
      ),
    remember: async (ref, entry) => {
      const { destinations, checklist, lastFour } = entry;
      const isEmpty = destinations.length === 0 && checklist.length === 0 && lastFour === undefined;
      if (isEmpty && !entries.has(ref)) return;
      if (isEmpty) entries.delete(ref);
      else entries.set(ref, entry);
      const tokens = [...entries].map(([key, kept]) => ({
        ref: key,
        destinations: [...kept.destinations],
        checklist: [...kept.checklist],
        ...(kept.lastFour !== undefined && { lastFour: kept.lastFour }),
      }));
      await file.write({ format: 1, tokens });
    },
  };
}
