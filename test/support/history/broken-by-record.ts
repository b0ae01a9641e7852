import type { Row } from '../../../electron/rotation/row';
import type { RowEvent } from '../../../electron/rotation/row-event';
import { isSamePlace, type Destination } from '../../../shared/domain/destination';
import { heldAt, isGivenUp, newValueOf } from './holders';
import type { Truth } from './witness';

/** What is written down of a row and is not true. */
export function brokenByRecord(truth: Truth, row: Row, event: RowEvent): string | undefined {
  const { alive } = truth;
  const lives = (ref: Row['newRef']) => ref !== undefined && alive().has(ref);
  const isFalse = `of “${row.label}” it is written, and not true, that it is ${event.kind}`;
  switch (event.kind) {
    case 'sealed':
      return isSealed(truth, row) ? undefined : `1: ${isFalse}`;
    case 'proved':
      return isProved(truth, row, event.by) ? undefined : `1: ${isFalse}`;
    case 'verified':
      return isMisread(row, truth) ? `6: ${isFalse}` : undefined;
    case 'retired':
      return isCarried(truth, row) ? undefined : `the consumers of “${row.label}” are not carried over`;
    case 'passed-over':
      return event.why === 'gone' && lives(row.ref) ? `6: ${isFalse}` : undefined;
    case 'gone':
      return lives(row.ref) ? `6: ${isFalse}` : undefined;
    default:
      return undefined;
  }
}

/** The value is where it outlives the app before anybody counts on it. */
function isSealed({ paper, ...truth }: Truth, row: Row): boolean {
  const value = newValueOf(row, { paper, ...truth });
  if (isMisread(row, { paper, ...truth })) return paper.values().has(row.id);
  return value === undefined || paper.values().get(row.id) === value;
}

function isProved(truth: Truth, row: Row, by: Extract<RowEvent, { kind: 'proved' }>['by']): boolean {
  if (by === 'person') return row.wasRevealed || row.wasCopied;
  // It says no more than that the place shows what it showed before; of a misread value, that it was delivered as answered.
  if (by === 'weaker-read-back' || isMisread(row, truth)) return true;
  const value = newValueOf(row, truth);
  const isChangedSince = value !== undefined && isGivenUp(value, truth);
  if (value === undefined || isChangedSince) return true;
  return row.destinations.every((to) => heldAt(to, truth) === value);
}

/** What the create was answered is not the value of the token. */
const isMisread = ({ newRef }: Row, { misread }: Truth): boolean =>
  newRef !== undefined && misread.has(newRef);

/** What is known of the old token's consumers is known of the new one's. */
function isCarried({ paper }: Truth, row: Row): boolean {
  const entry = row.newRef === undefined ? undefined : paper.consumers.get(row.newRef);
  const places = row.destinations.filter(({ kind }) => kind !== 'this-connection');
  const has = (place: Destination) => entry?.destinations.some((one) => isSamePlace(one, place)) === true;
  return entry !== undefined && entry.checklist.length === row.checklist.length && places.every(has);
}
