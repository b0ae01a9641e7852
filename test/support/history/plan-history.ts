import type { DemoState } from '../../../electron/demo/demo-state';
import type { RotationDesk } from '../../../electron/rotation/rotation-desk';
import { parseManualConsumerId } from '../../../shared/domain/consumer';
import type { Destination } from '../../../shared/domain/destination';
import type { PlanRow, RotationPlan } from '../../../shared/domain/rotation-plan';
import { narrowerScopes, type TokenRecord, type TokenScope } from '../../../shared/domain/token';
import type { TokenRef } from '../../../shared/domain/token-ref';
import { CONNECTION } from '../rotation-bench';
import { valueOf } from '../value-of';
import type { PlannedRow, Schedule } from '../schedule';
import { must } from '../token-records';

/** A token that a history rotates, and how. Rekey's own has no choice but to be taken up by Rekey. */
export interface Chosen {
  readonly record: TokenRecord;
  readonly how: PlannedRow | undefined;
  readonly newScope: TokenScope;
}

/** The tokens that the schedule picks, each once, and Rekey's own where that is asked for. */
export function chosenFor({ rows, withOwn }: Schedule, records: readonly TokenRecord[]): readonly Chosen[] {
  const left = records.filter(
    ({ kind, scope, ownCredential }) => ownCredential !== true && (kind === 'project' || scope === 'full'),
  );
  const picked = rows.map((how): Chosen => {
    const [record] = left.splice(how.pick % left.length, 1);
    const { scope } = must(record);
    const [narrower = scope] = how.isNarrowed ? narrowerScopes(scope) : [];
    return { record: must(record), how, newScope: narrower };
  });
  const own = withOwn ? records.filter(({ ownCredential }) => ownCredential === true) : [];
  return [...picked, ...own.map((record) => ({ record, how: undefined, newScope: record.scope }))];
}

/** Plans them as the schedule says. What the host has changed meanwhile is skipped by it; there is none where it refuses Rekey. */
export async function planHistory(
  desk: RotationDesk,
  { overlapHours }: Schedule,
  chosen: readonly Chosen[],
  state: DemoState,
): Promise<RotationPlan | undefined> {
  const refs = chosen.map(({ record }) => record.ref);
  const planned = await desk.plan(CONNECTION, refs);
  if (!planned.ok) return undefined;
  const { id } = planned.value;
  for (const [index, one] of chosen.entries()) {
    const { ref } = one.record;
    const choice = one.how === undefined ? { withOwn: true } : choiceFor(one, one.how, index, state);
    valueOf(desk.choose(id, { row: { ref, ...choice } }));
  }
  return valueOf(desk.choose(id, { overlapHours }));
}

function choiceFor(
  { record, newScope }: Chosen,
  { to, hasChecklist }: PlannedRow,
  index: number,
  { contexts, profile }: DemoState,
): Partial<PlanRow> {
  const variable = `ROTATED_${String(index)}`;
  const { id: contextId, name: contextName } = must(contexts[0]);
  const ofContext: Destination = { kind: 'context-variable', contextId, contextName, variable };
  const { project } = record;
  const ofProject: Destination =
    project === undefined ? ofContext : { kind: 'project-variable', project, variable };
  const destinations = {
    'project-variable': [ofProject],
    'context-variable': [ofContext],
    'two-places': project === undefined ? [ofContext] : [ofContext, ofProject],
    tray: [],
  }[profile === 'server-2' && to !== 'two-places' ? 'tray' : to];
  const id = must(parseManualConsumerId(`use_${index.toString(16).padStart(16, '0')}`));
  const checklist = hasChecklist ? [{ id, kind: 'manual' as const, where: 'the wiki' }] : [];
  return { destinations, checklist, newScope };
}

/** What each token of the plan is to be replaced by. */
export const wantedOf = (chosen: readonly Chosen[]): ReadonlyMap<TokenRef, TokenScope> =>
  new Map(chosen.map(({ record, newScope }) => [record.ref, newScope]));
