import { parseHttpDate } from './http-date';

/**
 * Longer than ten minutes no host is waited for: a look, or a run with a value half delivered, would seem to hang for hours,
 * and a wrong clock or a proxy can ask for days. The host is asked once more instead, and may say the same again.
 */
const MOST_SECONDS = 600;

const SECONDS = /^\d{1,20}(?:\.\d{1,20})?$/;

/**
 * How long the host asks to be left alone: whole or fractional seconds, rounded up, or an HTTP date. `undefined` for
 * anything else, for no time at all and for a moment that has passed: then the caller backs off by its own rule.
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const raw = headers.get('retry-after')?.trim() ?? '';
  const seconds = SECONDS.test(raw) ? Math.ceil(Number(raw)) : secondsUntil(raw, headers.get('date') ?? '');
  if (seconds === undefined || seconds <= 0) return undefined;
  return Math.min(seconds, MOST_SECONDS);
}

/** A date is compared with the host's own clock, so that a wrong clock on this computer does no harm. */
function secondsUntil(date: string, hostDate: string): number | undefined {
  const until = parseHttpDate(date);
  const from = parseHttpDate(hostDate.trim());
  return until === undefined || from === undefined ? undefined : Math.ceil((until - from) / 1_000);
}
