import { describe, expect, test } from 'vitest';

import { goneBetween, mergeRows } from '../../../../electron/inventory/merge-rows';
import type { Coverage, PersonalCoverage, ProjectOutcome } from '../../../../shared/domain/coverage';
import type { TokenRecord } from '../../../../shared/domain/token';
import { connectionIdOf, NOW, refNumber, slugOf, tokenWith } from '../../../support/token-records';

const offline = { kind: 'offline' } as const;

const lineOf = (name: string, outcome: ProjectOutcome) => ({
  connection: connectionIdOf(1),
  project: slugOf(`gh/acme/${name}`),
  reportedBy: [],
  outcome,
});

const tokenOf = (number: number, name: string) =>
  tokenWith({ ref: refNumber(number), label: name, project: slugOf(`gh/acme/${name}`) });
const { project: _none, ...projectless } = tokenWith({ ref: refNumber(50), kind: 'personal', label: 'mine' });
const byHand: TokenRecord = { ...projectless, ref: refNumber(51), label: 'by hand', source: 'by-hand' };

const merged = (
  last: readonly TokenRecord[],
  read: readonly TokenRecord[],
  projects: Coverage['projects'],
  {
    personal = { kind: 'read' },
    asked = projects,
  }: { readonly personal?: PersonalCoverage; readonly asked?: Coverage['projects'] } = {},
) => {
  const coverage: Coverage = { projects, personal, failedSources: [] };
  const readNow = new Set(asked.map(({ project }) => project));
  const rows = mergeRows({ takenAt: NOW, coverage, tokens: last }, read, coverage, readNow);
  return rows.map(({ label }) => label);
};

describe('after a look the rows of a project', () => {
  test.each<[string, ProjectOutcome, readonly string[]]>([
    ['that was read are those that were read', { kind: 'read', tokens: 0 }, []],
    ['that refused are those of the last look', { kind: 'refused', failure: offline }, ['api']],
    [
      'that could not be reached are those of the last look',
      { kind: 'unreachable', failure: offline },
      ['api'],
    ],
    ['that the look did not come to are those of the last look', { kind: 'pending' }, ['api']],
  ])('%s', (_what, outcome, labels) => {
    expect(merged([tokenOf(1, 'api')], [], [lineOf('api', outcome)])).toEqual(labels);
  });

  test('that was read by the look before this one, which went on, are kept', () => {
    const line = lineOf('api', { kind: 'read', tokens: 1 });
    expect(merged([tokenOf(1, 'api')], [], [line], { asked: [] })).toEqual(['api']);
  });

  test('that nobody names any more are gone', () => {
    const lines = [lineOf('web', { kind: 'read', tokens: 1 })];
    expect(merged([tokenOf(1, 'api')], [tokenOf(2, 'web')], lines)).toEqual(['web']);
  });
});

test.each<[PersonalCoverage, readonly string[]]>([
  [{ kind: 'read' }, []],
  [{ kind: 'by-hand' }, ['mine']],
  [{ kind: 'in-doubt', kept: 1 }, ['mine']],
  [{ kind: 'pending' }, ['mine']],
  [{ kind: 'unreachable', failure: offline }, ['mine']],
])('personal tokens of the last look, with a list that is %j, leave %j', (personal, labels) => {
  expect(merged([projectless], [], [], { personal })).toEqual(labels);
});

test('what was entered by hand comes from the register alone', () => {
  expect(merged([byHand], [], [], { personal: { kind: 'pending' } })).toEqual([]);
});

test('what is gone is what was there and is not', () => {
  const [one, two, three] = [tokenOf(1, 'a'), tokenOf(2, 'b'), tokenOf(3, 'c')];
  expect(goneBetween([one, two], [two, three])).toEqual([one.ref]);
  expect(goneBetween([], [one])).toEqual([]);
});
