import type { ReactNode } from 'react';

import type { DueState } from '../../../shared/domain/age-policy';
import type { Instant } from '../../../shared/domain/instant';
import type { TokenRecord } from '../../../shared/domain/token';
import { ageWord, distanceWord, exactUtc } from '../../words/date-words';
import { kindWord, plain, projectWord, scopeWord, shortened } from '../../words/token-words';
import { COVERAGE_NAMES } from '../coverage-words';
import { DueBadge } from '../due-badge';
import type { Column } from '../../../shared/domain/saved-view';
import type { RowCoverage } from '../rows/token-rows';

/** What the cells of one row are drawn from. */
export interface RowFacts {
  readonly token: TokenRecord;
  readonly due: DueState;
  readonly coverage: RowCoverage;
  readonly connectionName: string;
  readonly now: Instant;
}

/** What a cell shows, what stands behind it for pointer and ear, and how it looks. */
interface CellContent {
  readonly shown: ReactNode;
  readonly title?: string | undefined;
  /** Where what is shown needs other words to be understood by ear. */
  readonly spoken?: string;
  readonly look?: 'quiet' | 'mono';
}

/** The content of one cell. A token's value is in none; labels may be hostile, and are text that cannot turn around. */
export function cellOf(column: Column, { token, due, coverage, connectionName, now }: RowFacts): CellContent {
  switch (column) {
    case 'label': {
      const label = plain(token.label);
      const unseen = unseenWords(token);
      if (unseen === undefined) return { shown: <bdi>{shortened(label)}</bdi>, title: shortened(label, 500) };
      return {
        shown: (
          <>
            <bdi>{shortened(label)}</bdi> <span className="quiet">{unseen}</span>
          </>
        ),
        title: `${shortened(label, 500)}, ${unseen}`,
      };
    }
    case 'kind':
      return { shown: kindWord(token.kind), look: 'quiet' };
    case 'scope':
      return { shown: scopeWord(token) };
    case 'project':
      return { shown: projectWord(token), title: token.project, look: 'mono' };
    case 'owner':
      return token.owner === undefined
        ? { shown: '–', spoken: 'Owner not known', look: 'quiet' }
        : { shown: <bdi>{plain(token.owner.name)}</bdi>, title: plain(token.owner.name) };
    case 'created':
      return when(token.createdAt, now, ageWord);
    case 'lastUsed':
      return when(token.lastUsedAt, now, ageWord);
    case 'expires':
      return token.kind === 'project' && token.expiresAt === undefined
        ? { shown: 'never', title: 'Project tokens do not expire', look: 'quiet' }
        : when(token.expiresAt, now, distanceWord);
    case 'due':
      return { shown: <DueBadge due={due} now={now} /> };
    case 'firstSeen':
      return when(token.firstSeenAt, now, ageWord);
    case 'connection':
      return { shown: <bdi>{plain(connectionName)}</bdi>, title: plain(connectionName) };
    case 'coverage':
      return { shown: COVERAGE_NAMES[coverage], ...(coverage === 'read' && { look: 'quiet' }) };
  }
}

/** `not seen since 2026-11-29 14:02 UTC`, where the last sync did not see the token. */
const unseenWords = ({ lastSeenAt }: TokenRecord): string | undefined =>
  lastSeenAt === undefined ? undefined : `not seen since ${exactUtc(lastSeenAt)}`;

/** A moment, relative, with the exact one behind it; what is not known says so. */
function when(
  instant: Instant | undefined,
  now: Instant,
  word: (instant: Instant, now: Instant) => string,
): CellContent {
  if (instant === undefined)
    return { shown: '?', title: 'CircleCI does not tell', spoken: 'unknown', look: 'quiet' };
  const shown = word(instant, now);
  return { shown, title: exactUtc(instant), spoken: `${shown}, ${exactUtc(instant)}` };
}
