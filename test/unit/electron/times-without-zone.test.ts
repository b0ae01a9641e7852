import { describe, expect, test } from 'vitest';

import { inTimeZone } from '../../support/in-time-zone';

const WITHOUT_ZONE = '2026-11-01T00:00:00.000';
const UTC = Date.UTC(2026, 10, 1);

describe('on a computer in New York', () => {
  test('a time without a zone is UTC for every reader of what machines and files say', async () => {
    const read = await inTimeZone(
      'America/New_York',
      `
      const time = '${WITHOUT_ZONE}';
      const { readTokenRows } = await load('/electron/circleci/token-row.ts');
      const { readContextVariables } = await load('/electron/circleci/variable-rows.ts');
      const { readAuditRow } = await load('/electron/people/audit-log-row.ts');
      const { readRegisterRow } = await load('/electron/people/register-row.ts');
      const { environmentOf } = await load('/electron/environment.ts');
      const rowOf = (cells) => ({ line: 2, cell: (name) => cells[name] ?? '' });
      const [token] = readTokenRows([{ label: 'x', time, last_used_at: time, expires_at: time }], 'project').value;
      const [variable] = readContextVariables([{ variable: 'X', updated_at: time }]).value;
      const audit = { action: 'project.api_token.create', actor: 'maria', at: time, target: 'gh/acme/web', payload: '{"label":"x"}' };
      const register = { label: 'x', owner: 'maria', created: time, expires: '2027-11-01 00:00' };
      return {
        isElsewhere: new Date(time).toISOString(),
        token: [token.createdAt, token.lastUsedAt, token.expiresAt],
        variable: variable.updatedAt,
        audit: readAuditRow(rowOf(audit)).value.made.at,
        register: readRegisterRow(rowOf(register), Date.UTC(2027, 0)).value,
        now: environmentOf(false, { REKEY_NOW: time }).now,
      };
      `,
    );
    expect(read).toEqual({
      isElsewhere: '2026-11-01T04:00:00.000Z',
      token: [UTC, UTC, UTC],
      variable: UTC,
      audit: UTC,
      register: { label: 'x', owner: 'maria', createdAt: UTC, expiresAt: Date.UTC(2027, 10, 1) },
      now: UTC,
    });
  });
});
