import { expect, test } from 'vitest';

import { selectChangeCount, withChanges, type KnownChanges } from '../../../../renderer/inventory/changes';
import { driftGroups } from '../../../../renderer/inventory/drift/drift-groups';
import { createInventoryStore } from '../../../../renderer/inventory/inventory-store';
import { knowConnections } from '../../../../renderer/inventory/know-connections';
import { BALANCED } from '../../../../shared/domain/age-policy';
import { reportDrift, type DriftReport } from '../../../../shared/domain/drift-report';
import type { TokenRecord } from '../../../../shared/domain/token';
import { connectionFacts } from '../../../support/connection-facts';
import { connectionIdOf, NOW, refNumber, slugOf, tokenWith } from '../../../support/token-records';

const [acme, globex] = [connectionIdOf(1), connectionIdOf(2)];
const NOTHING_KNOWN: KnownChanges = { changesIn: new Map(), changed: new Set() };

const gone = tokenWith({ ref: refNumber(1), label: 'gone' });
const former = tokenWith({ ref: refNumber(2), label: 'made anew' });
const anew = { ...former, ref: refNumber(3) };
const fresh = tokenWith({ ref: refNumber(4), label: 'new' });

function driftFrom(before: readonly TokenRecord[], after: readonly TokenRecord[]): DriftReport {
  const coverage = {
    projects: [
      {
        connection: acme,
        project: fresh.project ?? slugOf('gh/acme/api'),
        reportedBy: [],
        outcome: { kind: 'read' as const, tokens: 0 },
      },
    ],
    personal: { kind: 'read' as const },
    failedSources: [],
  };
  const own = { made: new Set<never>(), deleted: new Set<never>() };
  return reportDrift(
    { takenAt: NOW, tokens: before, coverage },
    { takenAt: NOW, tokens: after, coverage },
    own,
  );
}

test('the count of changes is that of their list: what is gone counts, though it is no longer among the tokens', () => {
  const report = driftFrom([gone, former], [anew, fresh]);
  const known = withChanges(NOTHING_KNOWN, acme, report);
  const listed = driftGroups(report).reduce((sum, { count }) => sum + count, 0);
  expect(listed).toBe(3);
  expect(selectChangeCount(known)).toBe(listed);
  expect([...known.changed]).toEqual([anew.ref, fresh.ref]);
});

test('the changes of several connections add up, and those of one give way to what is told of it next', () => {
  const some = withChanges(NOTHING_KNOWN, acme, driftFrom([gone], []));
  const both = withChanges(some, globex, driftFrom([], [fresh]));
  expect(selectChangeCount(both)).toBe(2);
  const later = withChanges(both, acme, undefined);
  expect(selectChangeCount(later)).toBe(1);
  expect([...later.changed]).toEqual([fresh.ref]);
});

test('a connection that is gone takes its changes with it: they are neither counted nor found', () => {
  const store = createInventoryStore({ policy: BALANCED, exceptions: [] }, NOW);
  knowConnections(store, [connectionFacts({ id: acme }), connectionFacts({ id: globex })]);
  store.setState((state) => withChanges(state, acme, driftFrom([gone], [fresh])));
  store.setState((state) => withChanges(state, globex, driftFrom([], [anew])));
  expect(selectChangeCount(store.getState())).toBe(3);
  knowConnections(store, [connectionFacts({ id: globex })]);
  expect(selectChangeCount(store.getState())).toBe(1);
  expect([...store.getState().changed]).toEqual([anew.ref]);
});
