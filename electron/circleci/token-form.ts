import type { ConnectFailure } from '../../shared/domain/connection';
import { err, ok, type Result } from '../../shared/result';
import { SecretValue } from '../credentials/secret-value';

const PROJECT_TOKEN = /^CCIPRJ_/i;
/** Whatever a header can carry and a token could be; a server may have forms of its own. */
const PLAUSIBLE = /^[\x21-\x7e]{20,200}$/;

/** Takes typed text for a personal token, or says what it is instead. Nothing of it is in the failure. */
export function readTyped(raw: string): Result<SecretValue, ConnectFailure> {
  const typed = raw.trim();
  if (PROJECT_TOKEN.test(typed)) return err({ kind: 'project-token' });
  return PLAUSIBLE.test(typed) ? ok(new SecretValue(typed)) : err({ kind: 'bad-token-form' });
}
