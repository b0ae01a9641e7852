import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Destination } from '../../shared/domain/destination';
import type {
  PlanFailure,
  PlanId,
  PlanRow,
  Retirement,
  RotationPlan,
} from '../../shared/domain/rotation-plan';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { err, ok, type Result } from '../../shared/result';
import { judgeRow, type FreshList } from './judge-row';
import type { RotationPorts } from './rotation-ports';
import { tokenListAt } from './token-list';

export const MOST_REFS = 1_000;

export interface PlanChoice {
  readonly retirement?: Retirement;
  readonly row?: { readonly ref: TokenRef; readonly destinations: readonly Destination[] };
}

/** Makes plans, and remembers those that are being looked at. A plan changes nothing at the host. */
export interface Planner {
  readonly plan: (
    connection: ConnectionId,
    refs: readonly TokenRef[],
    isRotating: (ref: TokenRef) => boolean,
  ) => Promise<Result<RotationPlan, PlanFailure>>;
  readonly choose: (plan: PlanId, choice: PlanChoice) => Result<RotationPlan, PlanFailure>;
  readonly find: (plan: PlanId) => RotationPlan | undefined;
  readonly discard: (plan: PlanId) => void;
}

export function openPlanner(ports: RotationPorts): Planner {
  const plans = new Map<PlanId, RotationPlan>();

  const keep = (plan: Omit<RotationPlan, 'hash'>): RotationPlan => {
    const hashed = { ...plan, hash: ports.digest(JSON.stringify(plan)) };
    plans.set(plan.id, hashed);
    return hashed;
  };

  return {
    plan: async (connection, refs, isRotating) => {
      const facts = ports.connectionOf(connection);
      if (facts === undefined) return err({ kind: 'no-such-connection' });
      if (refs.length > MOST_REFS) return err({ kind: 'too-many', limit: MOST_REFS });
      const seen = refs.flatMap((ref) => ports.recordOf(ref) ?? []);
      if (seen.some((token) => token.connection !== connection)) return err({ kind: 'several-connections' });
      const fresh = await readLists(seen, connection, ports);
      if (!fresh.ok) return fresh;
      const rows = seen.map((token) => judgeRow(token, fresh.value(token), facts, isRotating(token.ref)));
      return ok(keep(emptyPlan(facts, rows, ports)));
    },
    choose: (id, { retirement, row }) => {
      const plan = plans.get(id);
      if (plan === undefined) return err({ kind: 'no-such-plan' });
      const { hash: _old, ...rest } = plan;
      const rows =
        row === undefined ? plan.rows : plan.rows.map((candidate) => withDestinations(candidate, row));
      return ok(keep({ ...rest, rows, retirement: retirement ?? plan.retirement }));
    },
    find: (id) => plans.get(id),
    discard: (id) => {
      plans.delete(id);
    },
  };
}

function emptyPlan(
  facts: ConnectionFacts,
  rows: readonly PlanRow[],
  ports: RotationPorts,
): Omit<RotationPlan, 'hash'> {
  return {
    id: `plan_${ports.randomId()}`,
    connection: facts.id,
    organisation: facts.name.trim().replace(/\s+/g, ' '),
    madeAt: ports.clock.now(),
    rows,
    retirement: 'when-proved',
    valuesAreSealed: ports.vaultOf(facts.id).keeps === 'sealed-on-disk',
  };
}

const withDestinations = (row: PlanRow, { ref, destinations }: NonNullable<PlanChoice['row']>): PlanRow =>
  row.ref === ref && row.verdict.kind === 'rotate' ? { ...row, destinations } : row;

/** Reads every list that the tokens are in, once each. Fails as a whole only when the credential does. */
async function readLists(
  tokens: readonly TokenRecord[],
  connection: ConnectionId,
  ports: RotationPorts,
): Promise<Result<(token: TokenRecord) => FreshList, PlanFailure>> {
  const client = ports.clientOf(connection);
  if (client === undefined) return err({ kind: 'credential-missing' });
  const places = new Map(
    tokens.filter(({ source }) => source === 'host').map((token) => [token.project ?? '', token] as const),
  );
  let fatal: ApiFailure | undefined;
  const lists = new Map<string, FreshList>();
  await Promise.all(
    [...places].map(async ([key, { kind, project, scope }]) => {
      const place = { connection, kind, scope, ...(project !== undefined && { project }) };
      const listed = await tokenListAt(place, client, ports).read();
      if (listed.ok) lists.set(key, listed.value);
      else if (listed.error.kind === 'unauthorized') fatal = listed.error;
    }),
  );
  if (fatal !== undefined) return err({ kind: 'unreachable', failure: fatal });
  return ok((token) => lists.get(token.project ?? ''));
}
