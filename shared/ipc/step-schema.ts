import { z } from 'zod';

import type { NeedReason, RotationStep, RowAction } from '../domain/rotation-run';

/** How far a row is, as journal and ledger have it. */
export const rotationStep: z.ZodType<RotationStep> = z.enum([
  'planned',
  'creating',
  'ambiguous',
  'sealed',
  'verified',
  'delivered',
  'proved',
  'retiring',
  'deleting',
  'gone',
  'needs-you',
  'left',
]);

/** Why a row needs somebody, as journal and ledger have it. */
export const needReason: z.ZodType<NeedReason> = z.enum([
  'changed-since-plan',
  'new-missing',
  'own-in-use',
  'create-refused',
  'create-limit',
  'create-unclear',
  'orphan-unproved',
  'extra-found',
  'list-unsure',
  'records-disagree',
  'value-lost',
  'scope-differs',
  'label-differs',
  'seal-failed',
  'verify-failed',
  'delivery-failed',
  'delivery-unproved',
  'old-still-live',
  'delete-refused',
  'credential-refused',
  'unreachable',
  'journal-unwritable',
]);

/** What a person may do about a rotation item. */
export const rowAction: z.ZodType<RowAction> = z.enum([
  'try-again',
  'discard-new',
  'hand-over',
  'leave',
  'review-found',
  'not-ours',
]);
