import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { openSnapshots } from '../../electron/inventory/snapshots';
import { recordsOf } from '../../electron/inventory/token-records';
import { SecretValue } from '../../electron/credentials/secret-value';
import { makeOrganisation } from '../../electron/demo/organisation';
import { parseConnectionId } from '../../shared/domain/connection-id';
import { parseProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRecord } from '../../shared/domain/token';
import { parseTokenRef, type TokenRef } from '../../shared/domain/token-ref';

export const NOW = Date.UTC(2026, 10, 24);
export const TEN_THOUSAND = { projects: 2_000, tokens: 10_000 };
export const HUNDRED_THOUSAND = { projects: 2_000, tokens: 100_000 };

/**
 * A connection that was looked at before, and whose token has to be typed again: nothing but its inventory is there. Answers
 * with the tokens of that inventory.
 */
export async function writeCachedInventory(
  userData: string,
  size: typeof TEN_THOUSAND,
): Promise<readonly TokenRecord[]> {
  const id = parseConnectionId(`con_${'1'.repeat(16)}`);
  if (id === undefined) throw new Error('this is the form of an id');
  const { projects } = makeOrganisation({ profile: 'cloud-time', seed: 1, now: NOW, size });
  const hashKey = new SecretValue('key');
  const read = projects.flatMap((project) => {
    const slug = parseProjectSlug(project.slug);
    return slug === undefined || project.isForbidden ? [] : [{ slug, rows: project.tokens }];
  });
  const tokens = read.flatMap(({ slug, rows }) => {
    const place = { host: 'https://circleci.com', connection: id, kind: 'project' as const, project: slug };
    const remote = rows.map(({ value: _kept, ...row }) => row);
    return recordsOf(remote, { place, mayBeOwn: new Set(), hashKey, firstSeen: () => undefined, now: NOW });
  });
  const coverage = {
    projects: read.map(({ slug, rows }) => ({
      connection: id,
      project: slug,
      reportedBy: ['v1.1-projects' as const],
      outcome: { kind: 'read' as const, tokens: rows.length },
    })),
    personal: { kind: 'by-hand' as const },
    failedSources: [],
  };
  // The organisation's own personal tokens are listed nowhere here; as many of the last project's make up the number.
  const whole = [
    ...tokens,
    ...tokens
      .slice(0, size.tokens - tokens.length)
      .map((token, index) => ({ ...token, ref: otherRef(index) })),
  ];
  await openSnapshots(join(userData, 'inventory')).save(
    id,
    { takenAt: NOW, coverage, tokens: whole },
    'in-place',
  );
  const capabilities = {
    product: 'cloud',
    v2: true,
    v3: true,
    personalTokens: 'by-hand',
    deleteBy: 'id',
    listsCreationDates: true,
  };
  const connection = {
    id,
    name: 'acme',
    address: 'https://circleci.com',
    login: 'm.roy',
    capabilities,
    keep: 'session',
  };
  await writeFile(
    join(userData, 'connections.json'),
    JSON.stringify({ format: 1, connections: [connection] }),
  );
  return whole;
}

function otherRef(index: number): TokenRef {
  const ref = parseTokenRef(`tok_${index.toString(16).padStart(32, '0')}`);
  if (ref === undefined) throw new Error('this is the form of a ref');
  return ref;
}
