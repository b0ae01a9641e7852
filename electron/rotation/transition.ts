import { assertNever } from '../../shared/assert-never';
import type { RotationStep } from '../../shared/domain/rotation-run';
import type { Row, RowEvent } from './row';

/** In which steps an event can happen. What is not here is a bug, not a server's mood. */
const ALLOWED: Readonly<Record<RowEvent['kind'], readonly RotationStep[]>> = {
  'create-intended': ['planned', 'creating'],
  'create-unclear': ['creating'],
  'create-refused': ['creating'],
  'orphan-found': ['ambiguous'],
  'orphan-removed': ['ambiguous'],
  'none-made': ['ambiguous'],
  'unwanted-made': ['creating'],
  'unwanted-removed': ['creating'],
  sealed: ['creating'],
  verified: ['sealed'],
  'destinations-chosen': ['verified'],
  'delivery-intended': ['verified'],
  delivered: ['verified'],
  proved: ['verified', 'delivered'],
  retired: ['proved'],
  'delete-intended': ['proved', 'retiring'],
  gone: ['proved', 'retiring', 'deleting'],
  needs: [
    'planned',
    'creating',
    'ambiguous',
    'sealed',
    'verified',
    'delivered',
    'proved',
    'retiring',
    'deleting',
    'needs-you',
  ],
  'tried-again': ['needs-you'],
  'handed-to-tray': ['needs-you'],
  revealed: ['verified'],
  copied: ['verified'],
  'discard-intended': ['needs-you', 'verified'],
  left: ['needs-you', 'verified', 'planned'],
};

/** The row after an event. Pure; an event that cannot happen in the row's step is thrown. */
export function transition(row: Row, event: RowEvent): Row {
  if (!ALLOWED[event.kind].includes(row.step)) {
    throw new Error(`a row that is ${row.step} cannot be ${event.kind}`);
  }
  return apply(row, event);
}

function apply(row: Row, event: RowEvent): Row {
  switch (event.kind) {
    case 'create-intended': {
      const { knownBefore, label: askedLabel } = event;
      return {
        ...row,
        step: 'creating',
        knownBefore,
        askedLabel,
        creates: row.creates + 1,
        mayCreateAnew: false,
      };
    }
    case 'create-unclear':
      return { ...row, step: 'ambiguous' };
    case 'orphan-found':
      return { ...row, orphan: event.orphan };
    case 'create-refused':
    case 'orphan-removed':
    case 'none-made': {
      const { orphan: _removed, ...rest } = row;
      return { ...rest, step: 'planned' };
    }
    case 'unwanted-made':
      return { ...row, newRef: event.newRef };
    case 'unwanted-removed': {
      const { newRef: _removed, ...rest } = row;
      return { ...rest, step: 'planned' };
    }
    case 'sealed': {
      const { newRef, newLastFour } = event;
      return { ...row, step: 'sealed', newRef, ...(newLastFour && { newLastFour }), holdsValue: true };
    }
    case 'verified':
      return { ...row, step: 'verified' };
    case 'destinations-chosen':
      return { ...row, destinations: event.destinations };
    case 'delivery-intended':
      return row;
    case 'delivered':
      return { ...row, step: 'delivered' };
    case 'proved':
      return { ...row, step: 'proved' };
    case 'retired':
      return { ...row, step: 'retiring' };
    case 'delete-intended':
      return { ...row, step: 'deleting' };
    case 'gone':
      return { ...row, step: 'gone', goneAt: event.at, holdsValue: false };
    case 'needs': {
      const { kind: _kind, ...need } = event;
      return { ...row, step: 'needs-you', need };
    }
    case 'tried-again':
      return { ...withoutNeed(row), step: row.need?.from ?? 'planned', mayCreateAnew: true };
    case 'handed-to-tray':
      return { ...withoutNeed(row), step: 'verified', destinations: [] };
    case 'revealed':
      return { ...row, wasRevealed: true };
    case 'copied':
    case 'discard-intended':
      return row;
    case 'left':
      return { ...row, step: 'left', holdsValue: false };
    default:
      return assertNever(event);
  }
}

function withoutNeed({ need: _met, ...row }: Row): Row {
  return row;
}
