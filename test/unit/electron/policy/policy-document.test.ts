import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';

import {
  POLICY_DOCUMENT,
  policyDocument,
  readPolicyDocument,
} from '../../../../electron/policy/policy-document';
import { BALANCED } from '../../../../shared/domain/age-policy';
import { incidentPolicy, PCI_HELPER, PRESETS } from '../../../../shared/domain/policy-presets';
import { err, ok } from '../../../../shared/result';
import { anyPolicy } from '../../../support/rules';
import { tempFolder } from '../../../support/temp-folder';
import { NOW } from '../../../support/token-records';

const SCHEMA = 'docs/schemas/rekey-policy-1.schema.json';

const published = async () => JSON.parse(await readFile(SCHEMA, 'utf8')) as Record<string, unknown>;

async function readText(text: string) {
  const path = join(await tempFolder(), 'policy.json');
  await writeFile(path, text);
  return readPolicyDocument(path);
}

test('the published schema is the one by which files are read', async () => {
  const { $id: _address, title: _title, ...schema } = await published();
  expect(schema).toEqual(z.toJSONSchema(POLICY_DOCUMENT, { io: 'input' }));
});

test('whatever is exported fits the published schema', async () => {
  const fits = new Ajv2020({ strict: true }).compile(await published());
  for (const policy of [...PRESETS, incidentPolicy(NOW), { ...PCI_HELPER, riskAnalysis: 'RA-7' }]) {
    expect(fits(JSON.parse(policyDocument(policy))), policy.name).toBe(true);
  }
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      expect(fits(JSON.parse(policyDocument(policy)))).toBe(true);
    }),
  );
  expect(fits({ format: 'rekey-policy-1', policy: { ...BALANCED, warnSteps: [0] } })).toBe(false);
});

test('a policy comes back from its file as it was', async () => {
  const policy = { ...PCI_HELPER, riskAnalysis: 'RA-7', createdBefore: NOW };
  const text = policyDocument(policy);
  expect(await readText(`\uFEFF${text}`)).toMatchObject(ok({ policy }));
});

test('names in a file are taken without anything that has the form of a token', async () => {
  const read = await readText(policyDocument({ ...BALANCED, name: `Ours ${'a1'.repeat(20)}` }));
  expect(read).toMatchObject(ok({ policy: { name: 'Ours [token removed]' } }));
});

test.each([
  ['nothing', '', { kind: 'not-a-policy' }],
  ['no JSON', '{"format":', { kind: 'not-a-policy' }],
  ['saved views', '{"format":"rekey-views-1","views":[]}', { kind: 'not-a-policy' }],
  ['a later version', '{"format":"rekey-policy-2","rules":[]}', { kind: 'other-version' }],
  ['too much', ' '.repeat(100_001), { kind: 'too-large' }],
  [
    'impossible numbers',
    JSON.stringify({
      format: 'rekey-policy-1',
      policy: { ...BALANCED, maxAgeDays: { all: -1 }, warnSteps: [30, 1.5], overlapHours: 12 },
    }),
    {
      kind: 'impossible',
      fields: ['policy.maxAgeDays.all', 'policy.warnSteps.1', 'policy.overlapHours'],
    },
  ],
  [
    'more than belongs there',
    JSON.stringify({ format: 'rekey-policy-1', policy: { ...BALANCED, '<script>': 1 } }),
    { kind: 'impossible', fields: ['policy'] },
  ],
])('a file with %s is refused, and it is said why', async (_what, text, failure) => {
  expect(await readText(text)).toEqual(err(failure));
});

test('a file that is not there is not a policy that is empty', async () => {
  const folder = await tempFolder();
  expect(await readPolicyDocument(join(folder, 'absent.json'))).toEqual(err({ kind: 'disk' }));
  expect(await readPolicyDocument(folder)).toEqual(err({ kind: 'not-a-policy' }));
});
