import { describeFailure } from '../../../shared/domain/api-failure';
import type { ProjectOutcome } from '../../../shared/domain/coverage';
import { describeDoubt } from '../../../shared/domain/coverage-gap-words';
import { counted } from '../../words/count-words';

export type OutcomeKind = ProjectOutcome['kind'];

/** The outcomes, those that want attention first. */
export const OUTCOMES: readonly OutcomeKind[] = ['unreachable', 'refused', 'in-doubt', 'pending', 'read'];

export const OUTCOME_NAMES: Readonly<Record<OutcomeKind, string>> = {
  unreachable: 'Unreachable',
  refused: 'Refused',
  'in-doubt': 'In doubt',
  pending: 'Not read yet',
  read: 'Read',
};

/** A shape for each outcome, so that colour never speaks alone. */
export const OUTCOME_SHAPES: Readonly<Record<OutcomeKind, string>> = {
  unreachable: '●',
  refused: '◐',
  'in-doubt': '◑',
  pending: '?',
  read: '○',
};

/** What reading a project brought, or why it brought nothing. */
export function outcomeSentence(outcome: ProjectOutcome): string {
  if (outcome.kind === 'read') return counted(outcome.tokens, 'token');
  if (outcome.kind === 'pending') return 'The last look did not come to it. Refresh goes on with it.';
  if (outcome.kind === 'in-doubt') return describeDoubt(outcome.kept);
  return describeFailure(outcome.failure);
}

/** True where another try may bring what is missing. */
export const hasFailed = ({ kind }: ProjectOutcome): boolean =>
  kind === 'unreachable' || kind === 'refused' || kind === 'in-doubt';
