import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import { certainMatch, outcomeOf, type FoundId, type FoundToken } from '../../shared/domain/found-token';
import type { NoteFact } from '../../shared/domain/ledger-entry';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { err, ok, type Result } from '../../shared/result';
import type { CircleCiClient } from '../circleci/client';
import { askHost } from './ask-host';
import type { HeldValues } from './held-values';

export interface CheckPorts {
  readonly connectionOf: (id: ConnectionId) => ConnectionFacts | undefined;
  readonly clientOf: (id: ConnectionId) => Pick<CircleCiClient, 'whoIs' | 'checkProjectToken'> | undefined;
  /** Any project of a connection's inventory. */
  readonly someProject: (id: ConnectionId) => Promise<ProjectSlug | undefined>;
  /** Main's own question: the page could name any host that somebody connected to. */
  readonly maySend: (lastFour: string, host: string) => Promise<boolean>;
  readonly note: NoteFact;
}

/** Why a value was not used, or what was learned is of no use any more. */
export interface CheckFailure {
  readonly kind: 'forgotten' | 'no-such-connection' | 'credential-missing' | 'declined';
}

/** Learns whether a value works by using it, once, at the host that the person has agreed to. */
export async function checkFound(
  id: FoundId,
  connection: ConnectionId,
  held: HeldValues,
  ports: CheckPorts,
): Promise<Result<FoundToken, CheckFailure>> {
  const asked = held.find(id);
  if (asked === undefined) return err({ kind: 'forgotten' });
  const facts = ports.connectionOf(connection);
  if (facts === undefined) return err({ kind: 'no-such-connection' });
  if (ports.clientOf(connection) === undefined) return err({ kind: 'credential-missing' });
  // SECURITY X14: a value leaves this computer only to a host that the person was told of by main.
  if (!(await ports.maySend(asked.found.lastFour, new URL(facts.address).host)))
    return err({ kind: 'declined' });
  // The dialog may have stood open for long.
  const one = held.find(id);
  const client = ports.clientOf(connection);
  if (one === undefined) return err({ kind: 'forgotten' });
  if (client === undefined) return err({ kind: 'credential-missing' });
  const { form, matches } = one.found;
  const likely = matches.find(({ token }) => token.connection === connection)?.token;
  const certain = certainMatch(one.found)?.token;
  const project = likely?.project ?? (await ports.someProject(connection));
  const isOwnPlace = certain?.connection === connection && certain.project === project;
  const triedAt = { isOwnPlace, ...(isOwnPlace && { scope: certain.scope }) };
  const life = await askHost(form, one.value, { connection, client, project, triedAt });
  const found = held.learn(id, life);
  const outcome = outcomeOf({ ...one.found, life }, facts.login);
  const token = certainMatch(one.found)?.token.ref;
  await ports.note(
    { kind: 'leak-checked', form, outcome, ...(token !== undefined && { token }) },
    connection,
  );
  return found === undefined ? err({ kind: 'forgotten' }) : ok(found);
}
