import { assertNever } from '../../shared/assert-never';
import type { Report } from '../../shared/domain/report';
import type { ReportFailure, ReportForm, SigningKeyPlace } from '../../shared/domain/report-request';
import type { ReportDraft } from './report-draft';

export const KIND_WORDS: Readonly<Record<ReportDraft['kind'], string>> = {
  review: 'Review: what there is, and what is due',
  rotation: 'Rotation session: what was replaced',
  incident: 'Incident: everything from before a moment',
};

export const FORM_WORDS: Readonly<Record<ReportForm, string>> = {
  csv: 'CSV',
  json: 'JSON',
  html: 'HTML',
  pdf: 'PDF',
  ics: 'Calendar',
};

/** Whether the totals agree with their source. */
export const reconciledWord = ({ isReconciled }: Pick<Report, 'isReconciled'>): string =>
  isReconciled ? 'Reconciled' : 'NOT RECONCILED';

export const KEY_WORDS: Readonly<Record<SigningKeyPlace, string>> = {
  keychain: 'Signed with the key that this computer’s keychain keeps.',
  session:
    'Signed with a key of this session, as there is no keychain to keep one: the next start of Rekey signs with another. Export the public key now, and hand it over with the report.',
};

/** What happened, what is there, and what to do next. */
export function reportFailureSentence(failure: ReportFailure | { readonly kind: 'refused' }): string {
  switch (failure.kind) {
    case 'nothing-to-report':
      return 'Nothing was written: there is nothing to report on. Look at a connection, or choose another time.';
    case 'no-such-connection':
      return 'Nothing was written: this connection is no longer there.';
    case 'declined':
      return 'Nothing was written: no place was chosen.';
    case 'cancelled':
      return 'Cancelled. Nothing was left behind.';
    case 'busy':
      return 'Another report is being written. Try again when it is there.';
    case 'not-written':
      return 'Nothing was left behind. The folder could not be written to: it may be full, gone or not yours. Choose another one.';
    case 'not-printed':
      return 'Nothing was left behind. The PDF could not be printed: try again, or leave PDF out.';
    case 'ledger-unwritable':
      return 'What was written is there, but the ledger did not take the note that it was. Look at the ledger before you hand it over.';
    case 'refused':
      return 'Nothing was written: what was asked for is not possible.';
    default:
      return assertNever(failure);
  }
}
