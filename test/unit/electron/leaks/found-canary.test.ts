import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';

import { expect, test } from 'vitest';

import { demoServer } from '../../../support/demo-client';
import { filesWith } from '../../../support/files-with';
import { visibleTokens } from '../../../support/server-facts';
import { tempFolder } from '../../../support/temp-folder';
import { must } from '../../../support/token-records';
import { legacyValue, personalValue } from '../../../support/token-texts';
import { wholeApp } from '../../../support/whole-app';

const textOf = (payload: unknown) =>
  inspect(payload, { depth: Infinity, showHidden: true, maxArrayLength: null, maxStringLength: null });

test.each(['cloud-time', 'server-2'] as const)(
  'SECURITY X1: with %s, a value that was found crosses to the page in no answer, and is in no file and no notification',
  async (profile) => {
    const server = await demoServer({ profile });
    const folder = await tempFolder();
    const app = await wholeApp({ scanFolder: () => folder });
    const typed = { address: server.address, name: 'acme', keep: 'session' as const };
    const { id: connection } = await app.must('connections:connect', {
      ...typed,
      token: server.token.reveal(),
    });
    await app.must('inventory:sync', { connection });
    const ours = must(visibleTokens(server.state).find(({ project }) => project.startsWith('gh/')));
    const values = [ours.token.value, legacyValue(0xdead), personalValue(0xbeef), server.token.reveal()];

    const found = await app.must('leaks:paste', {
      text: values.map((value) => `circle ${value}`).join('\n'),
    });
    expect(found.map(({ lastFour }) => lastFour)).toEqual(values.map((value) => value.slice(-4)));
    const lives: string[] = [];
    for (const { id } of found) {
      const { life } = await app.must('leaks:check', { found: id, connection });
      lives.push(life.kind === 'works' ? `${life.is} ${life.login ?? ''}`.trim() : life.kind);
    }
    expect(lives).toEqual(['project', 'not-provable', 'refused', `personal ${server.state.login}`]);

    await writeFile(join(folder, 'env'), values.map((value) => `CIRCLE_TOKEN=${value}`).join('\n'));
    const scan = await app.must('leaks:scan', null);
    expect(scan.rows.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    await app.must('leaks:copy-scan', null);
    expect(app.clipboard()).toContain(`env:1 · `);
    await app.must('leaks:forget', null);
    expect((await app.call('leaks:copy-scan', null)).ok).toBe(false);

    const said = textOf([app.crossings, app.notices, app.clipboard()]);
    const held = await Promise.all(values.map((value) => filesWith(app.userData, value)));
    expect(values.filter((value) => said.includes(value))).toEqual([]);
    expect(held.flat()).toEqual([]);
    expect(app.notices.length).toBeGreaterThan(0);
  },
);
