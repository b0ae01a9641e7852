import type { ConnectionFacts } from '../../shared/domain/connection';
import type { Leaver } from '../../shared/domain/leaver';
import { checklistOf } from '../../shared/domain/leaver-checklist';
import type { LeaverKnowledge } from '../../shared/domain/leaver-knowledge';
import { connectionIdOf, must, NOW, slugOf } from './token-records';
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
