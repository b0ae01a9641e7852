import { z } from 'zod';

import type { Coverage } from '../../shared/domain/coverage';
import type { TokenRecord } from '../../shared/domain/token';
import { connectionId, projectSlug, tokenRef } from '../../shared/ipc/decode';
import { apiFailure } from '../../shared/ipc/failure-schema';

const instant = z.number().int();

export const tokenRecord: z.ZodType<TokenRecord> = z.strictObject({
  ref: tokenRef,
  connection: connectionId,
  kind: z.enum(['personal', 'project']),
  scope: z.enum(['all', 'view-builds', 'status', 'full', 'write', 'read', 'other']),
  rawScope: z.string().exactOptional(),
  label: z.string(),
  project: projectSlug.exactOptional(),
  projectName: z.string().exactOptional(),
  owner: z.strictObject({ name: z.string(), source: z.enum(['self', 'by-hand']) }).exactOptional(),
  createdAt: instant.exactOptional(),
  lastUsedAt: instant.exactOptional(),
  expiresAt: instant.exactOptional(),
  firstSeenAt: instant,
  lastFour: z.string().max(4).exactOptional(),
  source: z.enum(['host', 'by-hand']),
  ownCredential: z.literal(true).exactOptional(),
});

const source = z.enum([
  'v3-projects',
  'private-projects',
  'followed',
  'v1.1-projects',
  'insights',
  'pipelines',
  'repositories',
]);

const projectCoverage = z.strictObject({
  connection: connectionId,
  project: projectSlug,
  name: z.string().exactOptional(),
  reportedBy: z.array(source),
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pending') }),
    z.strictObject({ kind: z.literal('read'), tokens: z.number().int() }),
    z.strictObject({ kind: z.literal('refused'), failure: apiFailure }),
    z.strictObject({ kind: z.literal('unreachable'), failure: apiFailure }),
  ]),
});

export const coverage: z.ZodType<Coverage> = z.strictObject({
  projects: z.array(projectCoverage),
  personal: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['pending', 'read', 'by-hand']) }),
    z.strictObject({ kind: z.literal('unreachable'), failure: apiFailure }),
  ]),
  failedSources: z.array(z.strictObject({ source, failure: apiFailure })),
});
