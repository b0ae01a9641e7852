import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fabricatedValue, formOf } from '../../../../electron/circleci/fabricated-value';
import { openClient } from '../../../../electron/circleci/open-client';
import { createPacer, type Pacer } from '../../../../electron/circleci/pacing';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import type { DemoServer } from '../../../../electron/demo/demo-server';
import type { FetchPort } from '../../../../electron/circleci/fetch-port';
import { demoServer, hastyClock } from '../../../support/demo-client';
import { legacyValue, personalValue, projectValue } from '../../../support/token-texts';
import { must, NOW, slugOf } from '../../../support/token-records';

/** A client over a clock that the test turns, and every token that was sent. */
function watchedClient(server: DemoServer, pacer?: Pacer) {
  let now = NOW;
  let seed = 0;
  const sent: (string | undefined)[] = [];
  const clock = { ...hastyClock, now: () => now };
  const watch: FetchPort = (url, init) => {
    sent.push(init.headers['circle-token']);
    return fetch(url, init);
  };
  const client = openClient({
    address: server.address,
    token: server.token,
    fetch: watch,
    pacer: pacer ?? createPacer({ clock, random: () => 0.5 }),
    clock,
    random: () => (seed = (seed + 0.37) % 1),
  });
  return {
    client,
    sent,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const OWN = { isOwnPlace: true, scope: 'all' } as const;
const HOUR = 3_600_000;

describe('the contrast', () => {
  test('is asked once per project and hour, whatever number of values is tried', async () => {
    const server = await demoServer();
    const { client, sent, pass } = watchedClient(server);
    const [first, second] = server.state.projects.map(({ slug }) => slugOf(slug));
    const tryAll = (slug: typeof first) =>
      Promise.all([1, 2, 3].map((one) => client.checkProjectToken(must(slug), projectValue2(one), OWN)));
    await tryAll(first);
    expect(sent).toHaveLength(3 + 2);
    pass(HOUR - 1);
    await tryAll(first);
    expect(sent).toHaveLength(6 + 2);
    await tryAll(second);
    expect(sent).toHaveLength(9 + 4);
    pass(1);
    await tryAll(first);
    expect(sent).toHaveLength(12 + 6);
    pass(-2 * HOUR);
    await tryAll(first);
    expect(sent).toHaveLength(15 + 8);
  });

  test('is asked with none, and with a fresh made-up value each time', async () => {
    const server = await demoServer();
    const { client, sent, pass } = watchedClient(server);
    const slug = slugOf(must(server.state.projects[0]).slug);
    for (let hour = 0; hour < 2; hour += 1) {
      await client.checkProjectToken(slug, projectValue2(1), OWN);
      pass(HOUR);
    }
    const others = sent.filter((token) => token !== projectValue(1));
    expect(others.filter((token) => token === undefined)).toHaveLength(2);
    const madeUp = others.filter((token) => token !== undefined);
    expect(new Set(madeUp).size).toBe(2);
    for (const token of madeUp) expect(token).toMatch(/^CCIPRJ_1{22}_0{24}[0-9a-f]{16}$/);
  });

  test('waits its turn with all other requests of the host', async () => {
    const server = await demoServer();
    const inner = createPacer({ clock: hastyClock, random: () => 0.5 });
    let turns = 0;
    const counting: Pacer = {
      ...inner,
      run: (task, signal) => {
        turns += 1;
        return inner.run(task, signal);
      },
    };
    const { client, sent } = watchedClient(server, counting);
    await client.checkProjectToken(slugOf(must(server.state.projects[0]).slug), projectValue2(1), OWN);
    expect([turns, sent.length]).toEqual([3, 3]);
  });

  test('that got no answer is not remembered, and decides nothing', async () => {
    const fault = { path: 'limit=1', trouble: { kind: 'html' as const } };
    const server = await demoServer({ faults: [fault] });
    const { client } = watchedClient(server);
    const project = must(server.state.projects.find(({ tokens }) => tokens.length > 0));
    const slug = slugOf(project.slug);
    const value = new SecretValue(must(project.tokens.find(({ scope }) => scope === 'all')).value);
    expect(await client.checkProjectToken(slug, value, OWN)).toEqual({
      kind: 'undecided',
      failure: { kind: 'not-json' },
    });
    server.setFaults([]);
    expect(await client.checkProjectToken(slug, value, OWN)).toEqual({ kind: 'works' });
  });

  test('of a project that is made public within the hour is not stretched by asking for other forms', async () => {
    const server = await demoServer();
    const { client, sent } = watchedClient(server);
    const slug = slugOf(must(server.state.projects[0]).slug);
    await client.checkProjectToken(slug, projectValue2(1), OWN);
    await client.checkProjectToken(slug, new SecretValue(legacyValue(1)), OWN);
    expect(sent.filter((token) => token !== undefined && /^0{24}[0-9a-f]{16}$/.test(token))).toHaveLength(1);
  });
});

const projectValue2 = (number: number) => new SecretValue(projectValue(number));

describe('a made-up value', () => {
  const anyValue = fc.oneof(
    fc.nat().map(projectValue),
    fc.nat().map(personalValue),
    fc.nat().map(legacyValue),
    fc.stringMatching(/^[\x21-\x7e]{20,200}$/),
  );

  test('has the form of the value, and nothing else of it', () => {
    fc.assert(
      fc.property(anyValue, fc.double({ min: 0, max: 0.999, noNaN: true }), (plain, chance) => {
        const value = new SecretValue(plain);
        const madeUp = fabricatedValue(value, () => chance);
        expect(formOf(madeUp)).toBe(formOf(value));
        expect(madeUp.equals(value)).toBe(false);
        expect(madeUp.reveal()).toMatch(/^(?:CCIP(?:AT|RJ)_1{22}_)?0{4,}[0-9a-f]{16}$/i);
        expect(String(madeUp)).toBe('[redacted]');
      }),
    );
  });
});
