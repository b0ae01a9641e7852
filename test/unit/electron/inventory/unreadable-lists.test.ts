import { expect, test } from 'vitest';

import type { Trouble } from '../../../../electron/demo/fault';
import { demoServer } from '../../../support/demo-client';
import { CONNECTION, inventoryBench } from '../../../support/inventory-bench';
import { tempFolder } from '../../../support/temp-folder';
import { must } from '../../../support/token-records';

test.each<[string, Trouble, string]>([
  ['is not UTF-8', { kind: 'not-utf8' }, 'not-utf8'],
  ['has forty megabytes', { kind: 'oversized', bytes: 40 * 1_024 * 1_024 }, 'too-large'],
])(
  'a first sync in which every list of a project %s ends, and says so of each project',
  async (_what, trouble, kind) => {
    const server = await demoServer({ size: { projects: 6, tokens: 20 } });
    server.setFaults([{ method: 'GET', path: '/project/.*/token$', trouble }]);
    const { desk, ends } = await inventoryBench(server, await tempFolder());
    await desk.sync(CONNECTION);
    const { projects } = must(ends.at(-1)).coverage;
    const kinds = projects.map(({ outcome }) => 'failure' in outcome && outcome.failure.kind);
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.filter((one) => one !== kind)).toEqual([]);
  },
);
