import { readFile } from 'node:fs/promises';

import { describe, expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';
import type { DemoProfile, DemoToken, HostBehaviour } from '../../../../electron/demo/demo-state';
import type { TokenScope } from '../../../../shared/domain/token';
import { notProvableSentence, type ValueCheck } from '../../../../shared/domain/value-check';
import { clientOf, demoServer } from '../../../support/demo-client';
import { must, slugOf } from '../../../support/token-records';

type Value = 'own' | 'deleted' | 'of another project';

interface Probe {
  readonly value: Value;
  readonly scope: TokenScope;
  readonly project: 'private' | 'public';
  readonly host: DemoProfile;
  readonly behaviour?: Partial<HostBehaviour>;
  /** What the value, a made-up one and none are answered, in this order. */
  readonly answers: readonly [number, number, number];
  readonly proves: string;
}

const PRIVATE_404 = [404, 404] as const;
const PRIVATE_401 = [401, 401] as const;
const PUBLIC = [200, 200] as const;
const anyone = 'not-provable (answers-anyone)';
const statusScope = 'not-provable (status-scope)';
const otherProject = 'not-provable (other-project)';

const CLOUD = { host: 'cloud-time' } as const;
const CLOUD_401 = { host: 'cloud-time', behaviour: { unknownToken: 401 } } as const;
const CHECKS_PUBLIC = { host: 'cloud-time', behaviour: { checksTokensOfPublic: true } } as const;
const STATUS_UNTOLD = { host: 'cloud-time', behaviour: { statusScope: 'as-unknown' } } as const;
const SERVER = { host: 'server-2' } as const;
const SERVER_404 = { host: 'server-2', behaviour: { unknownToken: 404 } } as const;

const all = { scope: 'all' } as const;
const readOnly = { scope: 'view-builds' } as const;
const status = { scope: 'status' } as const;
const own = { value: 'own' } as const;
const deleted = { value: 'deleted' } as const;
const other = { value: 'of another project' } as const;
const hidden = { project: 'private' } as const;
const open = { project: 'public' } as const;

/** `docs/circleci-probes.md` has these rows, word for word: a test below compares them. */
const PROBES: readonly Probe[] = [
  { ...own, ...all, ...hidden, ...CLOUD, answers: [200, ...PRIVATE_404], proves: 'works' },
  { ...own, ...readOnly, ...hidden, ...CLOUD, answers: [200, ...PRIVATE_404], proves: 'works' },
  { ...own, ...status, ...hidden, ...CLOUD, answers: [403, ...PRIVATE_404], proves: 'works' },
  { ...own, ...status, ...hidden, ...STATUS_UNTOLD, answers: [404, ...PRIVATE_404], proves: statusScope },
  { ...own, ...all, ...hidden, ...CLOUD_401, answers: [200, ...PRIVATE_401], proves: 'works' },
  { ...own, ...status, ...hidden, ...CLOUD_401, answers: [403, ...PRIVATE_401], proves: 'works' },
  { ...own, ...all, ...open, ...CLOUD, answers: [200, ...PUBLIC], proves: anyone },
  { ...own, ...status, ...open, ...CLOUD, answers: [403, ...PUBLIC], proves: 'works' },
  { ...own, ...status, ...open, ...STATUS_UNTOLD, answers: [200, ...PUBLIC], proves: anyone },
  { ...own, ...all, ...open, ...CHECKS_PUBLIC, answers: [200, 401, 200], proves: anyone },
  { ...own, ...status, ...open, ...CHECKS_PUBLIC, answers: [403, 401, 200], proves: 'works' },
  { ...own, ...all, ...hidden, ...SERVER, answers: [200, ...PRIVATE_401], proves: 'works' },
  { ...own, ...status, ...hidden, ...SERVER, answers: [403, ...PRIVATE_401], proves: 'works' },
  { ...own, ...all, ...hidden, ...SERVER_404, answers: [200, ...PRIVATE_404], proves: 'works' },
  { ...own, ...all, ...open, ...SERVER, answers: [200, ...PUBLIC], proves: anyone },
  { ...deleted, ...all, ...hidden, ...CLOUD, answers: [404, ...PRIVATE_404], proves: 'refused' },
  { ...deleted, ...all, ...hidden, ...CLOUD_401, answers: [401, ...PRIVATE_401], proves: 'refused' },
  { ...deleted, ...status, ...hidden, ...CLOUD, answers: [404, ...PRIVATE_404], proves: statusScope },
  { ...deleted, ...all, ...open, ...CLOUD, answers: [200, ...PUBLIC], proves: anyone },
  { ...deleted, ...all, ...open, ...CHECKS_PUBLIC, answers: [401, 401, 200], proves: 'refused' },
  { ...deleted, ...all, ...hidden, ...SERVER, answers: [401, ...PRIVATE_401], proves: 'refused' },
  { ...other, ...all, ...hidden, ...CLOUD, answers: [404, ...PRIVATE_404], proves: otherProject },
  { ...other, ...all, ...hidden, ...CLOUD_401, answers: [404, ...PRIVATE_401], proves: 'works' },
  { ...other, ...all, ...open, ...CLOUD, answers: [200, ...PUBLIC], proves: anyone },
];

const words = (check: ValueCheck) =>
  check.kind === 'not-provable' ? `not-provable (${check.why})` : check.kind;

const line = ({ value, scope, project, host, behaviour = {}, answers, proves }: Probe) => {
  const where = host === 'server-2' ? 'Server 2.x' : 'Cloud';
  const how = Object.entries(behaviour).map(([name, is]) => `${name}: ${String(is)}`);
  return `| project | ${value} | ${scope} | ${project} | ${where} | ${how.join(', ')} | ${answers.join(' / ')} | ${proves} |`;
};

/** The cells of a row of a table, however wide its columns are. */
const cells = (row: string) => row.split('|').map((cell) => cell.trim());

describe('a project token is tried beside a made-up one and none', () => {
  test.each(PROBES.map((probe) => [line(probe), probe] as const))('%s', async (_line, probe) => {
    const server = await demoServer({ profile: probe.host });
    Object.assign(server.state.behaviour, probe.behaviour);
    const [first, second] = server.state.projects.filter(
      ({ organisation }) => organisation.host === 'github',
    );
    const project = must(first);
    project.isPublic = probe.project === 'public';
    const template = must(server.state.projects.flatMap(({ tokens }) => tokens)[0]);
    const end = 'f00d'.repeat(10);
    const value = probe.host === 'server-2' ? end : `CCIPRJ_${'2'.repeat(22)}_${end}`;
    const token: DemoToken = { ...template, scope: probe.scope, value };
    const place = { own: project, deleted: undefined, 'of another project': must(second) }[probe.value];
    if (place !== undefined) place.tokens = [...place.tokens, token];

    const isOwnPlace = probe.value !== 'of another project';
    const at = { isOwnPlace, ...(isOwnPlace && { scope: probe.scope }) };
    const tried = new SecretValue(value);
    const client = clientOf(server);
    expect(words(await client.checkProjectToken(slugOf(project.slug), tried, at))).toBe(probe.proves);
    const url = `${server.address}/api/v1.1/project/${project.slug}?limit=1`;
    const statusOf = async (headers: Record<string, string>) => (await fetch(url, { headers })).status;
    const madeUp = `CCIPRJ_${'1'.repeat(22)}_${'0'.repeat(40)}`;
    expect([
      await statusOf({ 'circle-token': value }),
      await statusOf({ 'circle-token': madeUp }),
      await statusOf({}),
    ]).toEqual(probe.answers);
  });

  test('the document of the probes has these rows and no others', async () => {
    const text = await readFile('docs/circleci-probes.md', 'utf8');
    const rows = text.split('\n').filter((row) => row.startsWith('| project |'));
    expect(rows.map(cells)).toEqual(PROBES.map((probe) => cells(line(probe))));
  });
});

describe('a personal token is tried beside a made-up one and none', () => {
  const rows = [
    ['a live one', 'cloud-time', 'own', {}, 'works'],
    ['a live one of Server 2.x', 'server-2', 'own', {}, 'works'],
    ['one that was never issued', 'cloud-time', 'unknown', {}, 'refused'],
    ['one that was never issued on Server 2.x', 'server-2', 'unknown', {}, 'refused'],
    ['a live one where anyone is answered', 'cloud-time', 'own', { me: 'anyone' }, anyone],
    ['a dead one where anyone is answered', 'server-2', 'unknown', { me: 'anyone' }, anyone],
  ] as const;
  test.each(rows)('%s', async (_what, profile, which, behaviour, proves) => {
    const server = await demoServer({ profile });
    Object.assign(server.state.behaviour, behaviour);
    const live = must(server.state.personal[1]).value;
    const value = which === 'own' ? live : live.slice(0, -4) + 'dead';
    const { check, login } = await clientOf(server).whoIs(new SecretValue(value));
    expect(words(check)).toBe(proves);
    expect(login).toBe(proves === 'works' ? 'm.roy' : undefined);
  });

  test('“not found” where the account is asked for is said of the call, not of the value', async () => {
    const trouble = { kind: 'status' as const, status: 404 };
    const server = await demoServer({ faults: [{ path: '/me$', trouble }] });
    const { check } = await clientOf(server).whoIs(server.token);
    expect(words(check)).toBe('not-provable (call-missing)');
  });
});

test('every reason why nothing is proved has a sentence of its own', () => {
  const all = ['answers-anyone', 'status-scope', 'other-project', 'call-missing', 'value-gone'] as const;
  expect(new Set(all.map(notProvableSentence)).size).toBe(all.length);
});
