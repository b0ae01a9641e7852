import type { Schema } from 'electron-store';

import {
  ABSOLUTE_PATH,
  MAX_ARGUMENT,
  MAX_ARGUMENTS,
  MAX_NAME,
  MAX_PATH,
  MAX_RECIPIENTS,
  MAX_SECONDS,
  MAX_TARGETS,
  type DeliveryTarget,
} from '../../shared/domain/delivery-target';
import { PLAIN_TEXT } from '../../shared/domain/plain-text';

const plain = PLAIN_TEXT.source;
const id = { type: 'string', pattern: '^to_[0-9a-f]{16}$' } as const;
const name = { type: 'string', minLength: 1, maxLength: MAX_NAME, pattern: plain } as const;
const path = {
  type: 'string',
  maxLength: MAX_PATH,
  allOf: [{ pattern: ABSOLUTE_PATH.source }, { pattern: plain }],
} as const;

/** The delivery targets as they are kept: nothing that the page's own schema would not let in. */
export const TARGETS_SCHEMA: Schema<{ readonly targets: readonly DeliveryTarget[] }> = {
  targets: {
    type: 'array',
    maxItems: MAX_TARGETS,
    items: {
      oneOf: [
        {
          type: 'object',
          properties: {
            kind: { const: 'command' },
            id,
            name,
            executable: path,
            args: {
              type: 'array',
              maxItems: MAX_ARGUMENTS,
              items: { type: 'string', maxLength: MAX_ARGUMENT, pattern: plain },
            },
            timeoutSeconds: { type: 'integer', minimum: 1, maximum: MAX_SECONDS },
          },
          required: ['kind', 'id', 'name', 'executable', 'args', 'timeoutSeconds'],
          additionalProperties: false,
        },
        {
          type: 'object',
          properties: {
            kind: { const: 'age-file' },
            id,
            name,
            folder: path,
            recipients: {
              type: 'array',
              minItems: 1,
              maxItems: MAX_RECIPIENTS,
              items: { type: 'string', pattern: '^age1[0-9a-z]{58}$' },
            },
          },
          required: ['kind', 'id', 'name', 'folder', 'recipients'],
          additionalProperties: false,
        },
      ],
    },
  },
};
