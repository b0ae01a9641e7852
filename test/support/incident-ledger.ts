import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect } from 'playwright/test';

import type { LedgerEntry } from '../../shared/domain/ledger-entry';
import type { FactKind, LedgerFact } from '../../shared/domain/ledger-fact';
import { verifyLedger } from './report-pack';

const factsOf = <Kind extends FactKind>(entries: readonly LedgerEntry[], kind: Kind) =>
  entries
    .map(({ fact }) => fact)
    .filter((fact): fact is Extract<LedgerFact, { kind: Kind }> => fact.kind === kind);

const WHOLE_WAY = ['creating', 'sealed', 'verified', 'delivered', 'proved', 'retiring', 'deleting', 'gone'];

/** The ledger tells the whole of it, in order: the policy, the plan, its confirmation, every row's way, the deletion, the export. */
export function expectTold(entries: readonly LedgerEntry[], count: number, refs: readonly string[]): void {
  expect(factsOf(entries, 'policy-changed').map(({ name }) => name)).toEqual(['Incident']);
  expect(factsOf(entries, 'plan-made')).toMatchObject([{ rotates: count, skips: 2 }]);
  expect(factsOf(entries, 'plan-confirmed')).toMatchObject([{ rotates: count, overlapHours: 0 }]);
  expect(factsOf(entries, 'deletion-confirmed')).toMatchObject([{ count }]);
  expect(factsOf(entries, 'exported').map(({ what }) => what)).toEqual(['report', 'public-key']);
  expect(refs).toHaveLength(count);
  const moves = factsOf(entries, 'row-moved');
  expect(new Set(moves.map(({ token }) => token))).toEqual(new Set(refs));
  const ways = new Map<string, string[]>();
  for (const { token, step } of moves) ways.set(token, [...(ways.get(token) ?? []), step]);
  for (const [token, way] of ways) expect(way, token).toEqual(WHOLE_WAY);
  const order = entries.map(({ fact }) => fact.kind);
  const firsts = [
    'policy-changed',
    'plan-made',
    'plan-confirmed',
    'row-moved',
    'deletion-confirmed',
    'exported',
  ];
  const places = firsts.map((kind) => order.findIndex((one) => one === kind));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
}

interface Told {
  readonly text: string;
  readonly entries: readonly LedgerEntry[];
  readonly head: string;
}

/** A ledger that was altered, or cut off, afterwards is caught by the end that the report carries. */
export async function expectCaught(folder: string, { text, entries, head }: Told): Promise<void> {
  const spoilt = join(folder, '..', 'spoilt.jsonl');
  const changed = entries.find(({ fact }) => fact.kind === 'deletion-confirmed')?.number ?? 0;
  await writeFile(spoilt, text.replace('"deletion-confirmed","count":', '"deletion-confirmed","count":1'));
  expect(await verifyLedger(spoilt, '--head', head)).toMatchObject({
    code: 1,
    words: expect.stringContaining(`ALTERED: the first bad line is ${String(changed + 1)}`),
  });
  const shorter = Number(head.split(':')[0]) - 1;
  await writeFile(spoilt, `${text.split('\n').slice(0, shorter).join('\n')}\n`);
  expect(await verifyLedger(spoilt)).toMatchObject({ code: 0 });
  expect(await verifyLedger(spoilt, '--head', head)).toMatchObject({
    code: 1,
    words: expect.stringContaining(`TRUNCATED: entry ${String(shorter + 1)} is missing`),
  });
}
