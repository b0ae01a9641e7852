import { z } from 'zod';

import { parseConnectionId } from '../domain/connection-id';
import { parseManualConsumerId, type ManualConsumer } from '../domain/consumer';
import { parseTargetId } from '../domain/delivery-target';
import { VARIABLE_NAME, type Destination } from '../domain/destination';
import { MAX_RETRY } from '../domain/inventory';
import { scrub } from '../domain/ledger-entry';
import { parseProjectSlug } from '../domain/project-slug';
import { parseRowId } from '../domain/rotation-run';
import { parseTokenRef } from '../domain/token-ref';

/** Turns an untrusted argument into `T`, or into `undefined`. Never throws, never coerces. */
export type Decode<T> = (raw: unknown) => T | undefined;

export const MAX_PLAN = 1_000;

/** Lets in what a parser takes. */
export const branded = <T>(parse: (raw: unknown) => T | undefined) =>
  z.unknown().transform((raw, context): T => {
    const value = parse(raw);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: 'not of the expected form' });
    return z.NEVER;
  });

export const connectionId = branded(parseConnectionId);
export const tokenRef = branded(parseTokenRef);
export const projectSlug = branded(parseProjectSlug);
export const rowId = branded(parseRowId);
export const targetId = branded(parseTargetId);
export const manualConsumerId = branded(parseManualConsumerId);
export const planId = z.string().regex(/^plan_[0-9a-f]{32}$/);
export const runId = z.string().regex(/^run_[0-9a-f]{32}$/);

/** At least one, at most `MAX_PLAN`, none twice. */
export const tokenRefs = z
  .array(tokenRef)
  .min(1)
  .max(MAX_PLAN)
  .refine((refs) => new Set(refs).size === refs.length);

/** At least one, at most `MAX_RETRY`, none twice. */
export const projectSlugs = z
  .array(projectSlug)
  .min(1)
  .max(MAX_RETRY)
  .refine((slugs) => new Set(slugs).size === slugs.length)
  .readonly();

const variable = z.string().regex(VARIABLE_NAME);

export const destination: z.ZodType<Destination> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('context-variable'),
    contextId: z.string().regex(/^[0-9A-Za-z-]{1,64}$/),
    contextName: z.string().min(1).max(300),
    variable,
  }),
  z.strictObject({ kind: z.literal('project-variable'), project: projectSlug, variable }),
  z.strictObject({
    kind: z.enum(['command', 'age-file']),
    target: targetId,
    name: z.string().min(1).max(80),
  }),
  z.strictObject({ kind: z.literal('this-connection') }),
]);

export const manualConsumer: z.ZodType<ManualConsumer> = z.strictObject({
  id: manualConsumerId,
  kind: z.enum(['manual', 'badge']),
  // Typed by a person, and kept in files: whatever has the form of a token is taken out before anything sees it.
  where: z.string().trim().min(1).max(300).transform(scrub),
});

/** Takes a schema as a decoder: what does not fit is `undefined`. */
export const decodeWith =
  <T>(schema: z.ZodType<T>): Decode<T> =>
  (raw) => {
    const parsed = schema.safeParse(raw);
    return parsed.success ? parsed.data : undefined;
  };

/** For calls that take no argument. `undefined` and `null` are all they accept. */
export const nothing: Decode<null> = (raw) => (raw === undefined || raw === null ? null : undefined);
