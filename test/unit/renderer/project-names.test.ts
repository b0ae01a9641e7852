import { expect, test } from 'vitest';

import { groupName } from '../../../renderer/inventory/group-words';
import { groupsOf } from '../../../renderer/inventory/rows/grouping';
import { countFacet, FURTHER_FACETS } from '../../../renderer/inventory/tools/facets';
import { placeOf } from '../../../renderer/leavers/subject-words';
import { projectWord } from '../../../renderer/words/token-words';
import { namedToken } from '../../../shared/domain/leaver-checklist';
import { must, refNumber, slugOf, tokenWith } from '../../support/token-records';
import { CONTEXT, rowsOf } from '../../support/token-rows';

const ids = slugOf('circleci/7f3c1b7e-aaaa/0b1d5c1a-bbbb');
const reports = tokenWith({ ref: refNumber(1), project: ids, projectName: 'reports' });
const api = tokenWith({ ref: refNumber(2), project: slugOf('gh/acme/api'), projectName: 'api' });
const nameless = tokenWith({ ref: refNumber(3), project: slugOf('circleci/1/2') });
const all = [reports, api, nameless];
const NAMES = ['circleci/reports', 'gh/acme/api', 'circleci/1/2'];

test('a project is called by its slug, or by its name where its slug is made of ids and the host tells one', () => {
  expect(all.map(projectWord)).toEqual(NAMES);
  expect(projectWord({})).toBe('–');
});

test('the head of a group and the filter say the same name, and filter by the slug', () => {
  const rows = rowsOf(all);
  const groups = groupsOf(Uint32Array.of(0, 1, 2), rows, 'project');
  expect(groups.map((group) => groupName(rows, 'project', group))).toEqual(NAMES);
  const facet = must(FURTHER_FACETS.find(({ name }) => name === 'Project'));
  const offered = countFacet(facet, rows, [], CONTEXT).filter(({ count }) => count > 0);
  expect(offered.map(({ name }) => name)).toEqual(NAMES);
  expect(offered.map(({ value }) => value)).toEqual(all.map(({ project }) => project));
});

test('a line of a checklist says the name of the project that it is about', () => {
  const places = all.map((token) => placeOf({ kind: 'made-token', token: namedToken(token) }));
  expect(places.map((place) => place.split(' · ').at(-1))).toEqual(NAMES);
});
