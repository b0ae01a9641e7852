import { describe, expect, test } from 'vitest';

import { openCoverageDecisions } from '../../../../electron/inventory/coverage-decisions';
import { messagesForCoverage } from '../../../../electron/desktop/coverage-messages';
import type { NativeQuestion } from '../../../../electron/rotation/native-question';
import {
  COVERAGE_DECISIONS,
  PERSONAL_LIST,
  type CoverageDecision,
} from '../../../../shared/domain/coverage-decision';
import type { LedgerFact } from '../../../../shared/domain/ledger-fact';
import { err, ok } from '../../../../shared/result';
import { demoServer } from '../../../support/demo-client';
import { CONNECTION } from '../../../support/inventory-bench';
import {
  at,
  COLLABORATIONS,
  PERSONAL,
  shrunk,
  SIZE,
  status,
  syncBench,
  TOKENS,
} from '../../../support/sync-bench';
import { tempFolder } from '../../../support/temp-folder';
import { must, NOW } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

interface Person {
  readonly confirms?: boolean;
  readonly isLedgerWritable?: boolean;
}

async function benchWith({ confirms = true, isLedgerWritable = true }: Person = {}) {
  const server = await demoServer({ size: SIZE });
  const bench = await syncBench(server, await tempFolder());
  const asked: NativeQuestion[] = [];
  const noted: LedgerFact[] = [];
  const decisions = openCoverageDecisions({
    inventory: bench.desk,
    connections: { factsOf: (id) => (id === CONNECTION ? { name: 'acme' } : undefined) },
    rotation: { isRotating: () => false },
    confirmNatively: (question) => {
      asked.push(question);
      return Promise.resolve(confirms);
    },
    note: (fact) => {
      if (isLedgerWritable) noted.push(fact);
      return Promise.resolve(isLedgerWritable ? ok(null) : err('unwritable'));
    },
    clock: { now: () => NOW },
  });
  const decide = (kind: CoverageDecision['kind'], subject: string) =>
    decisions.decide(CONNECTION, { kind, subject });
  return { server, ...bench, decide, asked, noted };
}

const NOBODY = at('/api/private/project', status(403));

describe('a source that no longer answers', () => {
  test('is retired by a person, and the sync is complete where another covers the same', async () => {
    const { sync, decide, asked, noted, last } = await benchWith();
    await sync();
    expect((await sync([NOBODY])).isComplete).toBe(false);
    const refused = must((await last()).coverage.sources).filter(({ state }) => state.kind === 'failed');
    expect(refused).toHaveLength(3);
    for (const { key } of refused) valueOf(await decide('retire-source', key));
    expect(asked[0]).toMatchObject({
      kind: 'decide-coverage',
      decision: 'retire-source',
      organisation: 'acme',
    });
    expect(noted[0]).toMatchObject({ kind: 'coverage-decided', decision: 'retire-source', tokens: 0 });
    expect((await sync([NOBODY])).isComplete).toBe(true);
    const { sources } = (await last()).coverage;
    const states = refused.map(({ key }) => sources?.find((one) => one.key === key)?.state);
    for (const state of states) expect(state).toMatchObject({ kind: 'retired', why: 'decided' });
  });

  test('leaves the sync partial when nothing else covers it', async () => {
    const { sync, decide } = await benchWith();
    await sync();
    await sync([at(COLLABORATIONS, status(403))]);
    valueOf(await decide('retire-source', 'organisations'));
    expect((await sync([at(COLLABORATIONS, status(403))])).isComplete).toBe(false);
  });

  test('is the list of personal tokens: they stay as last seen, and the register takes over', async () => {
    const { sync, decide } = await benchWith();
    const before = await sync();
    await sync([at(PERSONAL, status(401))]);
    valueOf(await decide('retire-source', PERSONAL_LIST));
    const after = await sync([at(PERSONAL, status(401))]);
    expect(after).toMatchObject({ tokens: before.tokens, isComplete: true });
    expect(after.unseen).toBeGreaterThan(0);
  });
});

