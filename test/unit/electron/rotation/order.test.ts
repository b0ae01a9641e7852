import { join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import type { CircleCiClient } from '../../../../electron/circleci/client';
import type { Vault } from '../../../../electron/credentials/vault';
import { openJournal, type Journal } from '../../../../electron/rotation/journal';
import { confirmed, deleteAllOld, planFirst, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';

/** A desk that notes the order of what goes to the host, to the vault and to the journal. */
async function noted() {
  const { server, bench, folder } = await setUp();
  const inner = valueOf(await openJournal(join(folder, 'rotation.journal')));
  onTestFinished(inner.close);
  const order: string[] = [];
  const journal: Journal = {
    ...inner,
    append: async (record) => {
      const answer = await inner.append(record);
      order.push(record.kind === 'row' ? `journal ${record.event.kind}` : `journal ${record.kind}`);
      return answer;
    },
  };
  const vault: Vault = {
    ...bench.vault,
    put: (key, secret) => {
      order.push('vault put');
      return bench.vault.put(key, secret);
    },
    drop: (key) => {
      order.push('vault drop');
      return bench.vault.drop(key);
    },
  };
  const client = (): CircleCiClient => ({
    ...bench.client(),
    createProjectToken: (project, wanted) => {
      order.push('host create');
      return bench.client().createProjectToken(project, wanted);
    },
    putProjectVariable: (project, name, value) => {
      order.push('host write');
      return bench.client().putProjectVariable(project, name, value);
    },
    deleteProjectToken: (project, key) => {
      order.push('host delete');
      return bench.client().deleteProjectToken(project, key);
    },
  });
  const desk = await bench.openDesk({ journal, vaultOf: () => vault, clientOf: client });
  return { server, bench, desk, order };
}

describe('each step is written down', () => {
  test('before the effect that it announces, and after the one that it reports', async () => {
    const { bench, desk, order } = await noted();
    valueOf(await confirmed(desk, await planFirst(bench, desk, 1)));
    await desk.idle();
    valueOf(await deleteAllOld(desk));
    expect(order).toEqual([
      'journal run-started',
      'journal create-intended',
      'host create',
      'vault put',
      'journal sealed',
      'journal verified',
      'journal delivery-intended',
      'host write',
      'journal delivered-to',
      'journal delivered',
      'journal proved',
      'journal retired',
      'journal run-ended',
      'journal delete-intended',
      'host delete',
      'journal gone',
      'vault drop',
    ]);
  });

  test('also when a person discards the new token, whose value goes last', async () => {
    const { bench, desk, order } = await noted();
    valueOf(await confirmed(desk, await planFirst(bench, desk, 1, true)));
    await desk.idle();
    order.splice(0);
    valueOf(await desk.act(must(rowsOf(desk)[0]).id, 'discard-new'));
    expect(order).toEqual(['journal discard-intended', 'host delete', 'journal left', 'vault drop']);
  });
});

describe('recovery', () => {
  test('deletes nothing that a person once confirmed: the old token waits to be confirmed again', async () => {
    const { server, bench, desk } = await noted();
    valueOf(await confirmed(desk, await planFirst(bench, desk, 1)));
    await desk.idle();
    // The app dies right after the deletion is written down.
    const stuck = await bench.openDesk({
      clientOf: () => ({ ...bench.client(), deleteProjectToken: () => new Promise(() => undefined) }),
    });
    void deleteAllOld(stuck);
    await expect.poll(() => stepsOf(stuck)).toEqual(['deleting']);
    const later = await bench.openDesk();
    expect(stepsOf(later)).toEqual(['deleting']);
    await later.recover();
    expect(stepsOf(later)).toEqual(['retiring']);
    expect(server.state.deleted).toEqual([]);
    valueOf(await deleteAllOld(later));
    expect(needsOf(later)).toEqual([]);
    expect(stepsOf(later)).toEqual(['gone']);
  });
});
