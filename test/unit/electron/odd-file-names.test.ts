import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { textOfScan } from '../../../electron/leaks/scan-text';
import { fileSource } from '../../../electron/people/byte-source';
import { parseFoundId } from '../../../shared/domain/found-token';
import { tempFolder } from '../../support/temp-folder';
import { must } from '../../support/token-records';
import { projectValue } from '../../support/token-texts';
import { valueOf } from '../../support/value-of';

test('a file that is imported is known by a name without what has the form of a token', async () => {
  const path = join(await tempFolder(), `${projectValue(1)}.csv`);
  await writeFile(path, 'label,owner\n');
  expect(valueOf(await fileSource(path)).name).toBe('[token removed].csv');
});

test('the name of a file makes no further line of what is copied of a search', () => {
  const id = must(parseFoundId(`fnd_${'1'.repeat(32)}`));
  const counts = { files: 1, binary: 0, large: 0, unreadable: 0, links: 0, passedOver: 0 };
  const text = textOfScan({
    folder: 'src',
    rows: [{ file: 'a\nb.txt:1 · project · …ffff\u202e', line: 1, found: id }],
    found: [{ id, form: 'project', lastFour: '0001', matches: [], life: { kind: 'not-asked' } }],
    counts,
    notListed: 0,
    wasStopped: false,
  });
  expect(text).toBe('a\\u000ab.txt:1 · project · …ffff\\u202e:1 · project · …0001\n');
});
