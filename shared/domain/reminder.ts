import type { Instant } from './instant';

/** What a desktop notification says: organisations' names and counts, never a label and never a value. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** What a person decided on reminders. */
export interface ReminderSettings {
  readonly isOn: boolean;
  /** The day, from its beginning in UTC, on which tokens are to be rotated next. */
  readonly nextSession?: Instant;
}

export interface ReminderFacts extends ReminderSettings {
  /** Whether this system shows notifications at all. */
  readonly isSupported: boolean;
}

/** What changed since Rekey was last open. Tokens that are new do not count as having become due. */
export interface SinceLastLook {
  readonly since: Instant;
  readonly fresh: number;
  readonly gone: number;
  readonly becameDue: number;
}
