import type { OpenDialogOptions } from 'electron';
import { expect, test } from 'vitest';

import { choosePath } from '../../../../electron/desktop/choose-path';

function answering(filePaths: readonly string[], canceled = false) {
  const asked: (readonly unknown[])[] = [];
  const dialog = {
    showOpenDialog: (...given: readonly unknown[]) => {
      asked.push(given);
      return Promise.resolve({ canceled, filePaths: [...filePaths] });
    },
  };
  return { dialog: dialog as never, asked };
}

const optionsOf = (asked: readonly (readonly unknown[])[]) => asked[0]?.at(-1) as OpenDialogOptions;

test('a program is one existing file, and a folder is a folder that may be made', async () => {
  const program = answering(['/usr/bin/op']);
  expect(await choosePath(program.dialog, undefined, 'executable')).toBe('/usr/bin/op');
  expect(optionsOf(program.asked).properties).toContain('openFile');
  const folder = answering(['/home/m.roy/handover']);
  expect(await choosePath(folder.dialog, undefined, 'folder')).toBe('/home/m.roy/handover');
  expect(optionsOf(folder.asked).properties).toEqual(['openDirectory', 'createDirectory', 'dontAddToRecent']);
});

test('a dialog that was closed has chosen nothing', async () => {
  expect(await choosePath(answering(['/usr/bin/op'], true).dialog, undefined, 'executable')).toBeUndefined();
  expect(await choosePath(answering([]).dialog, undefined, 'folder')).toBeUndefined();
});

test('the dialog belongs to the window, where there is one', async () => {
  const { dialog, asked } = answering(['/usr/bin/op']);
  const window = { id: 1 } as never;
  await choosePath(dialog, window, 'executable');
  expect(asked[0]?.[0]).toBe(window);
});
