import { expect, test } from 'vitest';

import { targetHandlers } from '../../../../electron/ipc/target-handlers';
import type { DeliveryTarget, TargetDraft } from '../../../../shared/domain/delivery-target';
import { commandDraft, folderDraft, targetIdOf } from '../../../support/delivery-targets';

const kept: DeliveryTarget = { ...commandDraft, id: targetIdOf(1) };
const NOT_CHOSEN = { ok: false, error: { kind: 'not-chosen' } };

function setUp(chosen?: string) {
  const saved: TargetDraft[] = [];
  const handlers = targetHandlers({
    targets: {
      list: () => [kept],
      find: (id) => (id === kept.id ? kept : undefined),
      save: (draft) => {
        saved.push(draft);
        return Promise.resolve({ ok: true, value: { ...draft, id: targetIdOf(2) } });
      },
      remove: () => Promise.resolve({ ok: true, value: null }),
    },
    chooseExecutable: () => Promise.resolve(chosen),
    chooseFolder: () => Promise.resolve(chosen),
  });
  return { handlers, saved };
}

test('a path that nobody chose in main’s own dialog is not kept, however the page came by it', async () => {
  const { handlers, saved } = setUp('/usr/bin/gh');
  expect(await handlers['delivery:save-target'](commandDraft)).toEqual(NOT_CHOSEN);
  expect(await handlers['delivery:save-target'](folderDraft)).toEqual(NOT_CHOSEN);
  await handlers['delivery:choose-executable'](null);
  expect(await handlers['delivery:save-target'](commandDraft)).toEqual(NOT_CHOSEN);
  expect(saved).toEqual([]);
});

test('a path that was chosen is taken, and a closed dialog chooses nothing', async () => {
  const { handlers, saved } = setUp(folderDraft.folder);
  expect(await handlers['delivery:choose-folder'](null)).toEqual({
    ok: true,
    value: { path: folderDraft.folder },
  });
  expect(await handlers['delivery:save-target'](folderDraft)).toMatchObject({ ok: true });
  expect(saved).toEqual([folderDraft]);
  expect(await setUp().handlers['delivery:choose-folder'](null)).toEqual({ ok: true, value: null });
});

test('a change keeps the path that is kept, but takes no other that nobody chose', async () => {
  const { handlers, saved } = setUp();
  const draft = { ...commandDraft, id: kept.id, name: 'op' };
  expect(await handlers['delivery:save-target'](draft)).toMatchObject({ ok: true });
  const other = { ...draft, executable: '/usr/bin/other' };
  expect(await handlers['delivery:save-target'](other)).toEqual(NOT_CHOSEN);
  expect(await handlers['delivery:save-target']({ ...draft, id: targetIdOf(9) })).toEqual(NOT_CHOSEN);
  expect(saved).toEqual([draft]);
});

test('the list and a removal lead to the targets', async () => {
  const { handlers } = setUp();
  expect(await handlers['delivery:targets'](null)).toEqual({ ok: true, value: [kept] });
  expect(await handlers['delivery:remove-target']({ target: kept.id })).toEqual({ ok: true, value: null });
});
