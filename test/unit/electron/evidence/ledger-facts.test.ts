import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { safeText } from '../../../../electron/evidence/safe-fact';
import { FACT_GROUPS, groupOf } from '../../../../shared/domain/fact-groups';
import { scrub } from '../../../../shared/domain/ledger-entry';
import { factWords } from '../../../../shared/domain/ledger-words';
import { isPlainText } from '../../../../shared/domain/plain-text';
import type { LedgerFact } from '../../../../shared/domain/ledger-fact';
import { parseRowId } from '../../../../shared/domain/rotation-run';
import { ledgerEntry, ledgerFact } from '../../../../shared/ipc/ledger-schema';
import { FACTS } from '../../../support/ledger-facts';
import { by, ledgerAt, verifyText } from '../../../support/ledgers';
import { tempFolder } from '../../../support/temp-folder';
import { connectionIdOf, must, NOW, refNumber, slugOf } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

test('every kind of fact is written down with who and where, and read back as it was', async () => {
  const path = join(await tempFolder(), 'ledger.jsonl');
  const ledger = ledgerAt(path);
  const connection = connectionIdOf(1);
  for (const fact of Object.values(FACTS)) valueOf(await ledger.note({ ...by(fact), connection }));
  const { entries } = valueOf(verifyText(await readFile(path, 'utf8')));
  expect(entries.map(({ fact }) => fact)).toEqual(Object.values(FACTS));
  expect(entries.map(({ fact }) => fact.kind)).toEqual(Object.keys(FACTS));
  for (const { actor, connection: of } of entries) {
    expect(actor).toEqual({ osUser: 'mara', login: 'm.roy' });
    expect(of).toBe(connection);
  }
});

test('an entry of before Rekey wrote down who still verifies', () => {
  const fact = { kind: 'left-unproved', token: refNumber(1), label: 'deploy bot', reason: 'new gone' };
  const entry = { number: 1, at: NOW, before: '0'.repeat(64), fact };
  expect(verifyText(`${JSON.stringify(entry)}\n`)).toMatchObject({ ok: true });
});

describe.each(Object.entries(FACTS))('a fact of the kind %s', (_kind, fact) => {
  test('has words of its own and a group to be found in', () => {
    const words = factWords(fact);
    expect(words).toMatch(/\S \S/);
    expect(words).not.toMatch(/undefined|NaN|\[object|!/);
    expect(FACT_GROUPS).toContain(groupOf(fact.kind));
  });

  test('takes no field that nobody decided on', () => {
    const entry = { number: 1, at: NOW, before: '', fact: { ...fact, note: 'free text' } };
    expect(ledgerEntry.safeParse(entry).success).toBe(false);
    expect(ledgerEntry.safeParse({ ...entry, fact }).success).toBe(true);
  });
});

describe('the words of a fact', () => {
  test('name the token whose new value was looked at, and its project by the name that people know it by', () => {
    expect(factWords(FACTS['value-revealed'])).toBe('“deploy bot” of gh/acme/api: looked at the new value');
    const project = slugOf('circleci/7f3c1b7e/0b1d5c1a');
    expect(factWords({ ...FACTS['value-copied'], project, projectName: 'reports' } as LedgerFact)).toBe(
      '“deploy bot” of circleci/reports: copied the new value',
    );
  });

  test('say whose checklist was worked on, and on what', () => {
    expect(factWords(FACTS['leaver-item'])).toBe(
      'Checklist of Mara Roy, “deploy bot”: not applicable: never used',
    );
  });

  test('show no id of Rekey’s own where a ledger of before names no more than that', () => {
    const row = must(parseRowId(`row_${'7'.repeat(32)}`));
    const item = { leaver: 'lvr_1', item: 'tok_1', state: 'rotated', reason: '' } as const;
    const facts: readonly LedgerFact[] = [
      { kind: 'value-revealed', row },
      { kind: 'value-copied', row },
      { kind: 'value-discarded', row },
      { kind: 'leaver-item', ...item },
    ];
    for (const fact of facts) expect(ledgerFact.safeParse(fact).success).toBe(true);
    expect(facts.map(factWords)).toEqual([
      'Looked at the new value of a rotation',
      'Copied the new value of a rotation',
      'Discarded the new token and its value of a rotation',
      'A checklist: rotated',
    ]);
  });
});

describe('a text that goes into the ledger', () => {
  test('is plain and short, and holds nothing of the form of a token, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (text) => {
        const safe = safeText(text);
        expect(isPlainText(safe)).toBe(true);
        expect(safe.length).toBeLessThanOrEqual(500);
        expect(scrub(safe)).toBe(safe);
      }),
    );
  });

  test('SECURITY X20: hides no token behind characters that nobody sees, at its end, or in other words', () => {
    const hex = '0a'.repeat(20);
    const hidden = `${hex.slice(0, 20)}\u200b\u202e${hex.slice(20)}`;
    const atTheEnd = `${'x '.repeat(240)}${hex}`;
    for (const text of [hidden, atTheEnd, `_${hex}_`, `was ${hex.toUpperCase()}.`]) {
      expect(safeText(text).toLowerCase()).not.toContain('0a0a0a0a0a');
    }
  });

  test('keeps a digest of 64 digits, which is no token', () => {
    expect(safeText('ab'.repeat(32))).toBe('ab'.repeat(32));
  });
});
