import { z } from 'zod';

import { isPlausible, parseInstant } from '../../shared/domain/parse-instant';

/** A text with something in it. Whatever else stands there is as good as nothing. */
export const text = z.string().min(1).optional().catch(undefined);

/** A plausible moment, as ISO text or as milliseconds. Whatever else stands there is unknown, never a made-up one. */
export const instant = z
  .union([z.number().refine(isPlausible).transform(Math.trunc), z.string().transform(parseInstant)])
  .optional()
  .catch(undefined);

/**
 * The rows of a list, bare or as `items`. One row that is no object makes the whole list unreadable: leaving it out would make
 * a token vanish without a word.
 */
export const listOf = <Row extends z.ZodType>(row: Row) =>
  z.union([z.array(row), z.object({ items: z.array(row) }).transform(({ items }) => items)]);

type Known<Row> = { readonly [Field in keyof Row]: Exclude<Row[Field], undefined> };

/** The fields that are known: what is unknown is absent, not there as `undefined`. */
export const known = <Row extends object>(row: Row): Partial<Known<Row>> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Partial<Known<Row>>;