describe('a list that came back empty', () => {
  test('is accepted by a person: its tokens leave, and the next sync is complete', async () => {
    const { server, sync, decide, last } = await benchWith();
    const before = await sync();
    for (const project of server.state.projects) project.tokens = [];
    await sync();
    const lines = (await last()).coverage.projects.filter(({ outcome }) => outcome.kind === 'in-doubt');
    expect(lines.length).toBeGreaterThan(5);
    for (const { project } of lines) valueOf(await decide('accept-empty-list', project));
    const after = await sync();
    expect(after).toMatchObject({ isComplete: true, unseen: 0 });
    expect(after.tokens).toBeLessThan(before.tokens);
  });

  test('is a source, and is accepted', async () => {
    const { sync, decide } = await benchWith();
    const faults = [at('/api/v1.1/projects', shrunk(0))];
    await sync();
    expect((await sync(faults)).isComplete).toBe(false);
    valueOf(await decide('accept-empty-source', 'v1.1-projects'));
    expect((await sync(faults)).isComplete).toBe(true);
  });
});

test('a project is gone because a person says so, and its tokens leave with it', async () => {
  const { server, sync, decide, noted, desk } = await benchWith();
  const before = await sync();
  const gone = must(server.state.projects.findLast(({ slug }) => slug.startsWith('gh/acme/')));
  Object.assign(server.state, { projects: server.state.projects.filter((one) => one !== gone) });
  await sync();
  valueOf(await decide('project-gone', gone.slug));
  expect(noted).toMatchObject([{ decision: 'project-gone', tokens: gone.tokens.length }]);
  expect(await sync()).toMatchObject({ tokens: before.tokens - gone.tokens.length, isComplete: true });
  expect(await desk.lastOf(CONNECTION)).toBeDefined();
});

test('an organisation is gone because a person says so, only where nothing of it answers', async () => {
  const { sync, decide, last } = await benchWith();
  await sync();
  const { of = '' } = must(
    must((await last()).coverage.sources).find(({ kind }) => kind === 'private-projects'),
  );
  expect(await decide('organisation-gone', of)).toEqual({ ok: false, error: { kind: 'not-possible' } });
  const silent = ['private/project', 'v3/projects', 'v2/pipeline', 'v2/insights'].map((path) =>
    at(`/api/${path}`, status(403)),
  );
  await sync([at(COLLABORATIONS, shrunk(0)), ...silent, at(TOKENS, status(404))]);
  valueOf(await decide('organisation-gone', of));
  const { coverage, tokens } = await last();
  expect(coverage.projects.filter(({ project }) => project.startsWith(`${of}/`))).toEqual([]);
  expect(tokens.every(({ project }) => project?.startsWith(`${of}/`) !== true)).toBe(true);
});

describe('nothing is decided', () => {
  test('where the sync proved the matter', async () => {
    const { server, sync, decide, asked } = await benchWith();
    await sync();
    const slug = must(server.state.projects[0]).slug;
    const notPossible = { ok: false, error: { kind: 'not-possible' } };
    for (const kind of COVERAGE_DECISIONS)
      for (const subject of [slug, 'v1.1-projects', PERSONAL_LIST, 'nothing at all'])
        expect(await decide(kind, subject), `${kind} ${subject}`).toEqual(notPossible);
    expect(asked).toEqual([]);
  });

  test.each<[Person, object]>([
    [{ confirms: false }, { kind: 'declined' }],
    [{ isLedgerWritable: false }, { kind: 'ledger' }],
  ])('where %j', async (person, error) => {
    const { sync, decide, last } = await benchWith(person);
    await sync();
    await sync([at(PERSONAL, status(401))]);
    const before = await last();
    expect(await decide('retire-source', PERSONAL_LIST)).toEqual({ ok: false, error });
    expect(await last()).toBe(before);
  });
});

test.each(COVERAGE_DECISIONS)(
  'main asks before %s, and says that it changes nothing at CircleCI',
  (decision) => {
    const question = {
      kind: 'decide-coverage' as const,
      decision,
      organisation: 'acme',
      about: 'web',
      tokens: 2,
    };
    const { message, detail } = messagesForCoverage(question);
    expect(message).toContain('web');
    expect(detail).toContain('Nothing changes at CircleCI');
  },
);
