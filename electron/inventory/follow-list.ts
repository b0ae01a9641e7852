import type { Sighting } from '../../shared/domain/drift';
import type { Instant } from '../../shared/domain/instant';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRecord } from '../../shared/domain/token';
import type { RemoteToken } from '../circleci/client';
import type { LookPorts } from './look-ports';
import type { OpenConnection } from './open-connection';
import { mayBeOwn } from './own-credential';
import { recordsOf } from './token-records';

/**
 * The inventory with the rows of one list (a project's, or the account's personal ones) replaced by a fresh reading, and its
 * project counted as read with as many.
 */
export function followList<Inventory extends Pick<Sighting, 'tokens' | 'coverage'>>(
  last: Inventory,
  { facts, credential, hashKey, names }: OpenConnection & Pick<LookPorts, 'names'>,
  project: ProjectSlug | undefined,
  rows: readonly RemoteToken[],
  now: Instant,
): Inventory {
  const { tokens, coverage } = last;
  const isOfList = (token: TokenRecord) => token.project === project && token.source === 'host';
  const before = new Map(tokens.filter(isOfList).map((token) => [token.ref, token]));
  const projectName = [...before.values()].find((token) => token.projectName !== undefined)?.projectName;
  const fresh = recordsOf(rows, {
    place: {
      host: facts.address,
      connection: facts.id,
      kind: project === undefined ? 'personal' : 'project',
      project,
    },
    ...(projectName !== undefined && { projectName }),
    ...(project === undefined && { owner: { name: facts.login, source: 'self' } }),
    mayBeOwn: project === undefined ? mayBeOwn(rows, credential) : new Set(),
    hashKey,
    ...(names !== undefined && { names }),
    before: () => [...before.values()],
    firstSeen: (ref) => before.get(ref)?.firstSeenAt,
    now,
  });
  const outcome = { kind: 'read' as const, tokens: fresh.length };
  const projects = coverage.projects.map((one) => (one.project === project ? { ...one, outcome } : one));
  return {
    ...last,
    tokens: [...tokens.filter((token) => !isOfList(token)), ...fresh],
    coverage: { ...coverage, projects },
  };
}
