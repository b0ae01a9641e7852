import { expect, test } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import { launchRekey, type Rekey } from '../support/launch';
import { connect, connectTo, statusOf, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
let server: DemoServer;
let rekey: Rekey;

test.beforeEach(async () => {
  server = await startDemoServer({ profile: 'cloud-time', seed: 5, now: NOW });
  rekey = await launchRekey({ now: NOW });
});

test.afterEach(async () => {
  await rekey.close();
  await server.stop();
});

test('a wrong token is refused with a sentence, and the field is empty again', async () => {
  await connect(rekey.page, { address: server.address, token: 'f'.repeat(40), name: 'acme' });
  await expect(rekey.page.getByRole('alert')).toHaveText(/did not accept the token.*Nothing was stored/);
  await expect(rekey.page.getByLabel('Personal API token')).toHaveValue('');
});

test('a project token is recognised without asking anybody', async () => {
  const token = `CCIPRJ_${'x'.repeat(22)}_${'0'.repeat(40)}`;
  await connect(rekey.page, { address: server.address, token, name: 'acme' });
  await expect(rekey.page.getByRole('alert')).toHaveText(/This is a project token/);
  expect(server.state.requests).toEqual([]);
});

test('a host that answers with pages is not taken for CircleCI', async () => {
  server.setFaults([{ path: '.', trouble: { kind: 'html' } }]);
  await connectTo(rekey.page, server);
  await expect(rekey.page.getByRole('alert')).toHaveText(/does not answer like CircleCI/);
});

test('an address that would send the token in the clear is refused', async () => {
  await connect(rekey.page, { address: 'http://circleci.example.com', token: 'f'.repeat(40), name: 'acme' });
  await expect(rekey.page.getByRole('alert')).toHaveText(/must begin with https/);
});

test('a host that points elsewhere does not get the token there', async () => {
  const elsewhere = await startDemoServer({ profile: 'cloud-time', seed: 6, now: NOW });
  server.setFaults([{ path: '.', trouble: { kind: 'redirect', to: `${elsewhere.address}/api/v2/me` } }]);
  await connectTo(rekey.page, server);
  await expect(rekey.page.getByRole('alert')).toHaveText(/pointed to another address/);
  expect(elsewhere.state.requests).toEqual([]);
  await elsewhere.stop();
});

test('a storm of 429 slows the look down and does not spoil it', async () => {
  server.setFaults([
    { path: '/token', times: 3, trouble: { kind: 'rate-limit', retryAfter: 1 } },
    { path: '/token', after: 20, times: 3, trouble: { kind: 'rate-limit', retryAfter: 'absent' } },
    { path: '/token', after: 40, times: 2, trouble: { kind: 'rate-limit', retryAfter: 'date' } },
  ]);
  await connectTo(rekey.page, server);
  await waitForLook(rekey.page);
  await expect(statusOf(rekey.page)).toContainText('600 tokens');
  await expect(statusOf(rekey.page)).toContainText('PARTIAL (119 of 120 projects)');
});

test('a look that is stopped keeps what it read, and the next goes on', async () => {
  server.setFaults([{ path: '/token', trouble: { kind: 'slow', milliseconds: 150 } }]);
  await connectTo(rekey.page, server);
  await expect(rekey.page.getByRole('grid', { name: 'Tokens' })).toBeVisible();
  await rekey.page.getByRole('button', { name: 'Stop' }).click();
  await expect(rekey.page.getByRole('alert')).toHaveText(/Refresh goes on with what is missing/);
  await expect(statusOf(rekey.page)).toContainText('PARTIAL');
  server.setFaults([]);
  await rekey.page.getByRole('button', { name: 'Refresh' }).click();
  await expect(statusOf(rekey.page)).toContainText('PARTIAL (119 of 120 projects)');
  await expect(statusOf(rekey.page)).toContainText('600 tokens');
});
