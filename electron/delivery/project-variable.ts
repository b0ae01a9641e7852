import type { Destination } from '../../shared/domain/destination';
import { ok } from '../../shared/result';
import type { CircleCiClient } from '../circleci/client';
import { matches, type Sink } from './sink';

/** A variable of a CircleCI project. Proved by the last four that the host shows. */
export const projectVariable = (
  { project, variable }: Extract<Destination, { kind: 'project-variable' }>,
  client: CircleCiClient,
): Sink => ({
  deliver: (value) => client.putProjectVariable(project, variable, value),
  prove: async (value) => {
    const listed = await client.listProjectVariables(project);
    if (!listed.ok) return listed;
    return ok(matches(value, listed.value.find(({ name }) => name === variable)?.lastCharacters));
  },
});
