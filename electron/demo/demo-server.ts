import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { systemClock, type Clock } from '../clock';
import { SecretValue } from '../credentials/secret-value';
import { answerFrom } from './answer';
import { chanceOf } from './chance';
import type { DemoState } from './demo-state';
import { openFaults, type Fault, type RetryAfter, type Trouble } from './fault';
import { DEMO_ORGANISATION, makeOrganisation, type OrganisationOptions } from './organisation';
import { otherRows } from './other-rows';
import type { Reply } from './route';

export interface DemoOptions extends OrganisationOptions {
  readonly clock?: Clock;
  readonly faults?: readonly Fault[];
  /** How long each answer is held back, as a network would. */
  readonly latencyMilliseconds?: number;
  /** Where it is served; where any port will do, this is absent. */
  readonly port?: number;
}

/** A running CircleCI-compatible server, on this computer only. */
export interface DemoServer {
  readonly address: string;
  /** The account's personal token to connect with. */
  readonly token: SecretValue;
  readonly organisation: string;
  readonly state: DemoState;
  readonly setFaults: (faults: readonly Fault[]) => void;
  readonly stop: () => Promise<void>;
}

const MOST_BODY_BYTES = 1_024 * 1_024;

export async function startDemoServer(options: DemoOptions): Promise<DemoServer> {
  const clock = options.clock ?? systemClock(options.now);
  const state = makeOrganisation(options);
  // Later chance must not repeat that of the organisation, or new values would equal old ones.
  const chance = chanceOf(options.seed ^ 0x5bd1e995);
  let troubleFor = openFaults(options.faults ?? []);

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url: path = '/', headers } = request;
    const trouble = troubleFor(method, path);
    const text = await readText(request);
    state.requests.push({ method, path });
    await clock.wait(options.latencyMilliseconds ?? 0);
    if (trouble?.kind === 'slow') await clock.wait(trouble.milliseconds);
    if (answerInstead(trouble, response)) return;
    const url = new URL(path, 'http://127.0.0.1');
    const reply = answerFrom(state, chance, { method, url, headers, text, trouble, now: clock.now() });
    send(reply, trouble, response);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    address: `http://127.0.0.1:${String(port)}`,
    token: new SecretValue(state.personal[0]?.value ?? ''),
    organisation: DEMO_ORGANISATION,
    state,
    setFaults: (faults) => {
      troubleFor = openFaults(faults);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > MOST_BODY_BYTES) throw new Error('the body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Trouble that strikes before anything is done. */
function answerInstead(trouble: Trouble | undefined, response: ServerResponse): boolean {
  if (trouble?.kind === 'never-answers') return true;
  if (trouble?.kind === 'reset' && trouble.when === 'before') {
    response.destroy();
    return true;
  }
  const instead = trouble && insteadOf(trouble);
  if (instead === undefined) return false;
  response.writeHead(instead.status, instead.headers).end(instead.body);
  return true;
}

const HTML = { 'content-type': 'text/html' };
const PLAIN = { 'content-type': 'text/plain' };
const JSON_TYPE = { 'content-type': 'application/json' };

function insteadOf(trouble: Trouble) {
  if (trouble.kind === 'rate-limit') {
    return { status: 429, headers: { ...PLAIN, ...retryAfter(trouble.retryAfter) }, body: 'Rate limited.' };
  }
  if (trouble.kind === 'unavailable') {
    const headers = { ...JSON_TYPE, ...retryAfter(trouble.retryAfter) };
    return { status: 503, headers, body: '{"message":"down for maintenance"}' };
  }
  if (trouble.kind === 'status') {
    return { status: trouble.status, headers: JSON_TYPE, body: '{"message":"demo trouble"}' };
  }
  if (trouble.kind === 'html')
    return { status: trouble.status ?? 200, headers: HTML, body: '<!DOCTYPE html><html>Log in</html>' };
  if (trouble.kind === 'redirect') return { status: 302, headers: { location: trouble.to }, body: '' };
  return undefined;
}

function retryAfter(wanted: RetryAfter): Record<string, string> {
  if (wanted === 'absent') return {};
  if (typeof wanted === 'object') return { 'retry-after': wanted.text };
  if (wanted === 'date') return { 'retry-after': new Date(Date.now() + 1_000).toUTCString() };
  return { 'retry-after': String(wanted) };
}

const OVERSIZED_BYTES = 9 * 1_024 * 1_024;
const DRIP_MS = 1_000;
/** An ü as Latin-1 has it. */
const NOT_UTF8 = Buffer.from([0xfc]);

/** Sends the answer, or what trouble leaves of it: by now, what was asked for has been done. */
function send({ status, json, html }: Reply, trouble: Trouble | undefined, response: ServerResponse): void {
  if (trouble?.kind === 'reset') {
    response.destroy();
    return;
  }
  const text = html ?? JSON.stringify(otherRows(json, trouble));
  const type = html === undefined ? 'application/json; charset=utf-8' : 'text/html';
  if (trouble?.kind === 'truncated') {
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) + 10 });
    response.write(text.slice(0, Math.max(1, text.length / 2)), () => response.destroy());
    return;
  }
  if (trouble?.kind === 'not-utf8') {
    const middle = Math.floor(text.length / 2);
    const bytes = [Buffer.from(text.slice(0, middle)), NOT_UTF8, Buffer.from(text.slice(middle))];
    response.writeHead(status, { 'content-type': type }).end(Buffer.concat(bytes));
    return;
  }
  if (trouble?.kind === 'drip') {
    response.writeHead(status, { 'content-type': type }).write(text);
    const dripping = setInterval(() => response.write(' '), DRIP_MS);
    response.on('close', () => {
      clearInterval(dripping);
    });
    return;
  }
  const padding = trouble?.kind === 'oversized' ? ' '.repeat(trouble.bytes ?? OVERSIZED_BYTES) : '';
  response.writeHead(status, { 'content-type': type }).end(text + padding);
}
