import type { CheckoutKey } from '../../shared/domain/checkout-key';
import type { ConnectionFacts } from '../../shared/domain/connection';
import type { Leaver } from '../../shared/domain/leaver';
import { checklistOf } from '../../shared/domain/leaver-checklist';
import type { LeaverKnowledge } from '../../shared/domain/leaver-knowledge';
import { connectionFacts } from './connection-facts';
import { connectionIdOf, must, NOW, refNumber, slugOf, tokenWith } from './token-records';
import { parseLeaverId } from '../../shared/domain/leaver';

const coverageOf = (projects: readonly string[]): LeaverKnowledge['coverage'] => ({
  projects: projects.map((slug) => ({
    connection: connectionIdOf(1),
    project: slugOf(slug),
    reportedBy: [],
    outcome: { kind: 'read', tokens: 1 },
  })),
  personal: { kind: 'read' },
  failedSources: [],
});

/** What is known of an organisation of one project, all of it read, but for what a test says. */
export const knowledgeWith = (said: Partial<LeaverKnowledge> = {}): LeaverKnowledge => ({
  connection: connectionIdOf(1),
  names: new Set(['a.chen']),
  takenAt: NOW,
  tokens: [],
  coverage: coverageOf(['gh/acme/api']),
  ownDeeds: { made: new Set(), deleted: new Set() },
  placesOf: () => [],
  keys: { readAt: NOW, projects: 1, read: 1, userKeys: [] },
  connections: [] as readonly ConnectionFacts[],
  ...said,
});

/** The checklist that is opened for a.chen from what is known. */
export const leaverOf = (known: LeaverKnowledge): Leaver => ({
  id: must(parseLeaverId(`lvr_${'0'.repeat(16)}`)),
  connection: known.connection,
  person: 'a.chen',
  names: [...known.names],
  openedAt: NOW,
  items: checklistOf(known),
  earlierSignOffs: [],
});

/** The owner that a log told. */
export const byLog = { name: 'a.chen', source: 'audit-log' as const };
export const theirs = tokenWith({ owner: byLog });
export const shared = tokenWith({
  ref: refNumber(2),
  label: 'shared bot',
  owner: { name: 'm.roy', source: 'audit-log' },
});
export const laptop = tokenWith({
  ref: refNumber(3),
  kind: 'personal',
  scope: 'other',
  label: 'laptop',
  owner: { name: 'a.chen', source: 'by-hand' },
  source: 'by-hand',
});
export const nobodys = tokenWith({ ref: refNumber(4), label: 'old bot' });
export const key: CheckoutKey = {
  project: slugOf('gh/acme/api'),
  kind: 'user',
  fingerprint: 'SHA256:1',
  login: 'a.chen',
};

/** Something of each kind that a.chen can have, and something of others. */
export const everything = knowledgeWith({
  tokens: [theirs, shared, laptop, nobodys],
  placesOf: (ref) =>
    ref === shared.ref
      ? [{ kind: 'project-variable', project: slugOf('gh/acme/api'), variable: 'CIRCLE_TOKEN' }]
      : [],
  keys: {
    readAt: NOW,
    projects: 1,
    read: 1,
    userKeys: [key, { ...key, fingerprint: 'SHA256:2', login: 'm.roy' }],
  },
  connections: [connectionFacts({ id: connectionIdOf(2), login: 'a.chen', name: 'acme of a.chen' })],
});
