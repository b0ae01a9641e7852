import { z } from 'zod';

import type { ReminderFacts, SinceLastLook } from '../domain/reminder';
import { call, instant, object } from './call';
import { nothing } from './decode';

/** What became due while nobody looked. */
export const reminderCalls = {
  'reminders:settings': call<ReminderFacts>()(nothing),
  'reminders:change': call<ReminderFacts, { readonly kind: 'disk' }>()(
    object({ isOn: z.boolean(), nextSession: instant.exactOptional() }),
  ),
  /** Shows a notification that says it is a test. */
  'reminders:test': call<null, { readonly kind: 'not-supported' }>()(nothing),
  /** `null` on the first start, when there is nothing to compare with. */
  'reminders:since': call<SinceLastLook | null>()(nothing),
} as const;
