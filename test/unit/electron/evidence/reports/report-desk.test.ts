import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { openReportDesk } from '../../../../../electron/evidence/reports/report-desk';
import type { ReportPorts } from '../../../../../electron/evidence/reports/report-ports';
import { openSigner } from '../../../../../electron/evidence/reports/signing-key';
import type { LedgerFact } from '../../../../../shared/domain/ledger-fact';
import type { ReportProgress, ReportRequest } from '../../../../../shared/domain/report-request';
import { err, ok } from '../../../../../shared/result';
import { connectionFacts } from '../../../../support/connection-facts';
import { BALANCED_RULES, sourceWith } from '../../../../support/report-material';
import { verifyPack } from '../../../../support/report-pack';
import { tempFolder } from '../../../../support/temp-folder';
import { connectionIdOf, daysAgo, NOW, refNumber, tokenWith } from '../../../../support/token-records';
import { valueOf } from '../../../../support/value-of';

const REVIEW: ReportRequest = { kind: 'review', connection: 'all', from: daysAgo(50), to: NOW };
const ALL = ['csv', 'json', 'html', 'pdf', 'ics'] as const;

/** A desk over one connection with two tokens, of which one is due. */
function deskWith(said: Partial<ReportPorts> = {}) {
  const facts: LedgerFact[] = [];
  const progress: ReportProgress[] = [];
  const tokens = [
    tokenWith({ ref: refNumber(1), label: 'old', createdAt: daysAgo(100) }),
    tokenWith({ ref: refNumber(2), label: 'young', createdAt: daysAgo(1) }),
  ];
  const { takenAt = NOW, coverage } = sourceWith(tokens);
  const desk = openReportDesk({
    connections: () => [connectionFacts({})],
    lastOf: () => Promise.resolve({ takenAt, tokens, coverage }),
    runs: () => [],
    rules: () => BALANCED_RULES,
    policyHash: () => '0'.repeat(64),
    leaverOf: () => undefined,
    ledgerHead: () => Promise.resolve({ entries: 0, head: '0'.repeat(64) }),
    note: (fact) => {
      facts.push(fact);
      return Promise.resolve(ok(null));
    },
    signer: openSigner(() => undefined),
    printPdf: () => Promise.resolve(Buffer.from('%PDF-1.4')),
    progress: (one) => progress.push(one),
    appVersion: '0.0.0',
    osUser: () => 'mroy',
    now: () => NOW,
    randomId: () => 'x1',
    ...said,
  });
  return { desk, facts, progress };
}

test('a report is looked through, written in every form, noted in the ledger, and verified without Rekey', async () => {
  const folder = await tempFolder();
  const { desk, facts, progress } = deskWith();
  const preview = valueOf(await desk.preview(REVIEW));
  expect(preview).toMatchObject({ isReconciled: true, signedBy: 'session', verdict: { isMet: false } });
  const written = valueOf(await desk.write(REVIEW, ALL, folder));
  expect(written.files.map(({ name }) => name)).toEqual([
    'report.csv',
    'tokens.csv',
    'report.json',
    'report.html',
    'report.pdf',
    'due.ics',
    'signature.json',
  ]);
  expect(facts).toEqual([{ kind: 'exported', what: 'report', sha256: written.manifestSha256 }]);
  const { done, of } = progress.at(-1) ?? {};
  expect(done).toBe(of);
  const verified = await verifyPack(join(folder, written.folder));
  expect(verified.code).toBe(0);
  expect(verified.words).toContain('That key was of one session');
});

test('the public key that is exported is the one that verifies, and another is refused', async () => {
  const folder = await tempFolder();
  const { desk, facts } = deskWith();
  const { folder: name } = valueOf(await desk.write(REVIEW, ['csv'], folder));
  valueOf(await desk.exportPublicKey(join(folder, 'own.pem')));
  valueOf(await deskWith().desk.exportPublicKey(join(folder, 'other.pem')));
  expect(await verifyPack(join(folder, name), '--key', join(folder, 'own.pem'))).toMatchObject({ code: 0 });
  expect(await verifyPack(join(folder, name), '--key', join(folder, 'other.pem'))).toEqual({
    code: 1,
    words: 'Altered: this pack was not signed with the key that was given.\n',
  });
  expect(await verifyPack(join(folder, name), '--key', join(folder, name, 'report.csv'))).toMatchObject({
    code: 2,
  });
  expect(facts.map((fact) => fact.kind === 'exported' && fact.what)).toEqual(['report', 'public-key']);
});

