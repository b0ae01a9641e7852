import { hasCloudPages } from '../../shared/domain/connection';
import { err, ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Needed = Pick<Features, 'openLink'> & {
  readonly rotation: Pick<Features['rotation'], 'runs'>;
  readonly connections: Pick<Features['connections'], 'factsOf'>;
  readonly inventory: Pick<Features['inventory'], 'recordOf'>;
};

/** SECURITY S15: the page names a link, or a row whose project has one: an address never comes from it. */
export function linkHandlers({
  openLink,
  rotation,
  connections,
  inventory,
}: Needed): Pick<Handlers, 'links:open' | 'links:open-project' | 'links:open-token'> {
  return {
    'links:open': async ({ name }) => {
      await openLink({ name });
      return ok(null);
    },
    'links:open-project': async ({ row: id }) => {
      const run = rotation.runs().find(({ rows }) => rows.some((row) => row.id === id));
      const project = run?.rows.find((row) => row.id === id)?.project;
      const facts = run && connections.factsOf(run.connection);
      if (project === undefined || facts === undefined || !hasCloudPages(facts))
        return err({ kind: 'no-such-page' });
      await openLink({ name: 'project-tokens', project });
      return ok(null);
    },
    'links:open-token': async ({ ref }) => {
      const token = inventory.recordOf(ref);
      const facts = token && connections.factsOf(token.connection);
      if (token === undefined || facts === undefined || !hasCloudPages(facts))
        return err({ kind: 'no-such-page' });
      const { project } = token;
      await openLink(
        project === undefined ? { name: 'personal-tokens' } : { name: 'project-tokens', project },
      );
      return ok(null);
    },
  };
}
