import type { Destination } from '../../shared/domain/destination';
import type { CircleCiClient } from '../circleci/client';
import type { Sink } from './sink';
import { variableSink } from './variable-sink';

/** A variable of a CircleCI project. */
export function projectVariable(
  destination: Extract<Destination, { kind: 'project-variable' }>,
  client: CircleCiClient,
): Sink {
  const { project, variable } = destination;
  return variableSink(destination, {
    list: () => client.listProjectVariables(project),
    put: (value) => client.putProjectVariable(project, variable, value),
    remove: () => client.deleteProjectVariable(project, variable),
  });
}
