import { describe, expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';
import { openSinks, type SinkPorts } from '../../../../electron/delivery/sink-for';
import type { ConnectionId } from '../../../../shared/domain/connection-id';
import type { DeliveryTarget } from '../../../../shared/domain/delivery-target';
import type { Destination } from '../../../../shared/domain/destination';
import type { ProjectSlug } from '../../../../shared/domain/project-slug';
import { err, ok } from '../../../../shared/result';
import { clientWith } from '../../../support/client-with';
import { ageFolderWith, commandWith } from '../../../support/targets';

const value = new SecretValue('CCIPAT_the_new_value');
const token = { label: 'deploy', scope: 'all' };
const connection = 'con_00000000000000c0' as ConnectionId;
const command = commandWith({ name: 'Team vault' });
const folder = ageFolderWith({ name: 'Backup' });

function sinkOf(destination: Destination, said: Partial<SinkPorts> = {}, client = clientWith({})) {
  const unexpected = () => {
    throw new Error('the test did not expect this call');
  };
  const targets: readonly DeliveryTarget[] = [command, folder];
  const sinks = openSinks({
    targetOf: (id) => targets.find((target) => target.id === id),
    runCommand: unexpected,
    now: () => 0,
    random: () => '00000000',
    switchTo: unexpected,
    worksWith: unexpected,
    ...said,
  });
  return sinks(destination, connection, client);
}

describe('a destination', () => {
  test('that is a command runs the one that is set up under its id', async () => {
    const sink = sinkOf(
      { kind: 'command', target: command.id, name: 'An older name' },
      {
        runCommand: ({ executable }) =>
          Promise.resolve({ kind: 'ended', exitCode: executable === '/bin/sh' ? 0 : 1 }),
      },
    );
    expect(sink.describe()).toBe('command Team vault');
    expect(await sink.deliver(value, token)).toEqual(ok({ kind: 'command' }));
  });

  test('that is a folder writes to the one that is set up under its id', async () => {
    const sink = sinkOf({ kind: 'age-file', target: folder.id, name: 'Backup' });
    expect(sink.describe()).toBe('encrypted file in Backup');
    expect(await sink.deliver(value, token)).toEqual(err({ kind: 'bad-recipient' }));
  });

  test.each<[string, Destination]>([
    ['nothing', { kind: 'command', target: 'to_ffffffffffffffff' as typeof command.id, name: 'Gone' }],
    ['no folder', { kind: 'age-file', target: 'to_ffffffffffffffff' as typeof command.id, name: 'Gone' }],
    ['a folder', { kind: 'command', target: folder.id, name: 'Gone' }],
    ['a command', { kind: 'age-file', target: command.id, name: 'Gone' }],
  ])('that is %s in Settings by now can neither be delivered to nor proved', async (_what, destination) => {
    const sink = sinkOf(destination);
    expect(await sink.deliver(value, token)).toEqual(err({ kind: 'target-gone' }));
    expect(await sink.prove(value, { kind: 'command' })).toEqual(err({ kind: 'target-gone' }));
    expect(sink.describe()).toContain('Gone');
    expect(sink.undo).toBeUndefined();
  });

  test('that is a variable is written through the client of its connection', async () => {
    const written: string[] = [];
    const client = clientWith({
      listProjectVariables: () => Promise.resolve(ok([])),
      putProjectVariable: (project, name) => {
        written.push(`${project} ${name}`);
        return Promise.resolve(ok(null));
      },
      listContextVariables: () => Promise.resolve(ok([])),
      putContextVariable: (context, name) => {
        written.push(`${context} ${name}`);
        return Promise.resolve(ok(null));
      },
    });
    const project = 'gh/acme/web' as ProjectSlug;
    await sinkOf({ kind: 'project-variable', project, variable: 'A' }, {}, client).deliver(value, token);
    const context = { contextId: 'c1', contextName: 'deploys' };
    await sinkOf({ kind: 'context-variable', ...context, variable: 'B' }, {}, client).deliver(value, token);
    expect(written).toEqual(['gh/acme/web A', 'c1 B']);
  });
});

describe('the connection itself', () => {
  test('goes on with the new value, and is asked what it works with', async () => {
    const asked: unknown[] = [];
    const sink = sinkOf(
      { kind: 'this-connection' },
      {
        switchTo: (which, secret) => {
          asked.push([which, secret]);
          return Promise.resolve(ok(null));
        },
        worksWith: (which, secret) => Promise.resolve(ok(which === connection && secret === value)),
      },
    );
    expect(await sink.deliver(value, token)).toEqual(ok({ kind: 'switched' }));
    expect(asked).toEqual([[connection, value]]);
    expect(await sink.prove(value, { kind: 'switched' })).toEqual(ok(true));
    expect(sink.undo).toBeUndefined();
    expect(sink.describe()).toBe('this connection of Rekey');
  });

  test('says so when it goes on with the old one', async () => {
    const sink = sinkOf(
      { kind: 'this-connection' },
      { switchTo: () => Promise.resolve(err({ kind: 'not-switched' })) },
    );
    expect(await sink.deliver(value, token)).toEqual(err({ kind: 'not-switched' }));
  });
});
