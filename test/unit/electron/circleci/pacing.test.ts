import { describe, expect, test } from 'vitest';

import { createPacer, type Pacer } from '../../../../electron/circleci/pacing';
import { sendPatiently } from '../../../../electron/circleci/retry';
import type { ApiFailure } from '../../../../shared/domain/api-failure';
import { err, ok, type Result } from '../../../../shared/result';

/** A clock that waits until the test says that time has passed, and remembers what was asked of it. */
function fakeClock() {
  const waits: { readonly milliseconds: number; readonly end: () => void }[] = [];
  return {
    waits,
    wait: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        waits.push({ milliseconds, end: resolve });
      }),
    /** Ends the oldest wait. */
    pass: async () => {
      waits.shift()?.end();
      await settle();
    },
  };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

const GOOD: Result<null, ApiFailure> = ok(null);
const LIMITED = (seconds?: number): Result<null, ApiFailure> =>
  err({ kind: 'rate-limited', ...(seconds !== undefined && { retryAfterSeconds: seconds }) });

/** Requests that are in flight until the test answers them. */
function host(pacer: Pacer) {
  const inFlight: ((answer: Result<null, ApiFailure>) => void)[] = [];
  return {
    inFlight,
    send: (signal?: AbortSignal) =>
      pacer.run(() => new Promise<Result<null, ApiFailure>>((answer) => inFlight.push(answer)), signal),
    answer: async (answer: Result<null, ApiFailure>) => {
      inFlight.shift()?.(answer);
      await settle();
    },
  };
}

const newPacer = (clock = fakeClock()) => ({ clock, pacer: createPacer({ clock, random: () => 0 }) });

async function grown() {
  const made = newPacer();
  for (let sent = 0; sent < 40; sent += 1) await made.pacer.run(() => Promise.resolve(GOOD));
  return made;
}

describe('the number of requests in flight', () => {
  test('is two at first, whatever is waiting', async () => {
    const { pacer } = newPacer();
    const { send, inFlight } = host(pacer);
    for (let sent = 0; sent < 10; sent += 1) void send();
    await settle();
    expect(inFlight).toHaveLength(2);
  });

  test('grows to eight and no further while nothing complains', async () => {
    const { pacer } = await grown();
    expect(pacer.limit()).toBe(8);
    for (let sent = 0; sent < 100; sent += 1) await pacer.run(() => Promise.resolve(GOOD));
    expect(pacer.limit()).toBe(8);
  });

  test.each<[string, ApiFailure]>([
    ['a 429', { kind: 'rate-limited', retryAfterSeconds: 1 }],
    ['a connection that breaks', { kind: 'offline' }],
    ['a time-out', { kind: 'timed-out' }],
    ['an answer that breaks off', { kind: 'truncated' }],
  ])('halves at %s', async (_what, failure) => {
    const { pacer } = await grown();
    await pacer.run(() => Promise.resolve(err(failure)));
    expect(pacer.limit()).toBe(4);
  });

  test('halves once when all that was in flight complains together', async () => {
    const { pacer } = await grown();
    const { send, answer } = host(pacer);
    for (let sent = 0; sent < 8; sent += 1) void send();
    await settle();
    for (let answered = 0; answered < 8; answered += 1) await answer(LIMITED(1));
    expect(pacer.limit()).toBe(4);
  });

  test.each<ApiFailure>([{ kind: 'forbidden', status: 403 }, { kind: 'unauthorized' }, { kind: 'not-json' }])(
    'does not halve at %j, which is an answer like any other',
    async (failure) => {
      const { pacer } = await grown();
      await pacer.run(() => Promise.resolve(err(failure)));
      expect(pacer.limit()).toBe(8);
    },
  );

  test('does not grow on answers of a host that is failing', async () => {
    const { pacer } = newPacer();
    const failing = err({ kind: 'server-error' as const, status: 503 });
    for (let sent = 0; sent < 20; sent += 1) await pacer.run(() => Promise.resolve(failing));
    expect(pacer.limit()).toBe(2);
    await pacer.run(() => Promise.resolve(GOOD));
    await pacer.run(() => Promise.resolve(failing));
    await pacer.run(() => Promise.resolve(GOOD));
    expect(pacer.limit()).toBe(2);
    await pacer.run(() => Promise.resolve(GOOD));
    expect(pacer.limit()).toBe(3);
  });

  test('never falls below one', async () => {
    const { pacer } = newPacer();
    for (let sent = 0; sent < 5; sent += 1) await pacer.run(() => Promise.resolve(err({ kind: 'offline' })));
    expect(pacer.limit()).toBe(1);
  });
});

