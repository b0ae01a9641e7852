import type { Destination } from '../../shared/domain/destination';
import type { CircleCiClient } from '../circleci/client';
import type { Sink } from './sink';
import { variableSink } from './variable-sink';

/** A variable of a CircleCI context. */
export function contextVariable(
  destination: Extract<Destination, { kind: 'context-variable' }>,
  client: CircleCiClient,
): Sink {
  const { contextId, variable } = destination;
  return variableSink(destination, {
    list: () => client.listContextVariables(contextId),
    put: (value) => client.putContextVariable(contextId, variable, value),
    remove: () => client.deleteContextVariable(contextId, variable),
  });
}
