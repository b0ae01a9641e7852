import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

import { auditLogOf } from '../../../../electron/demo/audit-log';
import { makerOf } from '../../../../electron/demo/maker';
import { makeOrganisation } from '../../../../electron/demo/organisation';
import { DAY_MS } from '../../../../shared/domain/instant';
import { NOW } from '../../../support/token-records';

test('the demo’s log has every project token of the last year, with who made it, for any reader of CSV', () => {
  const state = makeOrganisation({ profile: 'cloud-time', seed: 3, now: NOW });
  const rows = parse<Record<string, string>>(auditLogOf(state, NOW), { columns: true });
  const made = rows.filter(({ action }) => action === 'project.api_token.create');
  const told = made.map(({ actor = '', payload = '', target = '' }) => {
    const [who, what, where] = [actor, payload, target].map(
      (cell) => JSON.parse(cell) as Record<string, string>,
    );
    return [where?.['name'], what?.['label'], what?.['scope'], who?.['name']].join('|');
  });
  const young = state.projects.flatMap(({ slug, tokens }) =>
    tokens
      .filter(({ createdAt }) => createdAt > NOW - 365 * DAY_MS)
      .map((token) => [slug, token.label, token.scope, makerOf(token)].join('|')),
  );
  expect(told.sort()).toEqual(young.sort());
});
