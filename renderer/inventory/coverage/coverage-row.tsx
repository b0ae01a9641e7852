import { memo, type Ref } from 'react';

import type { CoverageLine } from './coverage-line';
import { OUTCOME_NAMES, OUTCOME_SHAPES, outcomeSentence, type OutcomeKind } from './outcome-words';
import { reportedWord } from './source-words';

const TONES: Readonly<Record<OutcomeKind, string>> = {
  unreachable: 'tone-danger',
  refused: 'tone-warning',
  'in-doubt': 'tone-warning',
  pending: 'tone-unknown',
  read: 'tone-quiet',
};

export const lineId = (key: string): string => `coverage-${encodeURIComponent(key)}`;

interface CoverageRowProps {
  readonly line: CoverageLine;
  readonly index: number;
  /** Pixels from the top of the whole list. */
  readonly top: number;
  readonly showsConnection: boolean;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly measure: Ref<HTMLDivElement>;
  readonly onPress: (index: number, isExtending: boolean) => void;
}

/** One project: whether it was read, why not, and who named it. As high as its words need. */
export const CoverageRow = memo(function CoverageRow(props: CoverageRowProps) {
  const { line, index, top, showsConnection, isActive, isSelected, measure, onPress } = props;
  const { kind } = line.outcome;
  const reported = reportedWord(line);
  return (
    <div
      ref={measure}
      id={lineId(line.key)}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={isActive ? 'coverage-line coverage-line-active' : 'coverage-line'}
      style={{ transform: `translateY(${String(top)}px)` }}
      onClick={(event) => {
        onPress(index, event.shiftKey);
      }}
    >
      <div role="gridcell" className="coverage-check">
        <input
          type="checkbox"
          className="checkbox"
          tabIndex={-1}
          aria-label={`Select ${showsConnection ? `${line.word}, ${line.connectionName}` : line.word}`}
          checked={isSelected}
          readOnly
        />
      </div>
      <div role="gridcell" className="cut mono" title={line.project}>
        <bdi>{line.word}</bdi>
        {showsConnection && <div className="coverage-connection">{line.connectionName}</div>}
      </div>
      <div role="gridcell">
        <span className={`badge ${TONES[kind]}`}>
          <span className="badge-shape" aria-hidden>
            {OUTCOME_SHAPES[kind]}
          </span>
          {OUTCOME_NAMES[kind]}
        </span>
      </div>
      <div role="gridcell" className={kind === 'read' ? 'quiet' : ''}>
        {outcomeSentence(line.outcome)}
      </div>
      <div role="gridcell" className={kind === 'read' ? 'quiet cut' : 'quiet'} title={reported}>
        {reported}
      </div>
    </div>
  );
});
