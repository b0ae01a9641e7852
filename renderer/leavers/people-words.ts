import type { AuditConflict } from '../../shared/domain/audit-log';
import type { PersonFacts } from '../../shared/domain/people';
import { counted } from '../words/count-words';
import { exactUtc } from '../words/date-words';
import { plain } from '../words/token-words';

/** What is known to be somebody's. */
export function ownedWords({ tokens, keys }: PersonFacts): string {
  const parts = [
    ...(tokens > 0 ? [counted(tokens, 'token')] : []),
    ...(keys > 0 ? [counted(keys, 'checkout key')] : []),
  ];
  return parts.length === 0 ? 'nothing known' : parts.join(' · ');
}

/** Why nothing was concluded, with both sides' facts. */
export function conflictSentence({ kind, tokens, events }: AuditConflict): string {
  const actors = [...new Set(events.map(({ actor }) => plain(actor)))];
  const [token] = tokens;
  const [event] = events;
  switch (kind) {
    case 'several-tokens':
      return `${String(tokens.length)} tokens carry this label, and the log does not say which one ${actors.join(' or ')} made.`;
    case 'several-people':
      return token?.owner !== undefined && !actors.includes(plain(token.owner))
        ? `It is known as ${plain(token.owner)}’s, and the log names ${actors.join(' and ')}.`
        : `The log names ${String(actors.length)} people: ${actors.join(' and ')}.`;
    case 'dates-differ':
      return `The host says ${dated(token?.createdAt)}, the log ${dated(event?.at)} (${actors.join(', ')}).`;
  }
}

const dated = (instant: number | undefined): string =>
  instant === undefined ? 'nothing' : exactUtc(instant);
