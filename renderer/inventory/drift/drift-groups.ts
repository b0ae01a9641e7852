import { DRIFT_KINDS, type DriftChange, type DriftKind } from '../../../shared/domain/drift';
import type { DriftReport } from '../../../shared/domain/drift-report';

/** The changes of one kind that are listed, and how many there are in all. */
export interface DriftGroup {
  readonly kind: DriftKind;
  readonly count: number;
  readonly changes: readonly DriftChange[];
}

/** The kinds of which there is something, what matters most first. */
export const driftGroups = ({
  counts,
  changes,
}: Pick<DriftReport, 'counts' | 'changes'>): readonly DriftGroup[] =>
  DRIFT_KINDS.filter((kind) => counts[kind] > 0).map((kind) => ({
    kind,
    count: counts[kind],
    changes: changes.filter((change) => change.kind === kind),
  }));
