import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { rowEvent } from '../../../../electron/rotation/journal-event';
import { decodeJournal, encodeRecord, HEADER } from '../../../../electron/rotation/journal-lines';
import type { JournalRecord } from '../../../../electron/rotation/journal-record';
import type { Fault } from '../../../../electron/demo/fault';
import type { RotationPorts } from '../../../../electron/rotation/rotation-ports';
import type { LedgerFact } from '../../../../shared/domain/ledger-fact';
import { factWords } from '../../../../shared/domain/ledger-words';
import { proofFacts } from '../../../../shared/domain/proof-facts';
import { stepWord } from '../../../../shared/domain/row-words';
import type { TokenScope } from '../../../../shared/domain/token';
import { err, ok } from '../../../../shared/result';
import { CONNECTION, confirmed, deleteAllOld, rowsOf } from '../../../support/rotation-bench';
import { needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

interface Scene {
  readonly isPublic: boolean;
  readonly scope?: TokenScope;
  readonly faults?: readonly Fault[];
  readonly over?: Partial<RotationPorts>;
}

const WRONG: readonly Fault[] = [{ method: 'POST', path: '/token$', trouble: { kind: 'wrong-value' } }];

/** One token rotated into a variable of its project, at a host that has what the scene says. */
async function rotated({ isPublic, scope = 'all', faults = [], over = {} }: Scene) {
  const { server, bench, folder } = await setUp();
  for (const project of server.state.projects) project.isPublic = isPublic;
  const facts: LedgerFact[] = [];
  const ledger: RotationPorts['ledger'] = {
    note: (fact) => {
      facts.push(fact);
      return Promise.resolve(ok(null));
    },
    noteSoon: (fact) => {
      facts.push(fact);
    },
  };
  const desk = await bench.openDesk({ ledger, ...over });
  const record = must([...bench.records.values()].find((one) => one.scope === scope));
  const { ref } = record;
  const project = must(record.project);
  const plan = valueOf(await desk.plan(CONNECTION, [ref]));
  const destinations = [{ kind: 'project-variable' as const, project, variable: 'ROTATED' }];
  const chosen = valueOf(desk.choose(plan.id, { row: { ref, destinations } }));
  server.setFaults(faults);
  valueOf(await confirmed(desk, chosen));
  await desk.idle();
  const row = () => must(rowsOf(desk)[0]);
  return { server, bench, folder, desk, row, facts };
}

describe('a new value that is not provable on its host', () => {
  test('is delivered, and its old token is kept until a person attests that it works', async () => {
    const { server, desk, row, facts } = await rotated({ isPublic: true });
    expect(row()).toMatchObject({ step: 'retiring', notProvable: 'answers-anyone' });
    expect(proofFacts(row()).join(' ')).toMatch(
      /^CircleCI lists the new token\. Not provable on this host: .+ The old token is kept until a person attests/,
    );
    expect(await deleteAllOld(desk)).toEqual(err({ kind: 'attestation-open', count: 1 }));
    expect(server.state.deleted).toEqual([]);

    valueOf(await desk.attest([row().id], 'pipeline 812 ran green with it'));
    valueOf(await deleteAllOld(desk));
    expect(stepsOf(desk)).toEqual(['gone']);
    expect(server.state.deleted).toHaveLength(1);
    expect(row().attestedBecause).toBe('pipeline 812 ran green with it');
    const words = facts.map(factWords).join('\n');
    expect(words).toContain('that its value works is not provable on this host');
    expect(words).not.toContain('the new value was verified');
    expect(words).toContain('attested that the new value works, which nothing else proved: pipeline 812');
  });

  test('is attested once, with a reason that the ledger keeps, and only where nothing else proves it', async () => {
    const plain = await rotated({ isPublic: false });
    expect(await plain.desk.attest([plain.row().id], 'seen at work')).toEqual(
      err({ kind: 'not-possible-now' }),
    );
    const { desk, row } = await rotated({ isPublic: true });
    valueOf(await desk.attest([row().id], 'seen at work'));
    expect(await desk.attest([row().id], 'once more')).toEqual(err({ kind: 'not-possible-now' }));
    const note: RotationPorts['ledger']['note'] = ({ kind }) =>
      Promise.resolve(kind === 'use-attested' ? err('unwritable') : ok(null));
    const mute = await rotated({ isPublic: true, over: { ledger: { note, noteSoon: () => undefined } } });
    expect(await mute.desk.attest([mute.row().id], 'seen at work')).toEqual(
      err({ kind: 'ledger-unwritable' }),
    );
    expect(mute.row().attestedBecause).toBeUndefined();
  });

  test('is not gone on with while the list does not show its token', async () => {
    const gone: readonly Fault[] = [
      { path: 'limit=1', trouble: { kind: 'status', status: 404 } },
      { method: 'GET', path: '/token$', after: 2, trouble: { kind: 'status', status: 500 } },
    ];
    const { server, desk } = await rotated({ isPublic: false, scope: 'status', faults: gone });
    expect(needsOf(desk)).toEqual(['unreachable']);
    expect(server.state.deleted).toEqual([]);
  });

  test('is still not proved after a restart, and of a Status token where the host refuses all alike', async () => {
    const { bench, desk, row } = await rotated({ isPublic: true });
    valueOf(await desk.attest([row().id], 'seen at work'));
    await desk.idle();
    const again = await bench.openDesk();
    expect(rowsOf(again)[0]).toMatchObject({
      notProvable: 'answers-anyone',
      attestedBecause: 'seen at work',
    });
    const alike: readonly Fault[] = [{ path: 'limit=1', trouble: { kind: 'status', status: 404 } }];
    const status = await rotated({ isPublic: false, scope: 'status', faults: alike });
    expect(status.row()).toMatchObject({ step: 'retiring', notProvable: 'status-scope' });
  });
});

describe('a create that is answered with a value that is not the token’s', () => {
  test('stops the row on a private project, where a made-up value is refused in the same way', async () => {
    const { server, desk } = await rotated({ isPublic: false, faults: WRONG });
    expect(needsOf(desk)).toEqual(['verify-failed']);
    expect(server.state.deleted).toEqual([]);
  });

  test('deletes nothing on a public project by itself', async () => {
    const { server, desk, row } = await rotated({ isPublic: true, faults: WRONG });
    expect(row().notProvable).toBe('answers-anyone');
    expect(await deleteAllOld(desk)).toEqual(err({ kind: 'attestation-open', count: 1 }));
    expect(server.state.deleted).toEqual([]);
  });
});

const withoutProof = (record: JournalRecord): JournalRecord =>
  record.kind === 'row' && record.event.kind === 'verified'
    ? { ...record, event: { kind: 'verified' } }
    : record;

describe('an item whose journal says “verified” and not by what', () => {
  /** The journal of an earlier version: its event has no more than the kind. */
  const asBefore = async (isPublic: boolean) => {
    const { server, bench, folder, desk } = await rotated({ isPublic: false });
    await desk.idle();
    await bench.close();
    const path = join(folder, 'rotation.journal');
    const { records } = valueOf(decodeJournal(await readFile(path)));
    await writeFile(path, HEADER + records.map((record) => encodeRecord(withoutProof(record))).join(''));
    for (const project of server.state.projects) project.isPublic = isPublic;
    // A client of before knows the answers of this hour.
    bench.reconnect(server.token);
    return { server, desk: await bench.openDesk() };
  };

  test('is tried by contrast before its old token is deleted', async () => {
    const { server, desk } = await asBefore(false);
    expect(rowsOf(desk)[0]).toMatchObject({ step: 'retiring' });
    valueOf(await deleteAllOld(desk));
    expect(stepsOf(desk)).toEqual(['gone']);
    expect(server.state.deleted).toHaveLength(1);
  });

  test('keeps its old token for a person’s word where that proves nothing', async () => {
    const { server, desk } = await asBefore(true);
    valueOf(await deleteAllOld(desk));
    expect(rowsOf(desk)[0]).toMatchObject({ step: 'retiring', notProvable: 'answers-anyone' });
    expect(server.state.deleted).toEqual([]);
  });

  test('is still read', () => {
    expect(rowEvent.parse({ kind: 'verified' })).toEqual({ kind: 'verified' });
  });
});

test('a step that rests on less than a proof is not called proved', async () => {
  const { row } = await rotated({ isPublic: true });
  expect(stepWord({ ...row(), step: 'verified' })).toBe('Listed, delivering');
  expect(stepWord({ ...row(), step: 'proved' })).toBe('Delivered, not proved');
  const { notProvable: _none, ...proved } = row();
  expect(stepWord({ ...proved, step: 'proved', storedByPerson: true })).toBe('Stored, as a person said');
});

test('a value that is delivered once more is not a weaker proof: its place showed another before the first time', async () => {
  const unread: readonly Fault[] = [
    { method: 'GET', path: '/envvar', after: 1, trouble: { kind: 'status', status: 403 } },
  ];
  const { server, desk, row } = await rotated({ isPublic: false, faults: unread });
  expect(needsOf(desk)).toEqual(['delivery-unproved']);
  server.setFaults([]);
  valueOf(await desk.act(row().id, 'try-again'));
  await desk.idle();
  expect(row().weakerProof).toBeUndefined();
  valueOf(await deleteAllOld(desk));
  expect(stepsOf(desk)).toEqual(['gone']);
});
