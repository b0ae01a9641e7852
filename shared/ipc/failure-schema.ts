import { z } from 'zod';

import type { ApiFailure } from '../domain/api-failure';

/** An `ApiFailure` as it is read back from a file. */
export const apiFailure: z.ZodType<ApiFailure> = z.union([
  z.strictObject({ kind: z.literal('forbidden'), status: z.union([z.literal(403), z.literal(404)]) }),
  z.strictObject({ kind: z.literal('rate-limited'), retryAfterSeconds: z.number().exactOptional() }),
  z.strictObject({ kind: z.enum(['rejected', 'server-error']), status: z.number() }),
  z.strictObject({
    kind: z.enum([
      'unauthorized',
      'not-json',
      'truncated',
      'too-large',
      'unexpected-shape',
      'redirected',
      'timed-out',
      'offline',
      'cancelled',
    ]),
  }),
]);
