import { createStore } from 'zustand/vanilla';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { OverlapHours, RotationPlan } from '../../shared/domain/rotation-plan';
import {
  waitsForHandOver,
  type RowId,
  type RunChange,
  type RunId,
  type RunRow,
  type RunView,
} from '../../shared/domain/rotation-run';
import type { TokenRef } from '../../shared/domain/token-ref';
import { memoiseLast } from '../memoise';

/** What is still to be planned, one connection after the other. */
export interface Batch {
  readonly connection: ConnectionId;
  readonly refs: readonly TokenRef[];
  /** Where the old tokens are to live on for another time than the policy says. */
  readonly overlapHours?: OverlapHours;
}

/** The plan dialog: one union, so that “planning, with an error and a plan” cannot be said. */
export type Planning =
  | { readonly step: 'closed' }
  | { readonly step: 'reading'; readonly number: number; readonly of: number }
  | { readonly step: 'failed'; readonly sentence: string; readonly number: number; readonly of: number }
  | {
      readonly step: 'shown';
      readonly plan: RotationPlan;
      readonly number: number;
      readonly of: number;
      readonly isStarting: boolean;
      readonly problem?: string;
    };

export interface RotationState {
  readonly runs: ReadonlyMap<RunId, RunView>;
  readonly planning: Planning;
  readonly toPlan: readonly Batch[];
  /** What of which row Rekey has on the clipboard. */
  readonly copied?:
    | { readonly row: RowId; readonly form: 'value' | 'badge' | 'badge-address'; readonly seconds: number }
    | undefined;
}

export type RotationStore = ReturnType<typeof createRotationStore>;

export const createRotationStore = () =>
  createStore<RotationState>()(() => ({ runs: new Map(), planning: { step: 'closed' }, toPlan: [] }));

export function takeRun(store: RotationStore, run: RunView): void {
  store.setState(({ runs }) => ({ runs: new Map(runs).set(run.id, run) }));
}

/** Takes what changed in a run: rows keep their place, and those that did not change stay the very same objects. */
export function takeChange(store: RotationStore, { settled: _settled, of: _of, ...run }: RunChange): void {
  const changed = new Map(run.rows.map((row) => [row.id, row]));
  const before = store.getState().runs.get(run.id)?.rows ?? [];
  const known = new Set(before.map(({ id }) => id));
  const rows = [
    ...before.map((row) => changed.get(row.id) ?? row),
    ...run.rows.filter(({ id }) => !known.has(id)),
  ];
  takeRun(store, { ...run, rows });
}

export function dropRun(store: RotationStore, id: RunId): void {
  store.setState(({ runs }) => ({ runs: new Map([...runs].filter(([other]) => other !== id)) }));
}

/** A row with the run that it belongs to. */
export interface RowOfRun {
  readonly run: RunView;
  readonly row: RunRow;
}

const rowsOfRuns = (runs: RotationState['runs'], isWanted: (row: RunRow) => boolean): readonly RowOfRun[] =>
  [...runs.values()].flatMap((run) => run.rows.filter(isWanted).map((row) => ({ run, row })));

const inTray = memoiseLast((runs: RotationState['runs']) => rowsOfRuns(runs, waitsForHandOver));
const retiring = memoiseLast((runs: RotationState['runs']) =>
  rowsOfRuns(runs, ({ step }) => step === 'retiring'),
);
const needing = memoiseLast((runs: RotationState['runs']) =>
  rowsOfRuns(runs, ({ step }) => step === 'needs-you'),
);

export const selectInTray = ({ runs }: RotationState) => inTray(runs);
export const selectRetiring = ({ runs }: RotationState) => retiring(runs);

/** How many rows wait for a person, in whichever way. */
export const selectWaitingCount = ({ runs }: RotationState) =>
  inTray(runs).length + retiring(runs).length + needing(runs).length;
