import { z } from 'zod';

import type { ApiFailure, CertificateProblem, OfflineReason } from '../domain/api-failure';

const offlineReason: z.ZodType<OfflineReason> = z.enum([
  'nobody-listens',
  'name-not-found',
  'no-network',
  'proxy',
  'no-tls',
]);

const certificateProblem: z.ZodType<CertificateProblem> = z.enum([
  'unknown-authority',
  'wrong-name',
  'expired',
  'not-yet-valid',
  'outside-dates',
  'revoked',
  'weak',
  'client-certificate-required',
  'other',
]);

/** An `ApiFailure` as it is read back from a file. */
export const apiFailure: z.ZodType<ApiFailure> = z.union([
  z.strictObject({
    kind: z.literal('forbidden'),
    status: z.union([z.literal(403), z.literal(404)]),
    isPage: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('rate-limited'), retryAfterSeconds: z.number().exactOptional() }),
  z.strictObject({ kind: z.literal('rejected'), status: z.number() }),
  z.strictObject({
    kind: z.literal('server-error'),
    status: z.number(),
    retryAfterSeconds: z.number().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('offline'), why: offlineReason.exactOptional() }),
  z.strictObject({
    kind: z.literal('certificate'),
    problem: certificateProblem,
    host: z.string(),
    issuer: z.string().exactOptional(),
  }),
  z.strictObject({
    kind: z.enum([
      'unauthorized',
      'removed',
      'not-json',
      'not-utf8',
      'truncated',
      'too-large',
      'unexpected-shape',
      'redirected',
      'timed-out',
      'too-slow',
      'cancelled',
    ]),
  }),
]);
