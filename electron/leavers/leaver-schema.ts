import { z } from 'zod';

import { parseLeaverId, UNKNOWNS, type LeaverId } from '../../shared/domain/leaver';
import { NAME_SOURCES } from '../../shared/domain/people';
import { connectionId, projectSlug, tokenRef } from '../../shared/ipc/decode';

const instant = z.number().int();
const text = z.string();

const token = z.strictObject({
  ref: tokenRef,
  label: text,
  scope: z.enum(['all', 'view-builds', 'status', 'full', 'write', 'read', 'other']),
  project: projectSlug.exactOptional(),
  projectName: text.exactOptional(),
  isByHand: z.literal(true).exactOptional(),
});

const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['personal-token', 'made-token']), token }),
  z.strictObject({ kind: z.literal('shared-token'), token, places: z.array(text) }),
  z.strictObject({ kind: z.literal('checkout-key'), project: projectSlug, fingerprint: text }),
  z.strictObject({ kind: z.literal('connection'), connection: connectionId, name: text }),
  z.strictObject({
    kind: z.literal('unknown'),
    what: z.enum(UNKNOWNS),
    count: z.number().int().exactOptional(),
  }),
]);

const state = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open'),
    reopened: z.enum(['still-there', 'came-back']).exactOptional(),
  }),
  z.strictObject({ kind: z.enum(['to-rotate', 'rotated']), at: instant }),
  z.strictObject({ kind: z.enum(['done-elsewhere', 'not-applicable']), at: instant, reason: text }),
]);

const signOff = z.strictObject({ by: text, at: instant });

/** All checklists, as they are read back from a file that anybody may have touched. */
export const LEAVERS_FILE = z.strictObject({
  format: z.literal(1),
  leavers: z.array(
    z.strictObject({
      id: z.custom<LeaverId>((raw) => parseLeaverId(raw) !== undefined),
      connection: connectionId,
      person: text,
      names: z.array(text),
      knownFrom: z.array(z.enum(NAME_SOURCES)).exactOptional(),
      openedAt: instant,
      items: z.array(z.strictObject({ id: text, subject, state, twins: z.array(tokenRef) })),
      checkedAt: instant.exactOptional(),
      signedOff: signOff.exactOptional(),
      earlierSignOffs: z.array(signOff),
    }),
  ),
});
