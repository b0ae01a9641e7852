import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Life, TokenForm } from '../../shared/domain/found-token';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { CircleCiClient } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';

/** Whom a value is tried with: the connection's own host. A project's path is asked for, where one is known. */
export interface Host {
  readonly connection: ConnectionId;
  readonly client: Pick<CircleCiClient, 'whoIs' | 'checkProjectToken'>;
  readonly project: ProjectSlug | undefined;
}

/** Uses a value to learn whether it lives: a personal one by asking who it is, a project's by the contract's check. */
export async function askHost(form: TokenForm, value: SecretValue, host: Host): Promise<Life> {
  if (form === 'personal') return askAsPerson(value, host);
  if (form === 'project') return askAsProject(value, host);
  // Either kind has this form: it is dead only where it is dead as both.
  const asPerson = await askAsPerson(value, host);
  if (asPerson.kind === 'alive') return asPerson;
  const asProject = await askAsProject(value, host);
  if (asProject.kind === 'alive') return asProject;
  const isDead = asPerson.kind === 'dead' && asProject.kind === 'dead';
  return { kind: isDead ? 'dead' : 'undecided', connection: host.connection };
}

async function askAsPerson(value: SecretValue, { client, connection }: Host): Promise<Life> {
  const { liveness, login } = await client.whoIs(value);
  if (liveness !== 'alive') return { kind: liveness, connection };
  return { kind: 'alive', connection, is: 'personal', ...(login !== undefined && { login }) };
}

async function askAsProject(value: SecretValue, { client, connection, project }: Host): Promise<Life> {
  if (project === undefined) return { kind: 'undecided', connection };
  const liveness = await client.checkProjectToken(project, value);
  return liveness === 'alive' ? { kind: 'alive', connection, is: 'project' } : { kind: liveness, connection };
}
