import type { ApiFailure } from '../../shared/domain/api-failure';
import type { LikelyConsumer } from '../../shared/domain/consumer';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { err, ok, type Result } from '../../shared/result';
import type { CircleCiClient } from '../circleci/client';

/**
 * The variables of the token's own project, and of every context, that show its last four. Four characters match by chance
 * once in 65,536, so these are likely consumers and never more. Fails only when nothing could be read.
 */
export async function likelyConsumers(
  client: CircleCiClient,
  project: ProjectSlug | undefined,
  lastFour: string,
): Promise<Result<readonly LikelyConsumer[], ApiFailure>> {
  const failures: ApiFailure[] = [];
  const found: LikelyConsumer[] = [];
  let answers = 0;

  if (project !== undefined) {
    const listed = await client.listProjectVariables(project);
    if (!listed.ok) failures.push(listed.error);
    else {
      answers += 1;
      for (const { name, lastCharacters } of listed.value) {
        if (lastCharacters !== lastFour) continue;
        found.push({ lastFour, destination: { kind: 'project-variable', project, variable: name } });
      }
    }
  }

  const contexts = await client.listContexts();
  if (!contexts.ok) failures.push(contexts.error);
  for (const { id: contextId, name: contextName } of contexts.ok ? contexts.value : []) {
    const listed = await client.listContextVariables(contextId);
    if (!listed.ok) {
      failures.push(listed.error);
      continue;
    }
    answers += 1;
    for (const { name: variable, lastCharacters } of listed.value) {
      if (lastCharacters !== lastFour) continue;
      found.push({ lastFour, destination: { kind: 'context-variable', contextId, contextName, variable } });
    }
  }

  const [failure] = failures;
  return answers === 0 && failure !== undefined ? err(failure) : ok(found);
}
