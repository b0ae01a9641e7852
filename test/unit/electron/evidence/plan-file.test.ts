import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

import { exportPlan, planCsv } from '../../../../electron/evidence/plan-file';
import type { LedgerFact } from '../../../../shared/domain/ledger-fact';
import type { PlanRow, RotationPlan } from '../../../../shared/domain/rotation-plan';
import { ok } from '../../../../shared/result';
import { tempFolder } from '../../../support/temp-folder';
import { connectionIdOf, NOW, refNumber } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const row: PlanRow = {
  ref: refNumber(1),
  kind: 'project',
  scope: 'all',
  newScope: 'status',
  label: '=1+1',
  verdict: { kind: 'rotate' },
  destinations: [],
  checklist: [{ id: 'use_0123456789abcdef', kind: 'manual', where: 'Terraform, workspace "prod"' }],
  warnings: [],
};
const plan: RotationPlan = {
  id: 'plan_1',
  connection: connectionIdOf(1),
  organisation: 'acme',
  madeAt: NOW,
  rows: [row, { ...row, label: `old ${'a1'.repeat(20)}`, verdict: { kind: 'skip', why: 'changed' } }],
  overlapHours: 24,
  valuesAreSealed: true,
  hash: 'f'.repeat(64),
};

const linesOf = (text: string): string[][] =>
  parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });

test('a plan as a file says per row what would happen, evaluates nothing, and holds nothing of the form of a token', () => {
  const lines = linesOf(planCsv(plan));
  const at = lines.findIndex(([first]) => first === 'Label');
  const [rotated, skipped] = lines.slice(at + 1);
  expect(rotated).toEqual([
    "'=1+1",
    'project',
    'Admin',
    'Status',
    '–',
    'a new token is created; the old one is deleted later, after a confirmation of its own',
    '–',
    'Terraform, workspace "prod"',
  ]);
  expect(skipped?.[0]).toBe('old [token removed]');
  expect(skipped?.[5]).toBe('skipped: changed since you looked');
  expect(lines).toContainEqual(['Hash of the plan', plan.hash]);
});

test('that a plan left Rekey is written down, and a place that cannot be written to is said', async () => {
  const facts: LedgerFact[] = [];
  const note = (fact: LedgerFact) => {
    facts.push(fact);
    return Promise.resolve(ok(null));
  };
  const folder = await tempFolder();
  valueOf(await exportPlan(plan, join(folder, 'plan.csv'), note));
  expect(await readFile(join(folder, 'plan.csv'), 'utf8')).toBe(planCsv(plan));
  expect(facts).toMatchObject([{ kind: 'exported', what: 'plan' }]);
  const nowhere = await exportPlan(plan, join(folder, 'nowhere', 'plan.csv'), note);
  expect(nowhere).toEqual({ ok: false, error: { kind: 'disk' } });
  expect(facts).toHaveLength(1);
});
