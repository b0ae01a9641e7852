import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { CircleCiClient, DiscoveredProject } from '../../../../electron/circleci/client';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import { look } from '../../../../electron/inventory/look';
import type { Snapshot } from '../../../../electron/inventory/snapshots';
import type { ApiFailure } from '../../../../shared/domain/api-failure';
import { readingOf, totalCoverage } from '../../../../shared/domain/coverage';
import { driftBetween } from '../../../../shared/domain/drift';
import type { SourceReply } from '../../../../shared/domain/sync-source';
import { err, ok, type Result } from '../../../../shared/result';
import { clientWith } from '../../../support/client-with';
import { connectionFacts } from '../../../support/connection-facts';
import { discovered } from '../../../support/discovered';
import { NOW, slugOf } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const PROJECTS = ['gh/acme/api', 'gh/acme/web', 'gh/bolt/app'].map(slugOf);
const KINDS = ['organisations', 'v1.1-projects', 'followed', 'repositories'] as const;

type List = Result<
  readonly { readonly id: string; readonly label: string; readonly scope: 'all' }[],
  ApiFailure
>;

const anyFailure = fc.constantFrom<ApiFailure>(
  { kind: 'forbidden', status: 403 },
  { kind: 'forbidden', status: 404 },
  { kind: 'not-json' },
  { kind: 'offline' },
  { kind: 'unexpected-shape' },
  { kind: 'server-error', status: 502 },
);

const anyList: fc.Arbitrary<List> = fc.oneof(
  fc.subarray(['a', 'b', 'c']).map((ids) => ok(ids.map((id) => ({ id, label: id, scope: 'all' as const })))),
  anyFailure.map((failure) => err(failure)),
);

const anyAnswer: fc.Arbitrary<SourceReply['answer']> = fc.oneof(
  fc.nat(3).map((rows) => ({ kind: 'answered' as const, rows })),
  anyFailure.map((failure) => ({ kind: 'failed' as const, failure })),
);

/** What the host does in one sync: which projects it names, what each source answers, and every list. */
const anySync = fc.record({
  named: fc.subarray(PROJECTS),
  answers: fc.tuple(anyAnswer, anyAnswer, anyAnswer, anyAnswer),
  lists: fc.tuple(anyList, anyList, anyList),
  personal: anyList,
});
type Sync = typeof anySync extends fc.Arbitrary<infer Value> ? Value : never;

function clientOf({ named, answers, lists, personal }: Sync): Partial<CircleCiClient> {
  const projects = named.map((slug): DiscoveredProject => ({ slug, reportedBy: ['v1.1-projects'] }));
  const sources = KINDS.map((kind, index): SourceReply => ({
    key: kind,
    kind,
    answer: answers[index] ?? answers[0],
  }));
  return {
    discoverProjects: () => Promise.resolve(ok(discovered({ projects, sources }))),
    listProjectTokens: (slug) => Promise.resolve(lists[PROJECTS.indexOf(slug)] ?? ok([])),
    listPersonalTokens: () => Promise.resolve(personal),
  };
}

async function syncOnce(last: Snapshot | undefined, sync: Sync, now: number): Promise<Snapshot> {
  const facts = connectionFacts({});
  const looked = await look(
    last,
    {
      connection: { ...facts, capabilities: { ...facts.capabilities, personalTokens: 'listed' } },
      client: clientWith(clientOf(sync)),
      credential: new SecretValue('x'.repeat(40)),
      hashKey: new SecretValue('key'),
      byHand: [],
      now,
      isOwnDeletion: () => false,
      wait: () => new Promise(() => undefined),
      heard: () => undefined,
    },
    new AbortController().signal,
  );
  return valueOf(looked).snapshot;
}

const listOf = (sync: Sync, project: string | undefined): List =>
  project === undefined
    ? sync.personal
    : (sync.lists[PROJECTS.findIndex((one) => one === project)] ?? ok([]));

test('whatever a host does, no token leaves unless its own list was read without it, and complete is never said in vain', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anySync, { minLength: 2, maxLength: 5 }), async (syncs) => {
      let last: Snapshot | undefined;
      const answered = new Set<string>();
      const hadRows = new Set<string>();
      for (const [index, sync] of syncs.entries()) {
        const now = NOW + index;
        const next = await syncOnce(last, sync, now);
        const present = new Set(next.tokens.map(({ ref }) => ref));
        const reading = readingOf(next.coverage);
        for (const token of last?.tokens ?? []) {
          if (present.has(token.ref)) continue;
          const list = listOf(sync, token.project);
          expect(list.ok && list.value.every(({ id }) => id !== token.label)).toBe(true);
          expect(reading(token)).toBe('read');
        }
        for (const token of next.tokens) {
          const list = listOf(sync, token.project);
          const isSeen = list.ok && list.value.some(({ id }) => id === token.label);
          expect(token.lastSeenAt === undefined).toBe(isSeen && reading(token) === 'read');
        }
        if (last !== undefined) {
          const drift = driftBetween(last, next, { made: new Set(), deleted: new Set() });
          const goneNow = drift.changes.filter(({ kind }) => kind === 'project-gone');
          expect(goneNow).toEqual([]);
        }
        const isComplete = totalCoverage([next.coverage]).isComplete;
        KINDS.forEach((kind, place) => {
          const answer = sync.answers[place];
          if (answer?.kind === 'answered') {
            if (isComplete && hadRows.has(kind)) expect(answer.rows).toBeGreaterThan(0);
            answered.add(kind);
            if (answer.rows > 0) hadRows.add(kind);
          } else if (answered.has(kind)) expect(isComplete).toBe(false);
        });
        last = next;
      }
    }),
    { numRuns: 150 },
  );
});
