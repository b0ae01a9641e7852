import { expect, test } from 'vitest';

import { rotationReport } from '../../../../../electron/evidence/reports/rotation-report';
import type { Report } from '../../../../../shared/domain/report';
import { finished, sourceWith } from '../../../../support/report-material';
import { runRowWith, runWith } from '../../../../support/run-views';
import { daysAgo, NOW, refNumber, slugOf, tokenWith } from '../../../../support/token-records';

const done = runRowWith(
  {
    step: 'gone',
    goneAt: NOW,
    createdAt: daysAgo(400),
    lastFour: 'aaaa',
    newLastFour: 'bbbb',
    deliveries: [
      {
        to: { kind: 'project-variable', project: slugOf('gh/acme/web'), variable: 'CIRCLE_TOKEN' },
        receipt: { kind: 'variable', wasThere: true },
      },
    ],
    checklist: [{ id: 'use_0000000000000001', kind: 'manual', where: 'Terraform Cloud', isTicked: true }],
  },
  1,
);
const waiting = runRowWith({ step: 'retiring', label: 'waits', until: NOW + 1 }, 2);
const needs = runRowWith(
  { step: 'needs-you', label: 'needs', need: { reason: 'create-refused', actions: [] } },
  3,
);

const rowsOf = ({ sections }: Pick<Report, 'sections'>, id: string) =>
  sections.find((section) => section.id === id)?.rows ?? [];

test('a session says of every token where its value went, its last fours, and what is left', () => {
  const run = runWith({ rows: [done, waiting, needs] });
  const report = finished(rotationReport([run], [sourceWith([tokenWith({ ref: refNumber(2) })])]));
  expect(rowsOf(report, 'rows')[0]).toEqual(
    expect.arrayContaining(['aaaa', 'bbbb', 'gh/acme/web / CIRCLE_TOKEN; Terraform Cloud (by hand)', NOW]),
  );
  expect(rowsOf(report, 'left').map(([label, , left]) => [label, left])).toEqual([
    ['waits', 'The old token is to be deleted.'],
    ['needs', 'No new token was made; the old one works as before.'],
  ]);
  expect(report.isReconciled).toBe(true);
  expect(report.verdict).toEqual({
    isMet: false,
    sentence: 'Evidence for rotation: 1 of 3 tokens replaced and proved gone; 2 left.',
  });
});

test('a token that is called done and is still in the inventory keeps the report from reconciling', () => {
  const run = runWith({ rows: [done] });
  const report = finished(rotationReport([run], [sourceWith([tokenWith({ ref: done.ref })])]));
  expect(report.isReconciled).toBe(false);
  expect(report.verdict.isMet).toBe(false);
});
