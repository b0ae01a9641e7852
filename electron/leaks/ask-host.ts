import { assertNever } from '../../shared/assert-never';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Life, TokenForm } from '../../shared/domain/found-token';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenKind } from '../../shared/domain/token';
import type { ValueCheck } from '../../shared/domain/value-check';
import type { CircleCiClient, TriedAt } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';

/** Whom a value is tried with: the connection's own host. A project's path is asked for, where one is known. */
export interface Host {
  readonly connection: ConnectionId;
  readonly client: Pick<CircleCiClient, 'whoIs' | 'checkProjectToken'>;
  readonly project: ProjectSlug | undefined;
  /** What is known of the value at that project. */
  readonly triedAt: TriedAt;
}

/** Uses a value to learn whether it works: a personal one by asking who it is, a project's by trying it at its project. */
export async function askHost(form: TokenForm, value: SecretValue, host: Host): Promise<Life> {
  if (form === 'personal') return askAsPerson(value, host);
  if (form === 'project') return askAsProject(value, host);
  const asPerson = await askAsPerson(value, host);
  if (asPerson.kind === 'works') return asPerson;
  // Either kind has this form: it is refused only where it is refused as both.
  const asProject = await askAsProject(value, host);
  const isOpen = asPerson.kind === 'undecided' && asProject.kind !== 'works';
  return isOpen || asProject.kind === 'refused' ? asPerson : asProject;
}

async function askAsPerson(value: SecretValue, { client, connection }: Host): Promise<Life> {
  const { check, login } = await client.whoIs(value);
  return lifeOf(check, 'personal', connection, login);
}

async function askAsProject(
  value: SecretValue,
  { client, connection, project, triedAt }: Host,
): Promise<Life> {
  if (project === undefined) return { kind: 'undecided', connection };
  const check = await client.checkProjectToken(project, value, triedAt);
  return lifeOf(check, 'project', connection);
}

function lifeOf(check: ValueCheck, is: TokenKind, connection: ConnectionId, login?: string): Life {
  switch (check.kind) {
    case 'works':
      return { kind: 'works', connection, is, ...(login !== undefined && { login }) };
    case 'not-provable':
      return { kind: 'not-provable', connection, why: check.why };
    case 'refused':
    case 'undecided':
      return { kind: check.kind, connection };
    default:
      return assertNever(check);
  }
}
