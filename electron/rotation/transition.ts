import { assertNever } from '../../shared/assert-never';
import type { Delivery } from '../../shared/domain/delivery';
import { isSamePlace } from '../../shared/domain/destination';
import type { TokenRef } from '../../shared/domain/token-ref';
import { ALLOWED } from './allowed-steps';
import { isAtCreateLimit, type Row } from './row';
import type { RowEvent } from './row-event';

/** The row after an event. Pure; an event that cannot happen in the row's step is thrown. */
export function transition(row: Row, event: RowEvent): Row {
  if (!ALLOWED[event.kind].includes(row.step)) {
    throw new Error(`a row that is ${row.step} cannot be ${event.kind}`);
  }
  return apply(row, event);
}

/**
 * The row after an event that was read back. One that cannot follow what came before it is taken for what it says, and the
 * row is doubtful from then on, until it was stopped for that very reason.
 */
export function follow(row: Row, event: RowEvent): Row {
  const { isDoubtful, ...sure } = row;
  if (event.kind === 'needs' && event.reason === 'records-disagree') return apply(sure, event);
  const isPossible = isDoubtful === undefined && ALLOWED[event.kind].includes(row.step);
  return isPossible ? apply(row, event) : { ...apply(row, event), isDoubtful: true };
}

function apply(row: Row, event: RowEvent): Row {
  switch (event.kind) {
    case 'passed-over':
      return { ...row, step: 'left', passedOver: event.why };
    case 'create-intended': {
      const { knownBefore, label: askedLabel, at: askedAt } = event;
      return {
        ...row,
        step: 'creating',
        knownBefore,
        askedLabel,
        ...(askedAt !== undefined && { askedAt }),
        creates: row.creates + 1,
        mayCreateAnew: false,
      };
    }
    case 'restored': {
      const { kind: _kind, ...known } = event;
      return { ...row, ...known };
    }
    case 'create-unclear':
      return { ...row, step: 'ambiguous', mayHaveMade: true };
    case 'orphan-found':
      return { ...row, orphan: event.orphan };
    case 'unexplained-found':
      return { ...row, unexplained: event.tokens };
    case 'unexplained-removed':
      return { ...row, unexplained: without(row.unexplained, [event.ref]) };
    case 'explained':
      return {
        ...row,
        unexplained: without(row.unexplained, event.refs),
        explained: [...(row.explained ?? []), ...event.refs],
      };
    case 'create-refused':
    case 'orphan-removed':
    case 'none-made': {
      const { orphan: _removed, ...rest } = row;
      return { ...rest, step: 'planned' };
    }
    case 'unwanted-made':
      return {
        ...row,
        newRef: event.newRef,
        mayHaveMade: true,
        ...(event.why && { unwantedBecause: event.why }),
      };
    case 'unwanted-removed': {
      const { newRef: _removed, unwantedBecause: _why, ...rest } = row;
      return { ...rest, step: 'planned' };
    }
    case 'sealed': {
      const { newRef, newLastFour } = event;
      const isUnseen = { wasRevealed: false, wasCopied: false };
      return {
        ...untried(row),
        step: 'sealed',
        newRef,
        ...(newLastFour && { newLastFour }),
        holdsValue: true,
        ...isUnseen,
      };
    }
    case 'verified':
      return {
        ...row,
        step: row.step === 'sealed' ? 'verified' : row.step,
        ...(event.by === 'contrast' && { validation: 'works' as const }),
      };
    case 'not-provable':
      return { ...row, step: row.step === 'sealed' ? 'verified' : 'retiring', validation: event.why };
    case 'use-attested':
      return { ...row, attestedBecause: event.reason };
    case 'destinations-chosen':
      return { ...row, destinations: event.destinations };
    case 'delivered-to':
      return { ...row, deliveries: withDelivery(row.deliveries, event) };
    case 'delivered':
      return { ...row, step: 'delivered', mustRedeliver: false };
    case 'proved':
      return { ...unproved(row), step: 'proved', ...PROOF[event.by] };
    case 'ticked':
      return { ...row, ticked: [...row.ticked.filter((id) => id !== event.item), event.item] };
    case 'unticked':
      return { ...row, ticked: row.ticked.filter((id) => id !== event.item) };
    case 'overridden':
      return { ...row, overrideReason: event.reason };
    case 'retired':
      return { ...row, step: 'retiring', until: event.until };
    case 'kept-longer':
      return { ...row, until: event.until };
    case 'retirement-cancelled':
      return { ...row, step: 'left', keptBecause: event.reason, holdsValue: false };
    case 'delete-intended':
      return { ...row, step: 'deleting' };
    case 'delete-undone':
      return { ...row, step: 'retiring' };
    case 'gone':
      return { ...row, step: 'gone', goneAt: event.at, holdsValue: false };
    case 'needs': {
      const { kind: _kind, ...need } = event;
      return { ...row, step: 'needs-you', need };
    }
    case 'tried-again': {
      const mustRedeliver = row.mustRedeliver || row.need?.reason === 'delivery-unproved';
      const anew = isAtCreateLimit(row) && { createsBefore: row.creates };
      return {
        ...withoutNeed(row),
        step: row.need?.from ?? 'planned',
        mayCreateAnew: true,
        mustRedeliver,
        ...anew,
      };
    }
    case 'handed-to-tray':
      return { ...withoutNeed(row), step: 'verified', destinations: [] };
    case 'revealed':
      return { ...row, wasRevealed: true };
    case 'copied':
      return { ...row, wasCopied: true };
    case 'delivery-intended':
    case 'discard-intended':
    case 'removal-agreed':
      return row;
    case 'undone':
      return { ...row, deliveries: row.deliveries.filter(({ to }) => !isSamePlace(to, event.to)) };
    case 'left':
      return {
        ...withoutNeed(row),
        step: 'left',
        holdsValue: false,
        ...(event.isUnproved && { isUnproved: event.isUnproved }),
      };
    default:
      return assertNever(event);
  }
}

/** A place that is written to again keeps what was first learned of it: whether it was there before Rekey came. */
function withDelivery(before: readonly Delivery[], { to, receipt }: Delivery): readonly Delivery[] {
  const first = before.find((delivery) => isSamePlace(delivery.to, to))?.receipt;
  const others = before.filter((delivery) => !isSamePlace(delivery.to, to));
  if (first?.kind !== 'variable' || receipt.kind !== 'variable') return [...others, { to, receipt }];
  return [...others, { to, receipt: { ...receipt, wasThere: first.wasThere } }];
}

const without = (tokens: Row['unexplained'] = [], refs: readonly TokenRef[]) =>
  tokens.filter(({ ref }) => !refs.includes(ref));

function withoutNeed({ need: _met, ...row }: Row): Row {
  return row;
}

const PROOF = {
  'read-back': {},
  'weaker-read-back': { weakerProof: true },
  person: { storedByPerson: true },
} as const;

/** Another value is on its way: what was said of the one before is said no longer. */
function untried(row: Row): Row {
  const { validation: _tried, attestedBecause: _said, ...rest } = unproved(row);
  return rest;
}

function unproved(row: Row): Row {
  const { weakerProof: _weaker, storedByPerson: _stored, ...rest } = row;
  return rest;
}
