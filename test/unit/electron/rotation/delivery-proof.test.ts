import { expect, test } from 'vitest';

import type { Sink } from '../../../../electron/delivery/sink';
import type { Receipt } from '../../../../shared/domain/delivery';
import type { Destination } from '../../../../shared/domain/destination';
import { ok } from '../../../../shared/result';
import { CONNECTION, confirmed, deleteAllOld, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { ageFolderWith, commandWith } from '../../../support/targets';
import { must } from '../../../support/token-records';

const { id: command } = commandWith({});
const { id: folder } = ageFolderWith({});

const PLACES: readonly (readonly [Destination, Receipt])[] = [
  [
    { kind: 'age-file', target: folder, name: 'Backup' },
    { kind: 'file', path: '/nowhere/token.age', sha256: '0'.repeat(64) },
  ],
  [{ kind: 'command', target: command, name: 'Team vault' }, { kind: 'command' }],
  [{ kind: 'this-connection' }, { kind: 'switched' }],
];

test.each(PLACES.map(([to, receipt]) => [to.kind, to, receipt] as const))(
  'what was delivered to %s and does not show there deletes nothing, then or later',
  async (kind, to, receipt) => {
    const { server, bench } = await setUp();
    let isShown = false;
    const sink: Sink = {
      describe: () => kind,
      deliver: () => Promise.resolve(ok(receipt)),
      prove: () => Promise.resolve(ok(isShown)),
    };
    const desk = await bench.openDesk({ sinkFor: () => sink });
    const isOwn = kind === 'this-connection';
    const { ref } = must([...bench.records.values()].find((one) => (one.ownCredential === true) === isOwn));
    const { id } = valueOf(await desk.plan(CONNECTION, [ref]));
    valueOf(desk.choose(id, { row: { ref, withOwn: true } }));
    const plan = valueOf(desk.choose(id, { row: { ref, destinations: isOwn ? [] : [to] } }));
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    expect(needsOf(desk)).toEqual(['delivery-unproved']);
    await deleteAllOld(desk);
    expect(server.state.deleted).toEqual([]);
    isShown = true;
    valueOf(await desk.act(must(rowsOf(desk)[0]).id, 'try-again'));
    expect(stepsOf(desk)).toEqual(['retiring']);
    expect(server.state.deleted).toEqual([]);
  },
);
