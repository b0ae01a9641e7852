import type { SkipReason } from './rotation-plan';

/** Why a row of a plan is left alone, in words. */
export const SKIP_WORDS: Readonly<Record<SkipReason, string>> = {
  gone: 'skipped: no longer there',
  changed: 'skipped: changed since you looked',
  'unknown-scope': 'skipped: its scope is not one that Rekey knows',
  'no-label': 'skipped: it has no label for its successor; rotate it in CircleCI',
  'project-unreadable': 'skipped: its project could not be read',
  'by-hand': 'skipped: kept by hand; rotate it in CircleCI',
  'own-credential': 'skipped: Rekey works with it, or may',
  'access-level': 'skipped: its access level cannot be carried over; rotate it in CircleCI',
  expired: 'skipped: it has expired and works no more; rotating it would give its access back',
  'cannot-delete-here': 'skipped: this host gives nothing to delete it by',
  'already-rotating': 'skipped: a rotation of it is not finished',
};
