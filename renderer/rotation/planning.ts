import type { ConnectionId } from '../../shared/domain/connection-id';
import type { OverlapHours, PlanId, PlanFileFailure, RotationPlan } from '../../shared/domain/rotation-plan';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { bridge } from '../bridge';
import type { Stores } from '../stores';
import { confirmFailureSentence, planFailureSentence } from './plan-words';
import type { Batch } from './rotation-store';

/** Plans a selection: one plan a connection, each confirmed by itself. Without an overlap, the policy's is taken. */
export async function planSelection(
  stores: Stores,
  tokens: readonly TokenRecord[],
  overlapHours?: OverlapHours,
): Promise<void> {
  const byConnection = new Map<ConnectionId, TokenRef[]>();
  for (const { connection, ref } of tokens) {
    byConnection.set(connection, [...(byConnection.get(connection) ?? []), ref]);
  }
  const batches: readonly Batch[] = [...byConnection].map(([connection, refs]) => ({
    connection,
    refs,
    ...(overlapHours !== undefined && { overlapHours }),
  }));
  await planNext(stores, batches, 1, batches.length);
}

async function planNext(
  stores: Stores,
  batches: readonly Batch[],
  number: number,
  of: number,
): Promise<void> {
  const [batch, ...rest] = batches;
  if (batch === undefined) {
    closePlanning(stores);
    return;
  }
  stores.rotation.setState({ toPlan: rest, planning: { step: 'reading', number, of } });
  const planned = await planOf(batch);
  if (stores.rotation.getState().planning.step !== 'reading') return;
  if (planned.ok) {
    const plan = planned.value;
    stores.rotation.setState({ planning: { step: 'shown', plan, number, of, isStarting: false } });
    return;
  }
  const sentence =
    planned.error.kind === 'refused'
      ? 'A plan can hold 1,000 tokens at most. Select fewer.'
      : planFailureSentence(planned.error);
  stores.rotation.setState({ planning: { step: 'failed', sentence, number, of } });
}

/** The plan of a batch, with the overlap that it was asked for with. */
async function planOf({ connection, refs, overlapHours }: Batch) {
  const planned = await bridge['rotation:plan']({ connection, refs: [...refs] });
  if (!planned.ok || overlapHours === undefined) return planned;
  return bridge['rotation:choose']({ plan: planned.value.id, overlapHours });
}

type Choice = Omit<Parameters<(typeof bridge)['rotation:choose']>[0], 'plan'>;

/** Changes what the plan that is shown does. */
export async function choose({ rotation }: Stores, plan: PlanId, choice: Choice): Promise<void> {
  const chosen = await bridge['rotation:choose']({ plan, ...choice });
  const { planning } = rotation.getState();
  if (planning.step !== 'shown' || planning.plan.id !== plan) return;
  if (chosen.ok) rotation.setState({ planning: { ...planning, plan: chosen.value } });
  else if (chosen.error.kind !== 'refused') {
    rotation.setState({ planning: { ...planning, problem: planFailureSentence(chosen.error) } });
  }
}

/** Asks main to start the plan. Main asks the person once more, in a dialog of its own. */
export async function confirmPlan(stores: Stores, plan: RotationPlan, typed: string): Promise<void> {
  const { rotation, inventory, app } = stores;
  const { planning } = rotation.getState();
  if (planning.step !== 'shown' || planning.isStarting) return;
  const { problem: _past, ...shown } = planning;
  rotation.setState({ planning: { ...shown, isStarting: true } });
  const started = await bridge['rotation:confirm']({ plan: plan.id, hash: plan.hash, typed });
  if (!started.ok) {
    const problem = started.error.kind === 'refused' ? undefined : confirmFailureSentence(started.error);
    rotation.setState({
      planning: { ...shown, isStarting: false, ...(problem !== undefined && { problem }) },
    });
    return;
  }
  inventory.setState({ selected: new Set() });
  app.setState({ section: 'Rotation' });
  await planNext(stores, rotation.getState().toPlan, shown.number + 1, shown.of);
}

/** Writes the plan that is shown into a file that the person names, for others to agree on. True where it did. */
export async function exportPlan({ rotation }: Stores, plan: PlanId): Promise<boolean> {
  const exported = await bridge['rotation:export-plan']({ plan });
  const { planning } = rotation.getState();
  if (planning.step !== 'shown' || planning.plan.id !== plan) return false;
  const { problem: _past, ...shown } = planning;
  const problem = exported.ok ? undefined : EXPORT_WORDS[exported.error.kind];
  rotation.setState({ planning: { ...shown, ...(problem !== undefined && { problem }) } });
  return exported.ok;
}

const EXPORT_WORDS: Readonly<Record<PlanFileFailure['kind'] | 'refused', string | undefined>> = {
  refused: undefined,
  declined: undefined,
  'no-such-plan': 'The plan is no longer there. Plan anew.',
  disk: 'The file could not be written. The plan is as it was.',
  'ledger-unwritable': 'The plan is written, but the ledger could not be told.',
};

/** Gives the plan that is shown up, and goes on to the next connection's. */
export async function cancelPlan(stores: Stores): Promise<void> {
  const { planning, toPlan } = stores.rotation.getState();
  if (planning.step === 'closed') return;
  if (planning.step === 'shown') await bridge['rotation:discard-plan']({ plan: planning.plan.id });
  if (planning.step === 'reading') closePlanning(stores);
  else await planNext(stores, toPlan, planning.number + 1, planning.of);
}

function closePlanning({ rotation }: Stores): void {
  rotation.setState({ planning: { step: 'closed' }, toPlan: [] });
}
