import { z } from 'zod';

import { OWNER_SOURCES, type TokenRecord } from '../../shared/domain/token';
import { connectionId, projectSlug, tokenRef } from '../../shared/ipc/decode';

const instant = z.number().int();

/** A token record as it is read back from a file that people may have touched. */
export const tokenRecord: z.ZodType<TokenRecord> = z.strictObject({
  ref: tokenRef,
  connection: connectionId,
  kind: z.enum(['personal', 'project']),
  scope: z.enum(['all', 'view-builds', 'status', 'full', 'write', 'read', 'other']),
  rawScope: z.string().exactOptional(),
  label: z.string(),
  project: projectSlug.exactOptional(),
  projectName: z.string().exactOptional(),
  owner: z.strictObject({ name: z.string(), source: z.enum(OWNER_SOURCES) }).exactOptional(),
  createdAt: instant.exactOptional(),
  createdFrom: z.literal('audit-log').exactOptional(),
  lastUsedAt: instant.exactOptional(),
  expiresAt: instant.exactOptional(),
  firstSeenAt: instant,
  lastSeenAt: instant.exactOptional(),
  lastFour: z.string().length(4).exactOptional(),
  source: z.enum(['host', 'by-hand']),
  ownCredential: z.literal(true).exactOptional(),
});
