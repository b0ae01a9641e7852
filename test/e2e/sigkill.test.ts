import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import type { TokenRecord } from '../../shared/domain/token';
import { finishByBridge, rotateByBridge, tokensOf, untilAtRest } from '../support/bridge-walk';
import { answerDialogs, launchRekey, type Rekey } from '../support/launch';
import { verifyText } from '../support/ledgers';
import { fingerprint, visibleTokens, type Placed } from '../support/server-facts';
import { dieAt, type Death } from '../support/sudden-death';
import { connectTo, waitForLook } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
const KEYRING = process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : [];
/** Two of one project, which go one after the other, and one of another, which goes beside them. */
const SAME = 2;
const OTHER = 1;
const SIZE = { projects: 60, tokens: 900 };
/** Far more than a run of three has writes: a walk that does not come to its end by itself is a bug. */
const MOST_WRITES = 90;
/** `npm run soak` dies at every write; `npm test` at every third, those of the two tests beside each other. */
const APART = process.env['REKEY_EVERY_WRITE'] === '1' ? 1 : 3;

for (const [first, when] of (['before', 'after'] as const).entries()) {
  test(`killed ${when} every write of its journal that is tried, Rekey brings three rows to their end, and loses nothing`, async () => {
    const userData = await mkdtemp(join(tmpdir(), 'rekey-sigkill-'));
    const server = await startDemoServer({ profile: 'cloud-time', seed: 31, now: NOW, size: SIZE });
    const deaths = await dieAtWrites(userData, server, when, APART === 1 ? 0 : first);
    test.info().annotations.push({ type: 'deaths', description: String(deaths) });
    expect(deaths * APART).toBeGreaterThan(10);

    const values = [...visibleTokens(server.state).map(({ token }) => token), ...server.state.deleted];
    for (const name of await readdir(userData)) {
      if (!/\.(?:journal|json|jsonl)$/.test(name)) continue;
      const content = await readFile(join(userData, name), 'utf8');
      expect(values.filter(({ value }) => content.includes(value))).toEqual([]);
    }
    await expectWholeWays(userData, (deaths + 1) * (SAME + OTHER));
    await server.stop();
    await rm(userData, { recursive: true, force: true });
  });
}

/** Steps that every row takes, whatever it meets between them. */
const WAY = ['creating', 'sealed', 'verified', 'delivered', 'proved', 'retiring', 'deleting', 'gone'];

/** However often its process was killed: the ledger verifies, and tells every row's whole way and no move twice in a row. */
async function expectWholeWays(userData: string, rows: number): Promise<void> {
  const told = verifyText(await readFile(join(userData, 'ledger.jsonl'), 'utf8'));
  if (!told.ok) throw new Error(`the ledger does not verify at line ${String(told.error.line)}`);
  const ways = new Map<string, string[]>();
  for (const { fact } of told.value.entries)
    if (fact.kind === 'row-moved') {
      const way = ways.get(fact.row) ?? [];
      ways.set(fact.row, [...way, fact.need ?? fact.step]);
    }
  expect(ways.size).toBe(rows);
  for (const [row, way] of ways) {
    expect(
      [...new Set(way)].filter((step) => WAY.includes(step)),
      `${row}: ${way.join(', ')}`,
    ).toEqual(WAY);
    expect(way.filter((step, index) => step === way[index - 1])).toEqual([]);
  }
}

/**
 * Rotates three rows, dies at one write of it, and brings them to their end; and so on with three others and a later write.
 * Answers how often it died.
 */
async function dieAtWrites(
  userData: string,
  server: DemoServer,
  when: Death['when'],
  first: number,
): Promise<number> {
  const open = async () => {
    const opened = await launchRekey({ userData, now: NOW, args: KEYRING });
    await answerDialogs(opened.app, 'go');
    return opened;
  };
  let rekey = await open();
  await connectTo(rekey.page, server, 'keychain');
  await waitForLook(rekey.page);
  const chosen = threes(await tokensOf(rekey.page));
  for (let deaths = 0; ; deaths += 1) {
    const atWrite = first + deaths * APART;
    expect(atWrite).toBeLessThan(MOST_WRITES);
    const three = chosen.next().value;
    if (three === undefined) throw new Error('the organisation is too small for this walk');
    const before = visibleTokens(server.state);
    const hasDied = await liveAndDie(rekey, three, { atWrite, when });
    expectSuccessors(server, before);
    if (hasDied) rekey = await open();
    if (hasDied && (await untilAtRest(rekey.page)).length === 0 && isUntouched(server, before)) {
      // Death came before the run was written down: as if nobody had confirmed it.
      await rotateByBridge(rekey.page, three, `AGAIN_${when}_${String(atWrite)}`);
    }
    await finishByBridge(rekey.page);
    expectRotated(server, before, three);
    if (!hasDied) {
      await rekey.close();
      return deaths;
    }
  }
}

