import type { CheckoutKey } from '../../shared/domain/checkout-key';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ImportFailure } from '../../shared/domain/import-report';
import { scrub } from '../../shared/domain/ledger-entry';
import { LONGEST_NAME } from '../../shared/domain/people';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { err, ok, type Result } from '../../shared/result';
import type { PeoplePorts } from './people-ports';
import { withNames } from './people-state';
import type { UnderWay } from './under-way';

/** As many as the pacer lets through. */
const WIDTH = 8;

/** Reads the checkout keys of every project of the last look: which of them are people's, and whose. */
export function openKeyDesk(ports: PeoplePorts, underWay: UnderWay) {
  const { book, clock } = ports;
  return {
    readKeys: (connection: ConnectionId): Promise<Result<null, ImportFailure>> =>
      underWay.run(connection, async (signal, progress): Promise<Result<null, ImportFailure>> => {
        const last = await ports.lastOf(connection);
        if (last === undefined) return err({ kind: 'no-inventory' });
        const projects = last.coverage.projects.map(({ project }) => project);
        const userKeys: CheckoutKey[] = [];
        let read = 0;
        let done = 0;
        const readAt = clock.now();
        const readOne = async (project: ProjectSlug) => {
          const listed = await ports.listKeys(connection, project, signal);
          done += 1;
          progress(done / projects.length);
          if (!listed.ok) return;
          read += 1;
          userKeys.push(...listed.value.filter(({ kind }) => kind === 'user').map(safe));
        };
        const queue = projects.values();
        const work = async () => {
          for (const project of queue) {
            if (signal.aborted) return;
            await readOne(project);
          }
        };
        await Promise.all(Array.from({ length: WIDTH }, work));
        if (signal.aborted) return err({ kind: 'stopped' });
        const names = userKeys.flatMap(({ login }) =>
          login === undefined ? [] : [{ name: login, source: 'checkout-key' as const }],
        );
        const kept = await book.change(connection, (state) => ({
          ...state,
          names: withNames(
            state.names.filter(({ source }) => source !== 'checkout-key'),
            names,
          ),
          keys: { readAt, projects: projects.length, read, userKeys },
        }));
        return kept.ok ? ok(null) : err({ kind: kept.error });
      }),
  };
}

const safe = ({ login, ...key }: CheckoutKey): CheckoutKey => ({
  ...key,
  ...(login !== undefined && { login: scrub(login).slice(0, LONGEST_NAME) }),
});
