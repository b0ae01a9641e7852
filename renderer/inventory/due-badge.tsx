import type { DueKind, DueState } from '../../shared/domain/age-policy';
import type { Instant } from '../../shared/domain/instant';
import { PauseShape } from '../design/pause-shape';
import { exactUtc } from '../words/date-words';
import { DUE_SHAPES, dueWord } from './due-words';

const TONES: Readonly<Record<DueKind, string>> = {
  overdue: 'tone-danger',
  'due-soon': 'tone-warning',
  fine: 'tone-quiet',
  'unknown-age': 'tone-unknown',
  excepted: 'tone-quiet',
  'no-limit': 'tone-quiet',
};

/** A due state: a shape, a colour and words, with the exact date behind. */
export function DueBadge({ due, now }: { readonly due: DueState; readonly now: Instant }) {
  return (
    <span
      className={`badge ${TONES[due.kind]}`}
      title={due.kind === 'no-limit' ? undefined : `Due ${exactUtc(due.dueAt)}`}
    >
      <span className="badge-shape" aria-hidden>
        {due.kind === 'excepted' ? <PauseShape /> : DUE_SHAPES[due.kind]}
      </span>
      {dueWord(due, now)}
    </span>
  );
}