/** Three tokens at a time, as they are wanted above. */
function* threes(tokens: readonly TokenRecord[]): Generator<readonly TokenRecord[], undefined> {
  const byProject = new Map<string, TokenRecord[]>();
  for (const token of tokens.filter(({ kind, scope }) => kind === 'project' && scope !== 'other')) {
    byProject.set(token.project ?? '', [...(byProject.get(token.project ?? '') ?? []), token]);
  }
  const queues = [...byProject.values()];
  for (;;) {
    const same = queues.find((queue) => queue.length >= SAME)?.splice(0, SAME) ?? [];
    const others = queues.filter((queue) => queue.length > 0 && queue[0]?.project !== same[0]?.project);
    const other = others
      .toSorted((a, b) => a.length - b.length)
      .slice(0, OTHER)
      .flatMap((queue) => queue.splice(0, 1));
    const three = [...same, ...other];
    if (three.length < SAME + OTHER) return undefined;
    yield three;
  }
}

/** Rotates and deletes with death waiting on the way; false where it was never met. */
async function liveAndDie(
  { app, page }: Rekey,
  three: readonly TokenRecord[],
  death: Death,
): Promise<boolean> {
  const died = app.waitForEvent('close', { timeout: 0 }).then(() => true);
  await dieAt(app, death);
  const lived = rotateByBridge(page, three, `V_${death.when}_${String(death.atWrite)}`)
    .then(() => untilAtRest(page))
    .then(() => finishByBridge(page))
    .then(() => false);
  // What is asked of a process that is dead is never answered, or ends in an error.
  const hasDied = await Promise.race([died, lived.catch(() => died)]);
  if (!hasDied) died.catch(() => undefined);
  return hasDied;
}

/** At the very moment of death: whatever is gone has a living successor whose value is in its place. */
function expectSuccessors(server: DemoServer, before: readonly Placed[]): void {
  const alive = visibleTokens(server.state);
  const isNew = ({ token }: Placed) => !before.some((one) => one.token.id === token.id);
  for (const { token, project } of before) {
    if (alive.some((one) => one.token.id === token.id)) continue;
    const variables = server.state.projects.find(({ slug }) => slug === project)?.variables ?? new Map();
    const values = [...variables.values()].map(({ value }: { readonly value: string }) => value);
    const successor = alive.find(
      (one) =>
        isNew(one) &&
        one.project === project &&
        one.token.label === token.label &&
        values.includes(one.token.value),
    );
    expect(successor, `${token.label} is gone`).toBeDefined();
  }
}

const isUntouched = (server: DemoServer, before: readonly Placed[]) =>
  fingerprint(visibleTokens(server.state)).join() === fingerprint(before).join();

/** At the end: three new for three old, with the same labels and scopes, and nothing else touched. */
function expectRotated(server: DemoServer, before: readonly Placed[], three: readonly TokenRecord[]): void {
  const after = visibleTokens(server.state);
  const gone = before.filter(({ token }) => !after.some((one) => one.token.id === token.id));
  const made = after.filter(({ token }) => !before.some((one) => one.token.id === token.id));
  const shape = ({ token, project }: Placed) => `${project} ${token.label} ${token.scope}`;
  const planned = three.map(({ project, label, scope }) => `${project ?? ''} ${label} ${scope}`).sort();
  expect(gone.map(shape).sort()).toEqual(planned);
  expect(made.map(shape).sort()).toEqual(planned);
  const rest = (placed: readonly Placed[], changed: readonly Placed[]) =>
    fingerprint(placed.filter((one) => !changed.includes(one)));
  expect(rest(after, made)).toEqual(rest(before, gone));
}
