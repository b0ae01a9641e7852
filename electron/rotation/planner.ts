import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import {
  countToRotate,
  type OverlapHours,
  type PlanFailure,
  type PlanId,
  type PlanRow,
  type RotationPlan,
} from '../../shared/domain/rotation-plan';
import { narrowerScopes, type TokenRecord, type TokenScope } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { err, ok, type Result } from '../../shared/result';
import { judgeRow } from './judge-row';
import { readLists } from './read-lists';
import type { RotationPorts } from './rotation-ports';
import type { Lists } from './token-list';

export const MOST_REFS = 1_000;

/** What a person changes in a plan before it is confirmed. */
export interface PlanChoice {
  readonly overlapHours?: OverlapHours;
  readonly row?: {
    readonly ref: TokenRef;
    readonly destinations?: PlanRow['destinations'];
    readonly checklist?: PlanRow['checklist'];
    readonly newScope?: TokenScope;
    readonly withOwn?: boolean;
  };
  /** The same places for many rows at once. */
  readonly places?: {
    readonly refs: readonly TokenRef[];
    readonly destinations: PlanRow['destinations'];
  };
}

/** Makes plans, and remembers those that are being looked at. A plan changes nothing at the host. */
export interface Planner {
  readonly plan: (
    connection: ConnectionId,
    refs: readonly TokenRef[],
  ) => Promise<Result<RotationPlan, PlanFailure>>;
  readonly choose: (plan: PlanId, choice: PlanChoice) => Result<RotationPlan, PlanFailure>;
  readonly find: (plan: PlanId) => RotationPlan | undefined;
  readonly discard: (plan: PlanId) => void;
}

interface Draft {
  readonly plan: RotationPlan;
  /** Judges a row anew from what was read when the plan was made. */
  readonly judge: (ref: TokenRef, withOwn: boolean) => PlanRow | undefined;
}

export function openPlanner(
  ports: RotationPorts,
  lists: Lists,
  isRotating: (ref: TokenRef) => boolean,
): Planner {
  const drafts = new Map<PlanId, Draft>();

  const keep = (unhashed: Omit<RotationPlan, 'hash'>, judge: Draft['judge']): RotationPlan => {
    const plan = { ...unhashed, hash: ports.digest(JSON.stringify(unhashed)) };
    drafts.set(plan.id, { plan, judge });
    return plan;
  };

  return {
    plan: async (asked, refs) => {
      const connection = ableConnection(asked, refs, ports);
      const facts = ports.connectionOf(connection);
      if (facts === undefined) return err({ kind: 'no-such-connection' });
      if (refs.length > MOST_REFS) return err({ kind: 'too-many', limit: MOST_REFS });
      const seen = [...new Set(refs)].flatMap((ref) => ports.recordOf(ref, connection) ?? []);
      if (seen.some((token) => token.connection !== connection)) return err({ kind: 'several-connections' });
      const fresh = await readLists(seen, connection, lists, ports);
      if (!fresh.ok) return fresh;
      const judgeToken = (token: TokenRecord, withOwn: boolean) =>
        judgeRow(token, fresh.value(token), {
          connection: facts,
          isRotating: isRotating(token.ref),
          withOwn,
          consumers: ports.consumers.of(token.ref),
          now: ports.clock.now(),
        });
      const byRef = new Map(seen.map((token) => [token.ref, token]));
      const judge: Draft['judge'] = (ref, withOwn) => {
        const token = byRef.get(ref);
        return token && judgeToken(token, withOwn);
      };
      const rows = seen.map((token) => judgeToken(token, false));
      const plan = keep(planOf(facts, rows, ports), judge);
      const rotates = countToRotate(plan);
      const skips = rows.length - rotates;
      ports.ledger.noteSoon({ kind: 'plan-made', hash: plan.hash, rotates, skips }, connection);
      return ok(plan);
    },
    choose: (id, { overlapHours, row, places }) => {
      const draft = drafts.get(id);
      if (draft === undefined) return err({ kind: 'no-such-plan' });
      const { hash: _old, ...plan } = draft.plan;
      const asked = new Set(places?.refs);
      const rows = plan.rows.map((one) => {
        const { ref } = one;
        const isAsked = places !== undefined && asked.has(ref);
        const choice = isAsked ? { ref, destinations: places.destinations } : row;
        return choice?.ref === ref ? chosen(one, choice, draft.judge) : one;
      });
      return ok(keep({ ...plan, rows, overlapHours: overlapHours ?? plan.overlapHours }, draft.judge));
    },
    find: (id) => drafts.get(id)?.plan,
    discard: (id) => {
      drafts.delete(id);
    },
  };
}

/** The connection that was asked for, or another that sees all the tokens, where the first has no credential. */
function ableConnection(
  asked: ConnectionId,
  refs: readonly TokenRef[],
  { clientOf, seenBy, connectionOf }: RotationPorts,
): ConnectionId {
  const [first] = refs;
  if (seenBy === undefined || first === undefined || connectionOf(asked) === undefined) return asked;
  if (clientOf(asked) !== undefined) return asked;
  const able = seenBy(first).filter((id) => clientOf(id) !== undefined);
  return able.find((id) => refs.every((ref) => seenBy(ref).includes(id))) ?? asked;
}

function planOf(
  { id: connection, name }: ConnectionFacts,
  rows: readonly PlanRow[],
  ports: RotationPorts,
): Omit<RotationPlan, 'hash'> {
  return {
    id: `plan_${ports.randomId()}`,
    connection,
    organisation: name.trim().replace(/\s+/g, ' '),
    madeAt: ports.clock.now(),
    rows,
    overlapHours: ports.overlapHours(),
    valuesAreSealed: ports.vaultOf(connection).keeps === 'sealed-on-disk',
  };
}

/** A row with what a person chose for it. What would widen a scope, or make Rekey's own place a choice, is not taken. */
function chosen(row: PlanRow, choice: NonNullable<PlanChoice['row']>, judge: Draft['judge']): PlanRow {
  const judged = choice.withOwn === undefined ? row : (judge(row.ref, choice.withOwn) ?? row);
  if (judged.verdict.kind === 'skip') return judged;
  const { destinations = judged.destinations, checklist = judged.checklist, newScope } = choice;
  const own = judged.destinations.filter(({ kind }) => kind === 'this-connection');
  const places = [...own, ...destinations.filter(({ kind }) => kind !== 'this-connection')];
  const isNarrower = newScope === row.scope || narrowerScopes(row.scope).some((scope) => scope === newScope);
  const scope = newScope !== undefined && isNarrower ? newScope : judged.newScope;
  return { ...judged, destinations: places, checklist, newScope: scope };
}
