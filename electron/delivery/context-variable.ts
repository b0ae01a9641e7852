import type { Destination } from '../../shared/domain/destination';
import type { Instant } from '../../shared/domain/instant';
import { ok } from '../../shared/result';
import type { CircleCiClient } from '../circleci/client';
import { matches, type Sink } from './sink';

/** A variable of a CircleCI context. Proved by the last four that the host shows, written no earlier than before. */
export function contextVariable(
  { contextId, variable }: Extract<Destination, { kind: 'context-variable' }>,
  client: CircleCiClient,
): Sink {
  let before: Instant | undefined;

  const read = async () => {
    const listed = await client.listContextVariables(contextId);
    return listed.ok ? ok(listed.value.find(({ name }) => name === variable)) : listed;
  };

  return {
    deliver: async (value) => {
      const found = await read();
      if (!found.ok) return found;
      before = found.value?.updatedAt;
      return client.putContextVariable(contextId, variable, value);
    },
    prove: async (value) => {
      const found = await read();
      if (!found.ok) return found;
      const { lastCharacters, updatedAt } = found.value ?? {};
      const isNotOlder = before === undefined || updatedAt === undefined || updatedAt >= before;
      return ok(isNotOlder && matches(value, lastCharacters));
    },
  };
}
