import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { oneAtATime } from '../files/one-at-a-time';

/** One list of tokens: a project's, which every connection to its host reads, or the account's own. */
export interface ListName {
  readonly connection: ConnectionId;
  readonly host: string | undefined;
  readonly project: ProjectSlug | undefined;
}

/** The same for whoever reads the same list. */
export const listKey = ({ connection, host = connection, project }: ListName): string =>
  JSON.stringify(project === undefined ? [connection] : [host, project]);

/** Does what creates or deletes in a list when nobody else does: a token that is just being made looks like an orphan. */
export type InList = <T>(list: ListName, work: () => Promise<T>) => Promise<T>;

/** First come, first served. Work on a list must not wait for work on the same list. */
export function openListOrder(): InList {
  const orders = new Map<string, ReturnType<typeof oneAtATime>>();
  return (list, work) => {
    const key = listKey(list);
    const inOrder = orders.get(key) ?? oneAtATime();
    orders.set(key, inOrder);
    return inOrder(work);
  };
}
