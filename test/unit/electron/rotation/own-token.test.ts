import { describe, expect, test } from 'vitest';

import type { Fault } from '../../../../electron/demo/fault';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import type { Destination } from '../../../../shared/domain/destination';
import {
  CONNECTION,
  confirmed,
  deleteAllOld,
  rowsOf,
  type RotationBench,
} from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';

const SWITCH_FAILS: Fault = {
  method: 'GET',
  path: '/user/token$',
  after: 2,
  times: 1,
  trouble: { kind: 'status', status: 403 },
};

const ownOf = (bench: RotationBench) =>
  must([...bench.records.values()].find(({ ownCredential }) => ownCredential === true));

/** Rotates the token that Rekey works with, to other places too if wanted. */
async function rotateOwn(faults: readonly Fault[], places: readonly Destination[] = []) {
  const { server, bench, desk } = await setUp();
  const { ref } = ownOf(bench);
  const { id } = valueOf(await desk.plan(CONNECTION, [ref]));
  valueOf(desk.choose(id, { row: { ref, withOwn: true } }));
  const plan = valueOf(desk.choose(id, { row: { ref, destinations: places } }));
  server.setFaults(faults);
  valueOf(await confirmed(desk, plan));
  await desk.idle();
  server.setFaults([]);
  return { server, bench, desk, id: must(rowsOf(desk)[0]).id, old: server.token };
}

const isAlive = ({ server }: Awaited<ReturnType<typeof rotateOwn>>, token = server.token) =>
  server.state.personal.some(({ value }) => value === token.reveal());

describe('the token that Rekey works with', () => {
  test('is not handed over while the connection has not been switched: it would be deleted under Rekey', async () => {
    const own = await rotateOwn([SWITCH_FAILS]);
    expect(needsOf(own.desk)).toEqual(['delivery-failed']);
    expect(rowsOf(own.desk)[0]?.need?.actions).toEqual(['try-again', 'discard-new']);
    expect(await own.desk.act(own.id, 'hand-over')).toEqual({
      ok: false,
      error: { kind: 'not-possible-now' },
    });
    valueOf(await own.desk.act(own.id, 'try-again'));
    valueOf(await deleteAllOld(own.desk));
    expect(stepsOf(own.desk)).toEqual(['gone']);
    expect(isAlive(own, own.bench.credential())).toBe(true);
  });

  test('stays when the new one is discarded after a failed switch', async () => {
    const own = await rotateOwn([SWITCH_FAILS]);
    valueOf(await own.desk.act(own.id, 'discard-new'));
    expect(stepsOf(own.desk)).toEqual(['left']);
    expect(isAlive(own)).toBe(true);
    expect(own.server.state.deleted).toHaveLength(1);
  });

  test('is not deleted when somebody has connected with it again during the overlap', async () => {
    const own = await rotateOwn([]);
    own.bench.reconnect(own.old);
    valueOf(await deleteAllOld(own.desk));
    expect(needsOf(own.desk)).toEqual(['delivery-unproved']);
    expect(isAlive(own)).toBe(true);
    valueOf(await own.desk.act(own.id, 'try-again'));
    valueOf(await deleteAllOld(own.desk));
    expect(stepsOf(own.desk)).toEqual(['gone']);
    expect(isAlive(own, own.bench.credential())).toBe(true);
  });

  test('can be handed over to further places once the connection works with the new one', async () => {
    const gone: Destination = {
      kind: 'context-variable',
      contextId: '00000000-0000-4000-8000-000000000000',
      contextName: 'gone',
      variable: 'TOKEN',
    };
    const own = await rotateOwn([], [gone]);
    expect(needsOf(own.desk)).toEqual(['delivery-failed']);
    valueOf(await own.desk.act(own.id, 'hand-over'));
    valueOf(await own.desk.reveal(own.id));
    valueOf(await own.desk.stored(own.id));
    valueOf(await deleteAllOld(own.desk));
    expect(stepsOf(own.desk)).toEqual(['gone']);
    expect(isAlive(own, own.bench.credential())).toBe(true);
  });

  test('is not deleted as another row’s either: whoever connected with it meanwhile would be cut off', async () => {
    const { server, bench, desk } = await setUp();
    const other = must(
      [...bench.records.values()].find(
        ({ kind, scope, ownCredential }) => kind === 'personal' && scope === 'full' && ownCredential !== true,
      ),
    );
    const plan = valueOf(await desk.plan(CONNECTION, [other.ref]));
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    const { id } = must(rowsOf(desk)[0]);
    valueOf(await desk.reveal(id));
    valueOf(await desk.stored(id));
    const token = must(server.state.personal.find(({ label }) => label === other.label));
    bench.reconnect(new SecretValue(token.value));
    valueOf(await deleteAllOld(desk));
    expect(needsOf(desk)).toEqual(['own-in-use']);
    expect(server.state.deleted).toEqual([]);
    bench.reconnect(server.token);
    valueOf(await desk.act(id, 'try-again'));
    valueOf(await deleteAllOld(desk));
    expect(stepsOf(desk)).toEqual(['gone']);
  });
});
