import type { LineProblem } from '../../shared/domain/import-report';
import type { Instant } from '../../shared/domain/instant';
import type { RegisterEntry } from '../../shared/domain/inventory';
import { scrub } from '../../shared/domain/ledger-entry';
import { parseInstant } from '../../shared/domain/parse-instant';
import { err, ok, type Result } from '../../shared/result';
import type { Columns } from './find-columns';
import type { CsvRow } from './read-csv';

type Name = 'label' | 'owner' | 'created' | 'expires';

/** A register of personal tokens as people keep it in a table. */
export const REGISTER_COLUMNS: Columns<Name> = {
  label: { names: ['label', 'name', 'token'], isNeeded: true },
  owner: { names: ['owner', 'person', 'user', 'login'], isNeeded: true },
  created: { names: ['created', 'created_at', 'created on'] },
  expires: { names: ['expires', 'expires_at', 'expires on', 'expiry'] },
};

const LONGEST_LABEL = 300;
const LONGEST_OWNER = 200;

/** Reads a line of the register. An empty date is one that nobody knows. */
export function readRegisterRow({ cell }: CsvRow<Name>, now: Instant): Result<RegisterEntry, LineProblem> {
  const [label, owner] = [cell('label'), cell('owner')];
  if (label === '') return err('no-label');
  if (owner === '') return err('no-owner');
  if (label.length > LONGEST_LABEL || owner.length > LONGEST_OWNER) return err('too-long');
  if (scrub(label) !== label || scrub(owner) !== owner) return err('has-a-token');
  const createdAt = parseInstant(cell('created'));
  const expiresAt = parseInstant(cell('expires'));
  if (createdAt === undefined && cell('created') !== '') return err('bad-date');
  if (expiresAt === undefined && cell('expires') !== '') return err('bad-date');
  if ((createdAt ?? 0) > now || (expiresAt ?? Infinity) <= (createdAt ?? 0)) return err('impossible-dates');
  return ok({
    label,
    owner,
    ...(createdAt !== undefined && { createdAt }),
    ...(expiresAt !== undefined && { expiresAt }),
  });
}
