import { z } from 'zod';

import { ACCOUNT_VERDICTS } from '../../shared/domain/accounts';
import { ATTESTED } from '../../shared/domain/attestation';
import { CONFLICT_KINDS } from '../../shared/domain/audit-log';
import { NAME_SOURCES } from '../../shared/domain/people';
import { connectionId, projectSlug, tokenRef } from '../../shared/ipc/decode';

const instant = z.number().int();
const count = z.number().int().min(0);
const text = z.string();

const conflict = z.strictObject({
  kind: z.enum(CONFLICT_KINDS),
  label: text,
  project: projectSlug,
  projectName: text.exactOptional(),
  tokens: z.array(
    z.strictObject({ ref: tokenRef, createdAt: instant.exactOptional(), owner: text.exactOptional() }),
  ),
  events: z.array(z.strictObject({ line: count, at: instant, actor: text })),
});

const attestation = z.strictObject({
  ref: tokenRef,
  askedAt: instant,
  answer: z.strictObject({ at: instant, by: text, said: z.enum(ATTESTED) }).exactOptional(),
});

const checkoutKey = z.strictObject({
  project: projectSlug,
  kind: z.enum(['deploy', 'user']),
  fingerprint: text,
  login: text.exactOptional(),
  createdAt: instant.exactOptional(),
});

const accounts = z.strictObject({
  readAt: instant,
  isListed: z.boolean(),
  count,
  accounts: z.array(z.strictObject({ name: text, slugs: z.array(text) })),
});

/** The people of every connection, as they are read back from a file that anybody may have touched. */
export const PEOPLE_FILE = z.strictObject({
  format: z.literal(1),
  connections: z.array(
    z.strictObject({
      connection: connectionId,
      names: z.array(z.strictObject({ name: text, source: z.enum(NAME_SOURCES) })),
      aliases: z.array(z.strictObject({ person: text, alias: text })),
      imports: z.array(z.strictObject({ file: text, at: instant, taken: count })),
      recovered: z.array(
        z.strictObject({ ref: tokenRef, owner: text, createdAt: instant.exactOptional(), from: count }),
      ),
      conflicts: z.array(conflict),
      conflictCount: count,
      attestations: z.array(attestation),
      keys: z
        .strictObject({ readAt: instant, projects: count, read: count, userKeys: z.array(checkoutKey) })
        .exactOptional(),
      accounts: accounts.exactOptional(),
      /** Files of before accounts were read have none. */
      verdicts: z.array(z.strictObject({ name: text, verdict: z.enum(ACCOUNT_VERDICTS) })).default([]),
    }),
  ),
});
