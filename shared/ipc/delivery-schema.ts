import { z } from 'zod';

import type { DeliveryFailure, Receipt } from '../domain/delivery';
import { apiFailure } from './failure-schema';

/** A `Receipt` as it is read back from the journal. */
export const receipt: z.ZodType<Receipt> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('variable'),
    wasThere: z.boolean(),
    updatedBefore: z.number().exactOptional(),
    showedSame: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.enum(['command', 'copied', 'switched']) }),
  z.strictObject({ kind: z.literal('file'), path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
]);

/** A `DeliveryFailure` as it is read back from the journal. */
export const deliveryFailure: z.ZodType<DeliveryFailure> = z.union([
  apiFailure,
  z.strictObject({
    kind: z.enum(['target-gone', 'command-timed-out', 'file-not-written', 'bad-recipient', 'not-switched']),
  }),
  z.strictObject({
    kind: z.literal('command-not-run'),
    why: z.enum(['not-found', 'not-permitted', 'unsafe-argument']),
  }),
  z.strictObject({ kind: z.literal('command-failed'), exitCode: z.number().int() }),
]);
