import { SecretValue } from '../../../electron/credentials/secret-value';
import { answerFrom } from '../../../electron/demo/answer';
import { chanceOf } from '../../../electron/demo/chance';
import type { DemoServer } from '../../../electron/demo/demo-server';
import type { DemoState } from '../../../electron/demo/demo-state';
import { makeOrganisation, type OrganisationOptions } from '../../../electron/demo/organisation';
import type { FetchPort } from '../../../electron/circleci/fetch-port';
import { forRoutes, openHostFaults, type HostFault, type HostTrouble } from './host-trouble';
import type { StruckClock } from './struck-clock';

/** Sees every request at the moment at which it takes effect. */
export interface Onlooker {
  readonly before: (method: string, path: string, body: string) => void;
  readonly after: (method: string, path: string, json: unknown) => void;
}

/** The demo server's state and routes without its network: as a test needs them that asks a hundred thousand times. */
export interface InProcessHost extends Omit<DemoServer, 'setFaults'> {
  /** A way to the host that lasts until the next `cutOff`. */
  readonly connect: () => FetchPort;
  readonly setFaults: (faults: readonly HostFault[]) => void;
  readonly setOnlooker: (onlooker: Onlooker) => void;
  /** Whoever is connected reaches the host no more, and hears nothing from it: the sender is dead. */
  readonly cutOff: () => void;
}

const ADDRESS = 'http://127.0.0.1:1';
const JSON_TYPE = { 'content-type': 'application/json' };

export function inProcessHost(options: OrganisationOptions, clock: StruckClock): InProcessHost {
  const state: DemoState = makeOrganisation(options);
  const chance = chanceOf(options.seed ^ 0x5bd1e995);
  let troubleFor = openHostFaults([]);
  let onlooker: Onlooker | undefined;
  let era = 0;
  const shortened = new Map<string, number>();

  const answer = (trouble: HostTrouble | undefined, url: URL, init: Parameters<FetchPort>[1]): Response => {
    const instead = trouble && insteadOf(trouble);
    if (instead !== undefined) return instead;
    const path = url.pathname + url.search;
    const { method, headers } = init;
    const text = trouble?.kind === 'label-changed' ? relabelled(init.body ?? '') : (init.body ?? '');
    onlooker?.before(method, path, init.body ?? '');
    if (trouble?.kind === 'write-ignored') return new Response('{}', { status: 200, headers: JSON_TYPE });
    const now = clock.now();
    const question = { method, url, headers, text, trouble: forRoutes(trouble), now };
    const reply = answerFrom(state, chance, question);
    onlooker?.after(method, path, reply.json);
    if (trouble?.kind === 'status-after') return new Response('{}', { status: trouble.status });
    const times = shortened.get(path) ?? 0;
    if (trouble?.kind === 'short-list') shortened.set(path, times + 1);
    const json = trouble?.kind === 'short-list' ? without(reply.json, trouble.from + times) : reply.json;
    const body = reply.html ?? JSON.stringify(json);
    const cut = trouble?.kind === 'truncated' ? body.slice(0, Math.max(1, body.length / 2)) : body;
    return new Response(cut, { status: reply.status, headers: JSON_TYPE });
  };

  const serve = async (
    sentIn: number,
    address: string,
    init: Parameters<FetchPort>[1],
  ): Promise<Response> => {
    const strike = clock.lastTimeOut();
    const url = new URL(address);
    await new Promise((resolve) => setImmediate(resolve));
    if (sentIn !== era) return new Promise(() => undefined);
    if (init.signal.aborted) throw new Error('aborted');
    state.requests.push({ method: init.method, path: url.pathname + url.search });
    const trouble = troubleFor(init.method, url.pathname + url.search);
    const isSilent = trouble?.kind === 'silent';
    if (trouble?.kind === 'reset' && trouble.when === 'before') throw new Error('reset');
    const response = isSilent && trouble.when === 'before' ? undefined : answer(trouble, url, init);
    if (trouble?.kind === 'reset') throw new Error('reset');
    if (response !== undefined && !isSilent) return response;
    return new Promise((_resolve, reject) => {
      init.signal.addEventListener('abort', () => {
        reject(new Error('aborted'));
      });
      strike();
    });
  };

  return {
    address: ADDRESS,
    token: new SecretValue(state.personal[0]?.value ?? ''),
    organisation: 'acme',
    state,
    connect: () => {
      const sentIn = era;
      return (address, init) => serve(sentIn, address, init);
    },
    setFaults: (faults) => {
      troubleFor = openHostFaults(faults);
    },
    setOnlooker: (next) => {
      onlooker = next;
    },
    cutOff: () => {
      era += 1;
    },
    stop: () => Promise.resolve(),
  };
}

/** Trouble that strikes before anything is done. */
function insteadOf(trouble: HostTrouble): Response | undefined {
  if (trouble.kind === 'status') return new Response('{"message":"trouble"}', { status: trouble.status });
  if (trouble.kind === 'rate-limit')
    return new Response('Rate limited.', { status: 429, headers: { 'retry-after': '1' } });
  return trouble.kind === 'html' ? new Response('<!DOCTYPE html>', { status: 200 }) : undefined;
}

/** A list of two at least without one of its rows; anything else as it is. */
function without(json: unknown, index: number): unknown {
  if (!Array.isArray(json) || json.length < 2) return json;
  return json.filter((_row, at) => at !== index % json.length);
}

function relabelled(body: string): string {
  const { label, ...rest } = JSON.parse(body || '{}') as Readonly<Record<string, unknown>>;
  return JSON.stringify({ ...rest, ...(typeof label === 'string' && { label: `${label}!` }) });
}
