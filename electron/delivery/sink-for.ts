import { assertNever } from '../../shared/assert-never';
import type { ConnectionId } from '../../shared/domain/connection-id';
import { placeWord, type DeliveryFailure } from '../../shared/domain/delivery';
import type { DeliveryTarget, TargetId } from '../../shared/domain/delivery-target';
import type { Destination } from '../../shared/domain/destination';
import { err, type Result } from '../../shared/result';
import type { CircleCiClient } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';
import { ageFileSink } from './age-file';
import { commandSink } from './command';
import { contextVariable } from './context-variable';
import { projectVariable } from './project-variable';
import type { RunCommand } from './run-command';
import type { Sink } from './sink';
import { thisConnection } from './this-connection';

/** What sinks need beyond a client: Settings, this computer, and the connections' own credentials. */
export interface SinkPorts {
  readonly targetOf: (id: TargetId) => DeliveryTarget | undefined;
  readonly runCommand: RunCommand;
  readonly now: () => number;
  /** At least eight hex digits, others each time. */
  readonly random: () => string;
  readonly switchTo: (connection: ConnectionId, value: SecretValue) => Promise<Result<null, DeliveryFailure>>;
  readonly worksWith: (
    connection: ConnectionId,
    value: SecretValue,
  ) => Promise<Result<boolean, DeliveryFailure>>;
}

/** The sink that a destination means, reached through the connection that the token belongs to. */
export type SinkFor = (destination: Destination, connection: ConnectionId, client: CircleCiClient) => Sink;

/** Knows a sink for every destination; a command or folder that is no longer in Settings has one that only fails. */
export function openSinks(ports: SinkPorts): SinkFor {
  const { targetOf, runCommand, now, random, switchTo, worksWith } = ports;
  return (destination, connection, client) => {
    switch (destination.kind) {
      case 'context-variable':
        return contextVariable(destination, client);
      case 'project-variable':
        return projectVariable(destination, client);
      case 'command': {
        const target = targetOf(destination.target);
        return target?.kind === 'command' ? commandSink(target, runCommand) : goneSink(destination);
      }
      case 'age-file': {
        const target = targetOf(destination.target);
        return target?.kind === 'age-file' ? ageFileSink(target, now, random) : goneSink(destination);
      }
      case 'this-connection':
        return thisConnection({
          switchTo: (value) => switchTo(connection, value),
          worksWith: (value) => worksWith(connection, value),
        });
      default:
        return assertNever(destination);
    }
  };
}

function goneSink(destination: Destination): Sink {
  const gone = () => Promise.resolve(err<DeliveryFailure>({ kind: 'target-gone' }));
  return { describe: () => placeWord(destination), deliver: gone, prove: gone };
}
