import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { scanFile } from '../../../../electron/leaks/scan-file';
import { scanFolder, type ScanPorts } from '../../../../electron/leaks/scan-folder';
import { openHeldValues } from '../../../../electron/leaks/held-values';
import { MOST_FILE_BYTES } from '../../../../shared/domain/folder-scan';
import { hastyClock } from '../../../support/demo-client';
import { tempFolder } from '../../../support/temp-folder';
import { valueOf } from '../../../support/value-of';
import { anyTokenValue, legacyValue, projectValue } from '../../../support/token-texts';

function ports(said: Partial<ScanPorts> = {}): ScanPorts {
  let last = 0;
  const held = openHeldValues({
    clock: hastyClock,
    randomId: () => (last += 1).toString(16).padStart(32, '0'),
    expired: () => undefined,
  });
  return {
    hold: ({ form, value }) => held.hold(form, value, () => []),
    matchesOf: () => [],
    progress: () => undefined,
    ...said,
  };
}

const never = new AbortController().signal;

async function folderWith(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await tempFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

describe('a folder that is searched', () => {
  test('tells file and line of each token, each value once, and counts what was not read', async () => {
    const folder = await folderWith({
      'src/deploy.sh': `#!/bin/sh\n\nexport CIRCLE_TOKEN=${projectValue(1)}\n`,
      'notes.txt': `first ${projectValue(2)}\nagain ${projectValue(1)}`,
      'picture.bin': Buffer.concat([Buffer.from(projectValue(3)), Buffer.from([0, 1, 2])]),
      'dump.log': Buffer.alloc(MOST_FILE_BYTES + 1, 'x'),
      'repo/.git/objects/ab/cdef': projectValue(4),
      'repo/.git/config': `url = https://${projectValue(5)}@example.invalid/`,
    });
    await symlink(join(folder, 'notes.txt'), join(folder, 'link.txt'));
    await symlink(folder, join(folder, 'loop'));
    const { rows, counts, notListed } = await scanFolder(folder, ports(), never);
    expect(rows.map(({ file, line }) => `${file}:${String(line)}`)).toEqual([
      'notes.txt:1',
      'notes.txt:2',
      'repo/.git/config:1',
      'src/deploy.sh:3',
    ]);
    expect(rows[1]?.found).toBe(rows[3]?.found);
    expect(new Set(rows.map(({ found }) => found)).size).toBe(3);
    expect(counts).toEqual({ files: 3, binary: 1, large: 1, unreadable: 0, links: 2, passedOver: 0 });
    expect(notListed).toBe(0);
  });

  test('takes forty hex digits for a token only where something speaks for it', async () => {
    const folder = await folderWith({
      'package-lock.json': `"resolved": "${legacyValue(1)}"`,
      '.circleci/old.yml': `token: ${legacyValue(2)}`,
      'known.txt': `${legacyValue(3)} ${legacyValue(4)}`,
      'named.txt': `circleci ${legacyValue(5)}`,
    });
    const isKnown = (value: string) => value === legacyValue(3);
    const { rows, counts } = await scanFolder(
      folder,
      ports({
        matchesOf: ({ value }) => (isKnown(value.reveal()) ? [{ token: {} as never, by: 'value' }] : []),
      }),
      never,
    );
    expect(rows.map(({ file }) => file)).toEqual(['.circleci/old.yml', 'known.txt', 'named.txt']);
    expect(counts.passedOver).toBe(2);
  });

  test('keeps no token that is in the name of a file', async () => {
    const folder = await folderWith({ [`backup-${projectValue(9)}.txt`]: projectValue(9) });
    const { rows } = await scanFolder(folder, ports(), never);
    expect(rows.map(({ file }) => file)).toEqual(['backup-[token removed].txt']);
  });

  test('is read no further once the person has stopped it', async () => {
    const files = Array.from({ length: 60 }, (_, index) => [`${String(index)}.txt`, projectValue(index)]);
    const folder = await folderWith(Object.fromEntries(files) as Record<string, string>);
    const stop = new AbortController();
    const all = ports();
    const { counts } = await scanFolder(
      folder,
      {
        ...all,
        hold: (hit) => {
          stop.abort();
          return all.hold(hit);
        },
      },
      stop.signal,
    );
    expect(counts.files).toBeGreaterThan(0);
    expect(counts.files).toBeLessThan(60);
  });
});

test('a token of a file is found wherever the pieces end that the file is read in', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'one.txt');
  await fc.assert(
    fc.asyncProperty(
      anyTokenValue,
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 1, max: 97 }),
      async (value, before, pieceBytes) => {
        await writeFile(path, `${'é\n'.repeat(before)}${value}`);
        const hits = valueOf(await scanFile(path, pieceBytes));
        expect(hits.map(({ value: found, line }) => [found.reveal(), line])).toEqual([[value, before + 1]]);
      },
    ),
    { numRuns: 60 },
  );
});

test.skipIf(process.platform === 'win32')(
  'a pipe that nobody writes into holds up no search, whether it was there or took the place of a file',
  async () => {
    const folder = await folderWith({ 'notes.txt': projectValue(1) });
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await scanFile(pipe)).toEqual({ ok: false, error: 'unreadable' });
    expect(await scanFile('/dev/zero')).toEqual({ ok: false, error: 'unreadable' });
    expect(await scanFile(folder)).toEqual({ ok: false, error: 'unreadable' });
    const { counts } = await scanFolder(folder, ports(), never);
    expect(counts.files).toBe(1);
  },
);

test('a file of very many tokens leaves others their turn, and is given up in the middle of them', async () => {
  const folder = await folderWith({
    'dump.txt': Array.from({ length: 5_000 }, (_, index) => projectValue(index)).join('\n'),
  });
  const { hold, ...others } = ports();
  const stop = new AbortController();
  let held = 0;
  const { rows } = await scanFolder(
    folder,
    {
      ...others,
      hold: (hit) => {
        held += 1;
        // Runs only when the search lets go.
        if (held === 1)
          setImmediate(() => {
            stop.abort();
          });
        return hold(hit);
      },
    },
    stop.signal,
  );
  expect(held).toBeLessThan(100);
  expect(rows).toHaveLength(held);
});
