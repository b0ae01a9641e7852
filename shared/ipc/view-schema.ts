import { z } from 'zod';

import { scrub } from '../domain/ledger-entry';
import {
  COLUMNS,
  GROUPINGS,
  LONGEST_QUERY,
  LONGEST_VIEW_NAME,
  MOST_SORT_LEVELS,
  MOST_VIEWS,
  NARROWEST_COLUMN,
  WIDEST_COLUMN,
  type PageMemory,
  type SavedView,
} from '../domain/saved-view';

const sortKey = z.strictObject({ column: z.enum(COLUMNS), isDescending: z.boolean() });

/** A view, from a person's hand or from a file, without what has the form of a token. */
export const savedView: z.ZodType<SavedView> = z.strictObject({
  name: z.string().trim().min(1).max(LONGEST_VIEW_NAME).transform(scrub),
  query: z.string().max(LONGEST_QUERY).transform(scrub),
  sort: z.array(sortKey).min(1).max(MOST_SORT_LEVELS),
  group: z.enum([...GROUPINGS, 'none']),
});

export const columnPlace = z.strictObject({
  column: z.enum(COLUMNS),
  width: z.number().int().min(NARROWEST_COLUMN).max(WIDEST_COLUMN),
  isHidden: z.boolean(),
});

/** Every column once, in some order. */
const layout = z
  .array(columnPlace)
  .length(COLUMNS.length)
  .refine((places) => new Set(places.map(({ column }) => column)).size === places.length);

export const savedViews = z.array(savedView).max(MOST_VIEWS);

export const pageMemory: z.ZodType<PageMemory> = z.strictObject({
  views: savedViews,
  layout: layout.exactOptional(),
  isOverviewFolded: z.boolean().exactOptional(),
});
