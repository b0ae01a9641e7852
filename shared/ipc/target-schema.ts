import { z } from 'zod';

import { isAgeRecipient } from '../domain/age-recipient';
import {
  ABSOLUTE_PATH,
  MAX_ARGUMENT,
  MAX_ARGUMENT_TEXT,
  MAX_ARGUMENTS,
  MAX_NAME,
  MAX_PATH,
  MAX_RECIPIENTS,
  MAX_SECONDS,
  type TargetDraft,
} from '../domain/delivery-target';
import { isPlainText } from '../domain/plain-text';
import { targetId } from './decode';

const path = z.string().max(MAX_PATH).regex(ABSOLUTE_PATH).refine(isPlainText);
const name = z.string().trim().min(1).max(MAX_NAME).refine(isPlainText);

/**
 * A command or a folder as a person sets it up: paths are absolute, recipients are age's, nothing holds a character that
 * cannot be seen, and the arguments are few enough to be shown in one question.
 */
export const targetDraft: z.ZodType<TargetDraft> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command'),
    id: targetId.exactOptional(),
    name,
    executable: path,
    args: z
      .array(z.string().max(MAX_ARGUMENT).refine(isPlainText))
      .max(MAX_ARGUMENTS)
      .refine((args) => args.join('').length <= MAX_ARGUMENT_TEXT),
    timeoutSeconds: z.number().int().min(1).max(MAX_SECONDS),
  }),
  z.strictObject({
    kind: z.literal('age-file'),
    id: targetId.exactOptional(),
    name,
    folder: path,
    recipients: z.array(z.string().refine(isAgeRecipient)).min(1).max(MAX_RECIPIENTS),
  }),
]);
