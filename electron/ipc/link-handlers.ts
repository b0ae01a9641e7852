import { hasCloudPages } from '../../shared/domain/connection';
import { err, ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Needed = Pick<Features, 'openLink'> & {
  readonly rotation: Pick<Features['rotation'], 'runs'>;
  readonly connections: Pick<Features['connections'], 'factsOf'>;
};

/** SECURITY S15: the page names a link, or a row whose project has one: an address never comes from it. */
export function linkHandlers({
  openLink,
  rotation,
  connections,
}: Needed): Pick<Handlers, 'links:open' | 'links:open-project'> {
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
  };
}
