import type { Attestation, Attested } from '../../shared/domain/attestation';
import { exactUtc } from '../words/date-words';
import { plain } from '../words/token-words';

/** What an owner can say of a personal token of theirs. */
export const SAID_WORDS: Readonly<Record<Attested, string>> = {
  kept: 'They keep it',
  deleted: 'They deleted it',
  rotated: 'They rotated it',
};

/** Whether somebody was asked about a personal token, and what they said. */
export function attestationWords(attestation: Attestation | undefined): string {
  if (attestation === undefined) return 'Nobody was asked yet.';
  const { askedAt, answer } = attestation;
  const asked = `Asked on ${exactUtc(askedAt)}`;
  return answer === undefined
    ? `${asked}, not answered yet.`
    : `${asked}, answered on ${exactUtc(answer.at)} by ${plain(answer.by)}: ${SAID_WORDS[answer.said].toLowerCase()}.`;
}
