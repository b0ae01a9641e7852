import { z } from 'zod';

import { MAX_TARGETS, type DeliveryTarget } from '../../shared/domain/delivery-target';
import { COLUMNS, MOST_VIEWS, type ColumnPlace, type PageMemory } from '../../shared/domain/saved-view';
import { targetDraft } from '../../shared/ipc/target-schema';
import { columnPlace, pageMemory, savedView } from '../../shared/ipc/view-schema';

/** Where the window was: outer bounds in screen pixels, and how much its page was enlarged (1 = not at all). */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximised: boolean;
  readonly zoom?: number;
}

/** All that is remembered of how a person set Rekey up. */
export interface Preferences {
  readonly window?: WindowPlace;
  readonly targets?: readonly DeliveryTarget[];
  readonly page?: PageMemory;
}

const windowPlace: z.ZodType<WindowPlace> = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  isMaximised: z.boolean(),
  zoom: z.number().min(0.8).max(2).exactOptional(),
});

const target = targetDraft.refine((draft): draft is DeliveryTarget => draft.id !== undefined);

/**
 * SECURITY X5: preferences only, every one of them listed; never a secret, and nothing that the page's own schemas would not
 * let in.
 */
export const preferences: z.ZodType<Preferences> = z.strictObject({
  window: windowPlace.exactOptional(),
  targets: z.array(target).max(MAX_TARGETS).exactOptional(),
  page: pageMemory.exactOptional(),
});

/** What could be read of preferences, part by part, and the names of the parts of which something could not. */
export interface ReadPreferences {
  readonly known: Preferences;
  readonly unreadable: readonly string[];
}

/** Judges each part by itself, and each destination, view and column in it: what one loses, no other does. */
export function readPreferences(raw: Readonly<Record<string, unknown>>): ReadPreferences {
  const unreadable: string[] = [];
  const some = <Value>(part: string, list: unknown, schema: z.ZodType<Value>): readonly Value[] => {
    if (list === undefined) return [];
    const read = Array.isArray(list) ? list.map((one) => schema.safeParse(one)) : [];
    const known = read.flatMap(({ success, data }) => (success ? [data] : []));
    if (!Array.isArray(list) || known.length < read.length) unreadable.push(part);
    return known;
  };

  const window = windowPlace.safeParse(raw['window']);
  if (raw['window'] !== undefined && !window.success) unreadable.push('window');
  const targets = some('destinations', raw['targets'], target).slice(0, MAX_TARGETS);
  const page = pageOf(raw['page'], some);
  if (raw['page'] !== undefined && page === undefined) unreadable.push('page');
  return {
    known: {
      ...(window.success && { window: window.data }),
      ...(raw['targets'] !== undefined && { targets }),
      ...(page && { page }),
    },
    unreadable,
  };
}

type ReadSome = <Value>(part: string, list: unknown, schema: z.ZodType<Value>) => readonly Value[];

function pageOf(raw: unknown, some: ReadSome): PageMemory | undefined {
  const page = z.record(z.string(), z.unknown()).safeParse(raw);
  if (!page.success) return undefined;
  const { views, layout, isOverviewFolded } = page.data;
  const places = layout === undefined ? undefined : everyColumn(some('columns', layout, columnPlace));
  return {
    views: some('views', views, savedView).slice(0, MOST_VIEWS),
    ...(places && { layout: places }),
    ...(typeof isOverviewFolded === 'boolean' && { isOverviewFolded }),
  };
}

const USUAL_WIDTH = 140;

/** The columns as they were arranged; one that the arrangement does not know comes last. */
function everyColumn(places: readonly ColumnPlace[]): readonly ColumnPlace[] {
  const known = places.filter(
    ({ column }, index) => places.findIndex((one) => one.column === column) === index,
  );
  const missing = COLUMNS.filter((column) => !known.some((place) => place.column === column));
  return [...known, ...missing.map((column) => ({ column, width: USUAL_WIDTH, isHidden: false }))];
}
