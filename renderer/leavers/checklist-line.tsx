import { memo } from 'react';

import { isClosed, type LeaverItem, type LeaverItemId } from '../../shared/domain/leaver';
import { stateSentence } from '../../shared/domain/leaver-words';
import { exactUtc } from '../words/date-words';
import { plain, shortened } from '../words/token-words';
import { KIND_WORDS, nameOf, placeOf } from './subject-words';

interface ChecklistLineProps {
  readonly item: LeaverItem;
  /** What their owner said of a token that only they can see. */
  readonly attested: string | undefined;
  readonly isSelected: boolean;
  /** True where there is nothing more to decide. */
  readonly isFixed: boolean;
  readonly onToggle: (id: LeaverItemId) => void;
}

/** One thing of theirs, and what became of it. */
export const ChecklistLine = memo(function ChecklistLine(props: ChecklistLineProps) {
  const { item, attested, isSelected, isFixed, onToggle } = props;
  const { id, subject, state } = item;
  const name = nameOf(subject);
  const tone = isClosed(item) ? 'tone-fine' : 'reopened' in state ? 'tone-danger' : 'tone-warning';
  return (
    <div className="checklist-line">
      <input
        type="checkbox"
        className="checkbox"
        aria-label={`Select ${shortened(name, 200)}`}
        disabled={isFixed}
        checked={isSelected && !isFixed}
        onChange={() => {
          onToggle(id);
        }}
      />
      <span className="quiet">{KIND_WORDS[subject.kind]}</span>
      <span className={subject.kind === 'unknown' ? undefined : 'checklist-name'}>
        <bdi className={subject.kind === 'checkout-key' ? 'mono' : undefined}>{shortened(name, 240)}</bdi>
        {placeOf(subject) !== '' && <span className="quiet checklist-place">{placeOf(subject)}</span>}
        {attested !== undefined && <span className="quiet checklist-place">{attested}</span>}
      </span>
      <span className={`badge checklist-state ${tone}`}>
        <span className="badge-shape" aria-hidden>
          {isClosed(item) ? '○' : 'reopened' in state ? '●' : '◐'}
        </span>
        <span>
          {stateSentence(state)}
          {'reason' in state && (
            <>
              : <bdi>{plain(state.reason)}</bdi>
            </>
          )}
          {'at' in state && state.kind !== 'to-rotate' && (
            <span className="quiet checklist-place">{exactUtc(state.at)}</span>
          )}
        </span>
      </span>
    </div>
  );
});
