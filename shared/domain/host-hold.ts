import type { Instant } from './instant';

/** A host that asked to be left alone for a while, and until when; without `hold`, it may be asked again. */
export interface HostHold {
  readonly address: string;
  readonly hold?: { readonly seconds: number; readonly until: Instant };
}

/** Waits that are over before a person has read of them are not worth a word. */
const SHORTEST_SECONDS = 3;

export function heldUntil(address: string, milliseconds: number | undefined, now: Instant): HostHold {
  const seconds = Math.round((milliseconds ?? 0) / 1_000);
  if (milliseconds === undefined || seconds < SHORTEST_SECONDS) return { address };
  return { address, hold: { seconds, until: now + milliseconds } };
}
