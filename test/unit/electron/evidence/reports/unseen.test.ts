import { expect, test } from 'vitest';

import { countUnread, unreadOf } from '../../../../../electron/evidence/reports/report-source';
import { DETAILS } from '../../../../../electron/evidence/reports/token-columns';
import type { Coverage } from '../../../../../shared/domain/coverage';
import { connectionFacts } from '../../../../support/connection-facts';
import { connectionIdOf, NOW, slugOf, tokenWith } from '../../../../support/token-records';

const coverage: Coverage = {
  projects: [
    {
      connection: connectionIdOf(1),
      project: slugOf('gh/acme/api'),
      reportedBy: [],
      outcome: { kind: 'in-doubt', kept: 2 },
    },
  ],
  personal: { kind: 'in-doubt', kept: 1 },
  failedSources: [],
  sources: [{ key: 'followed', kind: 'followed', rows: 3, state: { kind: 'emptied' } }],
  unreadRows: [{ source: 'v1.1-projects', name: 'Acme/web/api' }],
  lostEntries: 1,
};

test('a report names everything that stands between a sync and complete, and counts as many', () => {
  const sources = [{ facts: connectionFacts({}), tokens: [], coverage }];
  const unread = unreadOf(sources);
  expect(unread.map(({ what }) => what)).toEqual([
    'gh/acme/api',
    'Projects named by “followed projects”',
    'Acme/web/api',
    'Tokens entered by hand',
    'Personal tokens of m.roy',
  ]);
  expect(countUnread(sources)).toBe(unread.length);
});

test('a report says since when a token was not seen', () => {
  const column = DETAILS.find(({ id }) => id === 'not-seen-since');
  const judged = { due: { kind: 'no-limit' as const }, organisation: 'acme' };
  expect(column?.of({ ...judged, token: tokenWith({ lastSeenAt: NOW }) })).toBe(NOW);
  expect(column?.of({ ...judged, token: tokenWith({}) })).toBeNull();
});
