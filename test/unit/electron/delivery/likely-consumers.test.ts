import { expect, test } from 'vitest';

import { likelyConsumers } from '../../../../electron/delivery/likely-consumers';
import { clientOf, demoServer } from '../../../support/demo-client';
import { valueOf } from '../../../support/value-of';
import { must, NOW, slugOf } from '../../../support/token-records';

const variable = (value: string) => ({ value, createdAt: NOW, updatedAt: NOW });

async function setUp() {
  const server = await demoServer({ size: { projects: 6, tokens: 30 } });
  const [project, other] = server.state.projects;
  const [context] = server.state.contexts;
  for (const { variables } of [...server.state.projects, ...server.state.contexts]) variables.clear();
  return {
    server,
    client: clientOf(server),
    project: must(project),
    other: must(other),
    context: must(context),
  };
}

test('the variables of the token’s own project and of every context that end like it are likely consumers', async () => {
  const { client, project, other, context } = await setUp();
  project.variables.set('CIRCLE_TOKEN', variable('abcdef1234'));
  project.variables.set('OTHER', variable('abcdef9999'));
  other.variables.set('ELSEWHERE', variable('abcdef1234'));
  context.variables.set('SHARED', variable('zzzz1234'));
  context.variables.set('UNLIKE', variable('zzzz1235'));
  const found = valueOf(await likelyConsumers(client, slugOf(project.slug), '1234'));
  expect(found).toEqual([
    {
      lastFour: '1234',
      destination: { kind: 'project-variable', project: project.slug, variable: 'CIRCLE_TOKEN' },
    },
    {
      lastFour: '1234',
      destination: {
        kind: 'context-variable',
        contextId: context.id,
        contextName: context.name,
        variable: 'SHARED',
      },
    },
  ]);
});

test('what cannot be read costs its own findings and no others; nothing readable is a failure', async () => {
  const { server, client, project, context } = await setUp();
  project.variables.set('CIRCLE_TOKEN', variable('abcdef1234'));
  context.variables.set('SHARED', variable('zzzz1234'));
  server.setFaults([{ path: '/envvar', trouble: { kind: 'status', status: 403 } }]);
  const some = valueOf(await likelyConsumers(client, slugOf(project.slug), '1234'));
  expect(some.map(({ destination }) => destination.kind)).toEqual(['context-variable']);
  server.setFaults([{ path: '/envvar|/context', trouble: { kind: 'status', status: 403 } }]);
  expect((await likelyConsumers(client, slugOf(project.slug), '1234')).ok).toBe(false);
});
