import type { ConnectFailure } from '../../shared/domain/connection';
import { err, ok, type Result } from '../../shared/result';
import { SecretValue } from '../credentials/secret-value';
import { otherServiceOf } from './other-service';
import { unwrapPasted } from './unwrap-pasted';

const PROJECT_TOKEN = /^CCIPRJ_/i;
/** The signs of RFC 6750, which every header can carry; a server may have forms of its own. */
const PLAUSIBLE = /^[A-Za-z0-9._~+/-]{20,200}={0,2}$/;
/** What a list shows, or documentation, in place of a value. */
const PLACEHOLDER = /^(?:x+|(?:your|my|the)[-_].*)$/i;

/** Takes typed text for a personal token, or says what it is instead. Nothing of it is in the failure. */
export function readTyped(raw: string): Result<SecretValue, ConnectFailure> {
  const typed = unwrapPasted(raw);
  const service = otherServiceOf(typed);
  if (service !== undefined) return err({ kind: 'other-service', service });
  if (PROJECT_TOKEN.test(typed)) return err({ kind: 'project-token' });
  const isToken = PLAUSIBLE.test(typed) && !PLACEHOLDER.test(typed);
  return isToken ? ok(new SecretValue(typed)) : err({ kind: 'bad-token-form' });
}

/** Forty hex digits are the form of old tokens of either kind: nothing in them tells a project’s from a person’s. */
export const isOldForm = (raw: string): boolean => /^[0-9a-f]{40}$/i.test(unwrapPasted(raw));
