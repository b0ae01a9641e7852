import { z } from 'zod';

import { parseLeaverId, type Leaver, type LeaverFailure, type LeaverId } from '../domain/leaver';
import { LONGEST_NAME } from '../domain/people';
import { call, object, reason } from './call';
import { connectionId, nothing } from './decode';
import { answering } from './people-calls';

const name = z.string().trim().min(1).max(LONGEST_NAME);
const leaver = z.custom<LeaverId>((raw) => parseLeaverId(raw) !== undefined);
const items = z
  .array(z.string().min(1).max(2_000))
  .min(1)
  .max(10_000)
  .refine((ids) => new Set(ids).size === ids.length);

/** Leavers and their checklists. */
export const leaverCalls = {
  'leavers:list': call<readonly Leaver[]>()(nothing),
  'leavers:open': call<Leaver, LeaverFailure>()(object({ connection: connectionId, person: name })),
  'leavers:decide': call<Leaver, LeaverFailure>()(
    object({
      leaver,
      items,
      decision: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.enum(['open', 'to-rotate']) }),
        z.strictObject({ kind: z.enum(['done-elsewhere', 'not-applicable']), reason }),
      ]),
    }),
  ),
  'leavers:sign-off': call<Leaver, LeaverFailure>()(object({ leaver, by: answering })),
} as const;
