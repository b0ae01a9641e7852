import type { Instant } from '../../../shared/domain/instant';
import type { ReportKind } from '../../../shared/domain/report';

const MOST_CHARACTERS = 60;

/** The folder of a pack: what it is, of whom, and of which day (UTC). Every file system takes it. */
export function packName(kind: ReportKind, organisation: string, madeAt: Instant): string {
  const safe = organisation
    .normalize('NFKD')
    .replace(/[^0-9A-Za-z]+/g, '-')
    .slice(0, MOST_CHARACTERS)
    .replace(/^-+|-+$/g, '');
  return `rekey-${kind}-${safe === '' ? 'organisation' : safe}-${new Date(madeAt).toISOString().slice(0, 10)}`;
}