test('a report of what the inventory shows has these tokens only, in the calendar too, and says so', async () => {
  const folder = await tempFolder();
  const { desk } = deskWith();
  const request = { ...REVIEW, shown: { query: 'label:young', refs: [refNumber(2)] } } as const;
  const written = valueOf(await desk.write(request, ['json', 'ics'], folder));
  expect(written.leftOut).toContain('Tokens that the filter does not show are not in it.');
  const read = async (name: string) => readFile(join(folder, written.folder, name), 'utf8');
  expect(await read('report.json')).toContain('"filter": "label:young"');
  expect(await read('report.json')).not.toContain('"old"');
  expect(await read('due.ics')).not.toContain('SUMMARY:old');
});

test('nothing is left where the PDF cannot be printed, or the folder cannot be written to', async () => {
  const folder = await tempFolder();
  const unprinted = deskWith({ printPdf: () => Promise.reject(new Error('no printer')) });
  expect(await unprinted.desk.write(REVIEW, ALL, folder)).toEqual(err({ kind: 'not-printed' }));
  expect(await readdir(folder)).toEqual([]);
  expect(unprinted.facts).toEqual([]);
  const { desk } = deskWith();
  expect(await desk.write(REVIEW, ALL, join(folder, 'nowhere'))).toEqual(err({ kind: 'not-written' }));
});

test('writing can be cancelled, and only one report is written at a time', async () => {
  const folder = await tempFolder();
  let isAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  const { desk } = deskWith({
    printPdf: (_html, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('no longer wanted'));
        });
        isAsked();
      }),
  });
  const writing = desk.write(REVIEW, ALL, folder);
  await asked;
  expect(await desk.write(REVIEW, ALL, folder)).toEqual(err({ kind: 'busy' }));
  desk.cancel();
  expect(await writing).toEqual(err({ kind: 'cancelled' }));
  expect(await readdir(folder)).toEqual([]);
});

test('a ledger that does not take the note is said', async () => {
  const folder = await tempFolder();
  const { desk } = deskWith({ note: () => Promise.resolve(err('unwritable')) });
  expect(await desk.write(REVIEW, ['csv'], folder)).toEqual(err({ kind: 'ledger-unwritable' }));
});

test('there is nothing to report before the first look, of an unknown connection, or of no run', async () => {
  const { desk } = deskWith({ lastOf: () => Promise.resolve(undefined) });
  expect(await desk.preview(REVIEW)).toEqual(err({ kind: 'nothing-to-report' }));
  const looked = deskWith().desk;
  expect(await looked.preview({ ...REVIEW, connection: connectionIdOf(9) })).toEqual(
    err({ kind: 'no-such-connection' }),
  );
  expect(await looked.preview({ kind: 'rotation', connection: 'all', from: 0, to: NOW })).toEqual(
    err({ kind: 'nothing-to-report' }),
  );
  expect(await looked.preview({ kind: 'incident', connection: 'all', before: NOW + 1 })).toEqual(
    err({ kind: 'nothing-to-report' }),
  );
});

test('a calendar by itself has every date, and is noted', async () => {
  const folder = await tempFolder();
  const { desk, facts } = deskWith();
  expect(await desk.exportCalendar('all', join(folder, 'due.ics'))).toEqual(ok({ dates: 2 }));
  expect(await readFile(join(folder, 'due.ics'), 'utf8')).toContain('BEGIN:VALARM');
  expect(facts).toMatchObject([{ what: 'calendar' }]);
  await mkdir(join(folder, 'taken'));
  expect(await desk.exportCalendar('all', join(folder, 'taken'))).toEqual(err({ kind: 'not-written' }));
});
