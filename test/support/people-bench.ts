import { join } from 'node:path';

import { openPeople } from '../../electron/people/people';
import { openPeopleBook } from '../../electron/people/people-book';
import type { PeoplePorts } from '../../electron/people/people-ports';
import type { RegisterEntry } from '../../shared/domain/inventory';
import type { LedgerFact } from '../../shared/domain/ledger-fact';
import { ok } from '../../shared/result';
import { connectionFacts } from './connection-facts';
import { hastyClock } from './demo-client';
import { tempFolder } from './temp-folder';
import { connectionIdOf, NOW } from './token-records';

/** The connections of the bench: one that is remembered, and one to the demo. */
export const [acme, demo] = [connectionIdOf(1), connectionIdOf(2)];

/** People over a book in a folder of its own, or in one that was there before, with ports that a test may replace. */
export async function peopleBench(said: Partial<PeoplePorts> = {}, folder?: string) {
  const path = join(folder ?? (await tempFolder()), 'people.json');
  const book = await openPeopleBook(path, (connection) => connection !== demo);
  const facts: LedgerFact[] = [];
  const added: RegisterEntry[] = [];
  const recovered: string[] = [];
  const people = openPeople({
    book,
    factsOf: (id) => connectionFacts({ id, login: 'm.roy' }),
    lastOf: () => Promise.resolve(undefined),
    refOfId: () => undefined,
    recover: (connection) => {
      recovered.push(connection);
      return Promise.resolve();
    },
    addAllByHand: (_connection, entries) => {
      added.push(...entries);
      return Promise.resolve(ok(null));
    },
    listKeys: () => Promise.resolve(ok([])),
    listAccounts: () => Promise.resolve(ok([])),
    note: (fact) => {
      facts.push(fact);
      return Promise.resolve(ok(null));
    },
    clock: { ...hastyClock, now: () => NOW },
    progress: () => undefined,
    ...said,
  });
  return { people, book, path, facts, added, recovered };
}
