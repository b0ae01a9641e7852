import { z } from 'zod';

import { NOT_PROVABLE } from '../../shared/domain/value-check';
import { destination, manualConsumerId, tokenRef } from '../../shared/ipc/decode';
import { deliveryFailure, receipt } from '../../shared/ipc/delivery-schema';
import { needReason, rotationStep, rowAction } from '../../shared/ipc/step-schema';
import type { RowEvent } from './row-event';

const instant = z.number();
const plain = z.enum([
  'create-unclear',
  'create-refused',
  'orphan-removed',
  'none-made',
  'unwanted-removed',
  'delivered',
  'delete-intended',
  'delete-undone',
  'tried-again',
  'handed-to-tray',
  'revealed',
  'copied',
  'discard-intended',
]);

const unexplainedToken = z.strictObject({
  ref: tokenRef,
  label: z.string(),
  createdAt: instant.exactOptional(),
});

/** What a line of the journal says of a row. */
export const rowEvent: z.ZodType<RowEvent> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: plain }),
  z.strictObject({ kind: z.literal('passed-over'), why: z.enum(['gone', 'changed']) }),
  z.strictObject({
    kind: z.literal('create-intended'),
    knownBefore: z.array(tokenRef),
    label: z.string(),
    at: instant.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('restored'),
    newRef: tokenRef.exactOptional(),
    newLastFour: z.string().length(4).exactOptional(),
    holdsValue: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('orphan-found'), orphan: tokenRef }),
  z.strictObject({ kind: z.literal('unexplained-found'), tokens: z.array(unexplainedToken) }),
  z.strictObject({ kind: z.enum(['removal-agreed', 'unexplained-removed']), ref: tokenRef }),
  z.strictObject({ kind: z.literal('explained'), refs: z.array(tokenRef) }),
  z.strictObject({
    kind: z.literal('unwanted-made'),
    newRef: tokenRef,
    why: z.enum(['scope-differs', 'label-differs', 'seal-failed']).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('left'), isUnproved: z.literal(true).exactOptional() }),
  z.strictObject({
    kind: z.literal('sealed'),
    newRef: tokenRef,
    newLastFour: z.string().length(4).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('destinations-chosen'), destinations: z.array(destination) }),
  z.strictObject({ kind: z.enum(['delivery-intended', 'undone']), to: destination }),
  z.strictObject({ kind: z.literal('delivered-to'), to: destination, receipt }),
  z.strictObject({ kind: z.literal('proved'), by: z.enum(['read-back', 'weaker-read-back', 'person']) }),
  z.strictObject({ kind: z.literal('verified'), by: z.literal('contrast').exactOptional() }),
  z.strictObject({ kind: z.literal('not-provable'), why: z.enum(NOT_PROVABLE) }),
  z.strictObject({ kind: z.enum(['ticked', 'unticked']), item: manualConsumerId }),
  z.strictObject({
    kind: z.enum(['overridden', 'retirement-cancelled', 'use-attested']),
    reason: z.string(),
  }),
  z.strictObject({ kind: z.enum(['retired', 'kept-longer']), until: instant }),
  z.strictObject({ kind: z.literal('gone'), at: instant }),
  z.strictObject({
    kind: z.literal('needs'),
    reason: needReason,
    failure: deliveryFailure.exactOptional(),
    actions: z.array(rowAction),
    from: rotationStep,
  }),
]);
