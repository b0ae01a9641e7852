import { expect, test } from 'vitest';

import { deletionWords } from '../../../../shared/domain/rotation-run';
import { valueOf } from '../../../support/value-of';
import { waitingRun } from '../../../support/waiting-run';

test('the value for a badge is given while the old token waits, after it is journalled that somebody took it', async () => {
  const { bench, desk, row } = await waitingRun();
  const held = valueOf(await bench.vault.get(row().id));
  expect(valueOf(await desk.copyBadge(row().id)).reveal()).toBe(held.reveal());
  expect(row().step).toBe('retiring');
  const again = await bench.openDesk();
  expect(again.runs()[0]?.rows[0]?.step).toBe('retiring');
});

test('neither the bare value is given then, nor the badge once the value is no longer held', async () => {
  const { bench, desk, row } = await waitingRun();
  const { id } = row();
  expect(await desk.copyValue(id)).toEqual({ ok: false, error: { kind: 'not-possible-now' } });
  expect(await desk.reveal(id)).toEqual({ ok: false, error: { kind: 'not-possible-now' } });
  await bench.vault.drop(id);
  expect(await desk.copyBadge(id)).toEqual({ ok: false, error: { kind: 'value-lost' } });
});

test('the badge of a token whose old one is gone is no longer given', async () => {
  const { desk, row } = await waitingRun();
  valueOf(await desk.override(row().id, 'nothing is by hand'));
  valueOf(await desk.deleteNow([row().id], deletionWords('acme', [row()])));
  expect(row().step).toBe('gone');
  expect(await desk.copyBadge(row().id)).toEqual({ ok: false, error: { kind: 'not-possible-now' } });
});
