import { describe, expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';
import { matchValues, type MatchSource } from '../../../../electron/inventory/match-value';
import { openSnapshots } from '../../../../electron/inventory/snapshots';
import { recordsOf } from '../../../../electron/inventory/token-records';
import type { DemoProfile } from '../../../../electron/demo/demo-state';
import type { TokenRecord } from '../../../../shared/domain/token';
import { clientOf, demoServer } from '../../../support/demo-client';
import { tempFolder } from '../../../support/temp-folder';
import { connectionIdOf, must, NOW, refNumber, slugOf, tokenWith } from '../../../support/token-records';
import { legacyValue, personalValue } from '../../../support/token-texts';
import { valueOf } from '../../../support/value-of';

const connection = connectionIdOf(1);
const HOST = 'https://circleci.com';
const hashKey = new SecretValue('k'.repeat(64));
const credential = new SecretValue(personalValue(0xc0ffee));
const lastFourOf = ({ lastFour }: TokenRecord) => lastFour;

const sourceOf = (tokens: readonly TokenRecord[]): MatchSource => ({
  connection,
  host: HOST,
  tokens,
  credential,
  hashKey,
});

/** The first project with tokens, as its server has them, and as the inventory does after it was on disk. */
async function projectOf(profile: DemoProfile) {
  const server = await demoServer({ profile });
  const project = must(
    server.state.projects.find(
      ({ isForbidden, slug, tokens }) => !isForbidden && slug.startsWith('gh/') && tokens.length > 1,
    ),
  );
  const slug = slugOf(project.slug);
  const rows = valueOf(await clientOf(server).listProjectTokens(slug));
  const place = { host: HOST, connection, kind: 'project', project: slug } as const;
  const context = { place, mayBeOwn: new Set<never>(), hashKey, firstSeen: () => undefined, now: NOW };
  const snapshots = openSnapshots(await tempFolder());
  const coverage = { personal: { kind: 'by-hand' as const }, projects: [], failedSources: [] };
  const looked = { takenAt: NOW, tokens: recordsOf(rows, context), coverage };
  await snapshots.save(connection, looked, 'beside');
  return { project, tokens: must(await snapshots.load(connection)).tokens };
}

describe('a value is known for a token of the inventory', () => {
  test.each([
    ['server-2', 'value'],
    ['cloud-time', 'id'],
  ] as const)('of %s, for certain, by its %s', async (profile, by) => {
    const { project, tokens } = await projectOf(profile);
    const match = matchValues([sourceOf([]), sourceOf(tokens)], lastFourOf);
    const recent = project.tokens.filter(({ value }) => by === 'value' || value.startsWith('CCI'));
    expect(recent.length).toBeGreaterThan(0);
    for (const { value, label } of recent) {
      const found = match(new SecretValue(value), by === 'value' ? undefined : 'project');
      expect(found.map(({ token, by: how }) => [token.label, how])).toEqual([[label, by]]);
      // A changed digit is another value; only a hint could be left of it.
      const other = new SecretValue(
        value.replace(
          /^(.*)(.)(.{4})$/,
          (_all, a: string, digit: string, end: string) => `${a}${digit === '0' ? '1' : '0'}${end}`,
        ),
      );
      if (by === 'value') expect(match(other, undefined).every((one) => one.by === 'last-four')).toBe(true);
    }
  });

  test('as a hint, by its last four, among tokens of its kind', () => {
    const end = legacyValue(0xbeef).slice(-4);
    const tokens = [
      tokenWith({ ref: refNumber(1), label: 'one', lastFour: end }),
      tokenWith({ label: 'other', lastFour: 'zzzz' }),
      tokenWith({ ref: refNumber(3), label: 'mine', kind: 'personal', lastFour: end }),
    ];
    const match = matchValues([sourceOf(tokens)], lastFourOf);
    const labels = (kind: 'personal' | 'project' | undefined) =>
      match(new SecretValue(legacyValue(0xbeef)), kind).map(({ token, by }) => [token.label, by]);
    expect(labels(undefined)).toEqual([
      ['one', 'last-four'],
      ['mine', 'last-four'],
    ]);
    expect(labels('personal')).toEqual([['mine', 'last-four']]);
    expect(match(new SecretValue(legacyValue(1)), undefined)).toEqual([]);
  });

  test('as the one that a connection works with, where it is clear which row that is', () => {
    const own = tokenWith({ kind: 'personal', label: 'rekey', ownCredential: true });
    const match = matchValues([sourceOf([own])], lastFourOf);
    expect(match(credential, 'personal')).toEqual([{ token: own, by: 'value' }]);
    const twice = matchValues([sourceOf([own, own])], lastFourOf);
    expect(twice(credential, 'personal')).toEqual([]);
  });
});
