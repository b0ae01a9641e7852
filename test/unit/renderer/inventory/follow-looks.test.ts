import { describe, expect, test } from 'vitest';

import { followLooks } from '../../../../renderer/inventory/follow-looks';
import type { Told } from '../../../../renderer/inventory/incoming';
import { createInventoryStore, lookOf } from '../../../../renderer/inventory/inventory-store';
import { knowConnections } from '../../../../renderer/inventory/know-connections';
import { setLook, showTold, takeTokens } from '../../../../renderer/inventory/take-in';
import { selectShown } from '../../../../renderer/inventory/shown-tokens';
import { BALANCED } from '../../../../shared/domain/age-policy';
import type { TokenRecord } from '../../../../shared/domain/token';
import { NOW, refNumber, tokenWith } from '../../../support/token-records';

const [first, second, third] = [1, 2, 3].map((number) => tokenWith({ ref: refNumber(number) }));
if (first === undefined || second === undefined || third === undefined) throw new Error('there are three');
const { connection } = first;

const found = (done: number, ...tokens: readonly TokenRecord[]): Told => ({
  kind: 'found',
  connection,
  tokens,
  progress: { done, of: 9 },
});
const ended = (...gone: readonly TokenRecord[]): Told => ({
  kind: 'ended',
  connection,
  takenAt: NOW,
  coverage: { projects: [], personal: { kind: 'by-hand' }, failedSources: [] },
  gone: gone.map(({ ref }) => ref),
  wasStopped: false,
});

interface Moment {
  readonly passed: Promise<void>;
  readonly pass: () => void;
}

function openMoment(): Moment {
  let pass: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    pass = resolve;
  });
  return { passed, pass: () => pass() };
}

/** A page that looks at a connection, whose moments pass when the test says so. */
function looking() {
  const store = createInventoryStore({ policy: BALANCED, exceptions: [] }, NOW);
  setLook(store, connection, { state: { phase: 'looking', done: 0, of: 9 } });
  let changes = 0;
  store.subscribe(() => {
    changes += 1;
  });
  const moments: Moment[] = [];
  const hear = followLooks(store, () => {
    const moment = openMoment();
    moments.push(moment);
    return moment.passed;
  });
  return {
    store,
    hear,
    begun: () => moments.length,
    changes: () => changes,
    passes: async () => {
      const moment = moments.at(-1);
      moment?.pass();
      await moment?.passed;
    },
    refs: () => [...selectShown(store.getState())].map((row) => store.getState().rows.refAt(row)),
    state: () => lookOf(store.getState(), connection).state,
  };
}

describe('while a look streams in', () => {
  test('what is told within a moment is shown together, in one change, with how far the look is', async () => {
    const page = looking();
    page.hear(found(1, first));
    page.hear(found(2, second));
    expect(page.refs()).toEqual([]);
    expect(page.begun()).toBe(1);
    await page.passes();
    expect(page.refs()).toEqual([first.ref, second.ref]);
    expect(page.state()).toEqual({ phase: 'looking', done: 2, of: 9 });
    expect(page.changes()).toBe(1);
  });

  test('what is told after the moment is shown after the next', async () => {
    const page = looking();
    page.hear(found(1, first));
    await page.passes();
    page.hear(found(2, second));
    expect(page.refs()).toEqual([first.ref]);
    await page.passes();
    expect(page.refs()).toEqual([first.ref, second.ref]);
  });

  test('pictures rest until the look has ended', async () => {
    const page = looking();
    page.hear(found(1, first));
    await page.passes();
    expect(page.store.getState()).toMatchObject({ revision: 1, pictureRevision: 0 });
    page.hear(ended());
    await page.passes();
    expect(page.store.getState()).toMatchObject({ revision: 2, pictureRevision: 2 });
  });

  test('all rows are shown before the end is told, and the end says what is gone and how much was read', async () => {
    const page = looking();
    takeTokens(page.store, [third]);
    page.store.setState({ selected: new Set([third.ref, first.ref]), opened: third.ref });
    page.hear(found(9, first));
    page.hear(ended(third));
    expect(page.refs()).toEqual([third.ref, first.ref]);
    await page.passes();
    expect(page.refs()).toEqual([first.ref]);
    expect(page.store.getState()).toMatchObject({ selected: new Set([first.ref]), opened: undefined });
    expect(lookOf(page.store.getState(), connection)).toMatchObject({
      takenAt: NOW,
      coverage: { projects: [] },
    });
  });

  test('who knows that the look has ended need not wait, and nothing is shown twice', async () => {
    const page = looking();
    page.hear(found(9, first));
    page.hear(ended());
    showTold(page.store);
    setLook(page.store, connection, { state: { phase: 'resting' } });
    const { revision } = page.store.getState();
    await page.passes();
    expect(page.store.getState().revision).toBe(revision);
    expect(page.refs()).toEqual([first.ref]);
    expect(page.state()).toEqual({ phase: 'resting' });
  });

  test('what was told of a connection that is no longer there does not come in after it went', async () => {
    const page = looking();
    page.hear(found(1, first));
    knowConnections(page.store, []);
    await page.passes();
    expect(page.refs()).toEqual([]);
  });
});
