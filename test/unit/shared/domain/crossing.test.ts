import { expect, test } from 'vitest';

import {
  packBatch,
  packSettled,
  packSlice,
  unpackBatch,
  unpackSettled,
  unpackSlice,
} from '../../../../shared/domain/crossing';
import type { Coverage } from '../../../../shared/domain/coverage';
import { connectionIdOf, NOW, refNumber, slugOf, tokenWith } from '../../../support/token-records';

const connection = connectionIdOf(1);
const tokens = [
  tokenWith({ ref: refNumber(1), owner: { name: 'Łukasz 🦊', source: 'by-hand' } }),
  tokenWith({ ref: refNumber(2), createdAt: 0, ownCredential: true, label: '' }),
];
const coverage: Coverage = {
  projects: [
    { connection, project: slugOf('gh/acme/api'), reportedBy: ['followed'], outcome: { kind: 'pending' } },
    {
      connection,
      project: slugOf('gh/acme/web'),
      name: 'Web',
      reportedBy: ['followed', 'pipelines'],
      outcome: { kind: 'read', tokens: 2 },
    },
  ],
  personal: { kind: 'read' },
  failedSources: [],
};

test('a slice crosses to the page whole', () => {
  const slice = { tokens, total: 2, takenAt: NOW, coverage };
  expect(unpackSlice(structuredClone(packSlice(slice)))).toStrictEqual(slice);
  const later = { tokens, total: 4, next: 4 };
  expect(unpackSlice(packSlice(later))).toStrictEqual(later);
});

test('a batch crosses with its tokens and how far the look is, and without the projects', () => {
  const progress = { done: 1, of: 2 };
  const batch = packBatch({ connection, tokens, projects: coverage.projects, progress });
  expect(unpackBatch(structuredClone(batch))).toStrictEqual({ connection, tokens, progress });
});

test('the end of a look crosses whole', () => {
  const end = { connection, takenAt: NOW, coverage, gone: [refNumber(3)], wasStopped: true };
  expect(unpackSettled(structuredClone(packSettled(end)))).toStrictEqual(end);
});
