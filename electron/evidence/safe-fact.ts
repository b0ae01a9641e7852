import type { Actor } from '../../shared/domain/ledger-entry';
import { scrub } from '../../shared/domain/ledger-entry';
import type { LedgerFact } from '../../shared/domain/ledger-fact';

const LONGEST = 500;

/** The fields that hold what people, or CircleCI, may have typed. */
const TEXTS: ReadonlySet<string> = new Set([
  'label',
  'projectName',
  'about',
  'name',
  'reason',
  'owner',
  'approver',
  'person',
  'alias',
  'by',
  'leaver',
  'item',
]);

/** A fact whose texts are plain, short, and hold nothing that has the form of a token. */
export const safeFact = (fact: LedgerFact): LedgerFact =>
  Object.fromEntries(
    Object.entries(fact).map(([field, value]: [string, unknown]) => [
      field,
      typeof value === 'string' && TEXTS.has(field) ? safeText(value) : value,
    ]),
  ) as unknown as LedgerFact;

export const safeActor = ({ login, osUser }: Actor): Actor => ({
  ...(login !== undefined && { login: safeText(login) }),
  osUser: safeText(osUser),
});

/**
 * Tokens are taken out before hidden characters, which may be all that parts one from the digits beside it, and after them, as
 * they may have split one; a text is cut last, so that no half of one stays.
 */
export function safeText(text: string): string {
  const plain = scrub(text.replace(/[\t\n\r\u2028\u2029]+/g, ' ')).replace(HIDDEN, '');
  return scrub(plain).slice(0, LONGEST).replace(HIDDEN, '');
}

const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff]/gu;
