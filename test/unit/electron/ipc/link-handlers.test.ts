import { expect, test } from 'vitest';

import type { Link } from '../../../../electron/desktop/external-links';
import { linkHandlers } from '../../../../electron/ipc/link-handlers';
import { parseRowId, type RunRow, type RunView } from '../../../../shared/domain/rotation-run';
import { err, ok } from '../../../../shared/result';
import { connectionFacts } from '../../../support/connection-facts';
import { connectionIdOf, must, NOW, refNumber, slugOf, tokenWith } from '../../../support/token-records';

const rowIdOf = (number: number) => must(parseRowId(`row_${number.toString(16).padStart(32, '0')}`));

const rowOf = (said: Partial<RunRow>): RunRow => ({
  id: rowIdOf(1),
  ref: refNumber(1),
  kind: 'project',
  scope: 'all',
  newScope: 'all',
  label: 'deploy bot',
  destinations: [],
  deliveries: [],
  checklist: [],
  step: 'needs-you',
  holdsValue: false,
  ...said,
});

/** Handlers over one run of two rows, the second of a personal token. */
function linksAt(address: string) {
  const opened: Link[] = [];
  const run: RunView = {
    id: 'run',
    connection: connectionIdOf(1),
    organisation: 'acme',
    startedAt: NOW,
    phase: 'ended',
    rows: [rowOf({ project: slugOf('gh/acme/api') }), rowOf({ id: rowIdOf(2), kind: 'personal' })],
  };
  const links = linkHandlers({
    openLink: (link) => {
      opened.push(link);
      return Promise.resolve();
    },
    rotation: { runs: () => [run] },
    connections: { factsOf: (id) => connectionFacts({ id, address }) },
    inventory: {
      recordOf: (ref) => {
        if (ref === refNumber(1)) return tokenWith({ ref });
        if (ref !== refNumber(2)) return undefined;
        const { project: _none, ...personal } = tokenWith({ ref, kind: 'personal', scope: 'full' });
        return personal;
      },
    },
  });
  return { links, opened };
}

test('SECURITY S15: a row’s project page is found by main, from the row alone', async () => {
  const { links, opened } = linksAt('https://circleci.com');
  expect(await links['links:open-project']({ row: rowIdOf(1) })).toEqual(ok(null));
  expect(opened).toEqual([{ name: 'project-tokens', project: 'gh/acme/api' }]);
});

test.each([
  ['a row that is not there', 'https://circleci.com', 9],
  ['a row of no project', 'https://circleci.com', 2],
  ['a row of a Server, whose pages nobody told of', 'https://circleci.example.com', 1],
])('no page is opened for %s', async (_what, address, row) => {
  const { links, opened } = linksAt(address);
  expect(await links['links:open-project']({ row: rowIdOf(row) })).toEqual(err({ kind: 'no-such-page' }));
  expect(opened).toEqual([]);
});

test('a page that has a name is opened by it', async () => {
  const { links, opened } = linksAt('https://circleci.example.com');
  expect(await links['links:open']({ name: 'personal-tokens' })).toEqual(ok(null));
  expect(opened).toEqual([{ name: 'personal-tokens' }]);
});

test('SECURITY S15: a token’s page is its project’s, or its account’s, and only where there are such pages', async () => {
  const { links, opened } = linksAt('https://circleci.com');
  expect(await links['links:open-token']({ ref: refNumber(1) })).toEqual(ok(null));
  expect(await links['links:open-token']({ ref: refNumber(2) })).toEqual(ok(null));
  expect(await links['links:open-token']({ ref: refNumber(3) })).toEqual(err({ kind: 'no-such-page' }));
  const server = linksAt('https://circleci.example.com');
  expect(await server.links['links:open-token']({ ref: refNumber(1) })).toEqual(
    err({ kind: 'no-such-page' }),
  );
  expect([...opened, ...server.opened]).toEqual([
    { name: 'project-tokens', project: 'gh/acme/api' },
    { name: 'personal-tokens' },
  ]);
});
