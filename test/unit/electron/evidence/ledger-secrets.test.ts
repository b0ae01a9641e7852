import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { DecisionFact } from '../../../../shared/domain/ledger-fact';
import { err } from '../../../../shared/result';
import { by, ledgerAt, verifyText } from '../../../support/ledgers';
import { tempFolder } from '../../../support/temp-folder';
import { refNumber } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const fact: DecisionFact = {
  kind: 'checklist-overridden',
  token: refNumber(1),
  label: 'deploy bot',
  reason: 'the wall display is gone',
};

async function ledgerWith(facts: readonly DecisionFact[]) {
  const path = join(await tempFolder(), 'deep', 'ledger.jsonl');
  const ledger = ledgerAt(path);
  for (const one of facts) valueOf(await ledger.note(by(one)));
  return readFile(path, 'utf8');
}

test('SECURITY X20: what has the form of a token is taken out of the only texts that an entry has', async () => {
  const secrets = [
    `CCIPAT_${'a'.repeat(22)}_${'0'.repeat(40)}`,
    `ccipat_${'b'.repeat(22)}_${'1'.repeat(40)}`,
  ];
  const legacy = '0a'.repeat(20);
  const text = await ledgerWith([
    { ...fact, reason: `pasted ${secrets.join(' ')} by mistake` },
    { ...fact, label: `old ${legacy}` },
  ]);
  for (const secret of [...secrets, legacy]) expect(text).not.toContain(secret);
  expect(text).toContain('[token removed]');
});

test('SECURITY X20: an entry with a field that nobody decided on is no entry', async () => {
  const text = await ledgerWith([fact]);
  const entry = JSON.parse(text) as { readonly fact: object };
  const more = `${JSON.stringify({ ...entry, fact: { ...entry.fact, note: 'free text' } })}\n`;
  expect(verifyText(text).ok).toBe(true);
  expect(verifyText(more)).toEqual(err({ line: 1 }));
});
