import { describe, expect, test } from 'vitest';

import type { FetchPort } from '../../../../electron/circleci/fetch-port';
import type { Fault } from '../../../../electron/demo/fault';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import { clientOf, demoServer } from '../../../support/demo-client';
import { valueOf } from '../../../support/value-of';

const FIRST = '/api/v1/user/token';
const refusing = (path: string, status: number): Fault => ({
  path: `${path}$`,
  trouble: { kind: 'status', status },
});

/** A host that has the list under its other path only: what is asked there is answered as at the first. */
async function movedList(status: number) {
  const server = await demoServer({ faults: [refusing('^/api/v1/user/token', status)] });
  const moved = await demoServer();
  const reach: FetchPort = (url, init) =>
    fetch(
      url.includes('/api/v1.1/user/token')
        ? url.replace(server.address, moved.address).replace('/v1.1/', '/v1/')
        : url,
      init,
    );
  return { server, moved, reach };
}

describe('the account’s own tokens', () => {
  test.each([401, 403, 404])('are read under the other path where the first answers %d', async (status) => {
    const { server, moved, reach } = await movedList(status);
    const client = clientOf(server, undefined, undefined, reach);
    expect(valueOf(await client.probe()).capabilities.personalTokens).toBe('listed');
    const listed = valueOf(await client.listPersonalTokens());
    expect(listed.map(({ label }) => label)).toEqual(moved.state.personal.map(({ label }) => label));
  });

  test('are made where they are listed', async () => {
    const { server, moved, reach } = await movedList(401);
    const client = clientOf(server, undefined, undefined, reach);
    await client.listPersonalTokens();
    const made = valueOf(await client.createPersonalToken({ label: 'laptop', scope: 'full' }));
    expect(made.value).toBeInstanceOf(SecretValue);
    expect(moved.state.personal.at(-1)?.label).toBe('laptop');
  });

  test('are not looked for elsewhere while the host is in trouble', async () => {
    const server = await demoServer({ faults: [refusing(FIRST, 500)] });
    const answer = await clientOf(server).listPersonalTokens();
    expect(answer).toEqual({ ok: false, error: { kind: 'server-error', status: 500 } });
    expect(server.state.requests.some(({ path }) => path.includes('/v1.1/user/token'))).toBe(false);
  });
});