describe('after a 429', () => {
  test('nobody is sent before the wait that the host asked for is over', async () => {
    const { pacer, clock } = newPacer();
    await pacer.run(() => Promise.resolve(LIMITED(7)));
    const { send, inFlight } = host(pacer);
    void send();
    await settle();
    expect(inFlight).toHaveLength(0);
    expect(clock.waits[0]?.milliseconds).toBe(7_000);
    await clock.pass();
    expect(inFlight).toHaveLength(1);
  });

  test('the wait doubles with each complaint where the host asks for none', async () => {
    const { pacer, clock } = newPacer();
    const asked: number[] = [];
    for (let sent = 0; sent < 9; sent += 1) {
      await pacer.run(() => Promise.resolve(LIMITED()));
      asked.push(clock.waits[0]?.milliseconds ?? 0);
      await clock.pass();
    }
    expect(asked).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });
});

describe('clients that were told off together', () => {
  const waitOf = async (chance: number, seconds?: number) => {
    const clock = fakeClock();
    await createPacer({ clock, random: () => chance }).run(() => Promise.resolve(LIMITED(seconds)));
    return clock.waits[0]?.milliseconds;
  };

  test('come back spread over the upper half of the wait where the host asks for none', async () => {
    expect(await Promise.all([0, 0.5, 0.999].map((chance) => waitOf(chance)))).toEqual([500, 750, 999.5]);
  });

  test('come back spread a little after the wait that the host asked for, and never before', async () => {
    expect(await Promise.all([0, 0.5, 0.999].map((chance) => waitOf(chance, 7)))).toEqual([
      7_000, 7_125, 7_249.75,
    ]);
  });

  test('spread what they send again after trouble, too', async () => {
    const asked: number[] = [];
    const clock = {
      wait: (milliseconds: number) => {
        asked.push(milliseconds);
        return Promise.resolve();
      },
    };
    const sendTwice = async (chance: number) => {
      let sent = 0;
      const send = () => Promise.resolve(sent++ === 0 ? err({ kind: 'offline' as const }) : GOOD);
      const pacing = { clock, random: () => chance };
      await sendPatiently(send, 'any-trouble', createPacer(pacing), pacing);
    };
    await sendTwice(0);
    await sendTwice(0.5);
    expect(asked).toEqual([200, 300]);
  });
});

test('requests are sent in the order in which they came, and one given up is not sent', async () => {
  const { pacer } = newPacer();
  const sent: number[] = [];
  const stopping = new AbortController();
  const { send, answer } = host(pacer);
  void send();
  void send();
  const third = pacer.run(() => {
    sent.push(3);
    return Promise.resolve(GOOD);
  }, stopping.signal);
  const fourth = pacer.run(() => {
    sent.push(4);
    return Promise.resolve(GOOD);
  });
  stopping.abort();
  expect(await third).toEqual(err({ kind: 'cancelled' }));
  await answer(GOOD);
  await fourth;
  expect(sent).toEqual([4]);
});

describe('sending again', () => {
  const countSends = async (
    rule: 'any-trouble' | 'only-refused',
    answers: readonly Result<null, ApiFailure>[],
  ) => {
    const clock = { wait: () => Promise.resolve() };
    const pacer = createPacer({ clock, random: () => 0 });
    let sent = 0;
    const answer = await sendPatiently(() => Promise.resolve(answers[sent++] ?? GOOD), rule, pacer, {
      clock,
      random: () => 0,
    });
    return { sent, answer };
  };

  test('what only reads is sent again after trouble, six times at most', async () => {
    const broken = err({ kind: 'offline' as const });
    expect(await countSends('any-trouble', [broken, broken])).toEqual({ sent: 3, answer: GOOD });
    expect(
      await countSends(
        'any-trouble',
        Array.from({ length: 20 }, () => broken),
      ),
    ).toEqual({ sent: 6, answer: broken });
  });

  test('a delete is sent again only when the host said that it did nothing', async () => {
    const broken = err({ kind: 'offline' as const });
    expect(await countSends('only-refused', [broken])).toEqual({ sent: 1, answer: broken });
    expect(await countSends('only-refused', [LIMITED(1), LIMITED(1)])).toEqual({ sent: 3, answer: GOOD });
  });

  test('a refusal is an answer, and is not asked for twice', async () => {
    const refused = err({ kind: 'forbidden' as const, status: 403 as const });
    expect(await countSends('any-trouble', [refused])).toEqual({ sent: 1, answer: refused });
  });
});
