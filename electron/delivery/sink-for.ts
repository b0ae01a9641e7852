import { assertNever } from '../../shared/assert-never';
import type { Destination } from '../../shared/domain/destination';
import type { CircleCiClient } from '../circleci/client';
import { contextVariable } from './context-variable';
import { projectVariable } from './project-variable';
import type { Sink } from './sink';

/** The sink that a destination means, reached through the connection that the token belongs to. */
export function sinkFor(destination: Destination, client: CircleCiClient): Sink {
  switch (destination.kind) {
    case 'context-variable':
      return contextVariable(destination, client);
    case 'project-variable':
      return projectVariable(destination, client);
    default:
      return assertNever(destination);
  }
}
