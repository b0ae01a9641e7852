import { memo } from 'react';

import type { Instant } from '../../shared/domain/instant';
import type { TokenRef } from '../../shared/domain/token-ref';
import { ageWord, distanceWord, exactUtc } from '../words/date-words';
import { DueBadge } from './due-badge';
import type { IndexedToken } from './indexed-token';
import { kindWord, plain, projectWord, scopeWord } from '../words/token-words';

export const rowId = (ref: TokenRef): string => `row-${ref}`;

interface GridRowProps {
  readonly row: IndexedToken;
  readonly now: Instant;
  readonly index: number;
  /** Pixels from the top of the whole list. */
  readonly top: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onPress: (isExtending: boolean) => void;
}

/** One token. Its value is nowhere in it; its label may be hostile, and is shown as text that cannot turn around. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, now, index, top, isActive, isSelected, onPress } = props;
  const { token, due } = row;
  const label = plain(token.label);
  return (
    <div
      id={rowId(token.ref)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={isActive ? 'grid-row grid-body-row grid-row-active' : 'grid-row grid-body-row'}
      style={{ transform: `translateY(${String(top)}px)` }}
      onClick={(event) => {
        onPress(event.shiftKey);
      }}
    >
      <div role="gridcell" className="grid-cell-check">
        <input
          type="checkbox"
          className="checkbox"
          tabIndex={-1}
          aria-label={`Select ${label}`}
          checked={isSelected}
          readOnly
        />
      </div>
      <div role="gridcell" className="grid-cell" title={label}>
        <bdi>{label}</bdi>
      </div>
      <div role="gridcell" className="grid-cell quiet">
        {kindWord(token.kind)}
      </div>
      <div role="gridcell" className="grid-cell">
        {scopeWord(token)}
      </div>
      <div role="gridcell" className="grid-cell mono" title={token.project}>
        {projectWord(token)}
      </div>
      <div role="gridcell" className="grid-cell grid-cell-extra">
        {token.owner?.name ?? '–'}
      </div>
      <When instant={token.createdAt} now={now} word={ageWord} />
      <When instant={token.lastUsedAt} now={now} word={ageWord} isExtra />
      {token.kind === 'project' && token.expiresAt === undefined ? (
        <div role="gridcell" className="grid-cell grid-cell-extra quiet" title="Project tokens do not expire">
          never
        </div>
      ) : (
        <When instant={token.expiresAt} now={now} word={distanceWord} isExtra />
      )}
      <div role="gridcell" className="grid-cell">
        <DueBadge due={due} now={now} />
      </div>
    </div>
  );
});

interface WhenProps {
  readonly instant: Instant | undefined;
  readonly now: Instant;
  readonly word: (instant: Instant, now: Instant) => string;
  readonly isExtra?: boolean;
}

/** A moment, relative, with the exact one behind it; what is not known says so. */
function When({ instant, now, word, isExtra = false }: WhenProps) {
  const className = isExtra ? 'grid-cell grid-cell-extra' : 'grid-cell';
  if (instant === undefined) {
    return (
      <div role="gridcell" className={`${className} quiet`} title="CircleCI does not tell">
        <span aria-hidden>?</span>
        <span className="visually-hidden">unknown</span>
      </div>
    );
  }
  return (
    <div role="gridcell" className={className} title={exactUtc(instant)}>
      {word(instant, now)}
    </div>
  );
}
