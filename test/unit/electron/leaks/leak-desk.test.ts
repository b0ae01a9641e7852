import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { parseFoundId, type FoundMatch } from '../../../../shared/domain/found-token';
import { acme, leakDesk } from '../../../support/leak-world';
import { tempFolder } from '../../../support/temp-folder';
import { connectionIdOf, must, tokenWith } from '../../../support/token-records';
import { legacyValue, personalValue, projectValue } from '../../../support/token-texts';
import { valueOf } from '../../../support/value-of';

const known = (by: FoundMatch['by']): FoundMatch => ({ token: tokenWith({ label: 'deploy bot' }), by });

describe('what was pasted', () => {
  test('is listed by last four, each value once, and nothing is sent', async () => {
    const { leaks, used } = leakDesk();
    const text = `${projectValue(1)} ${legacyValue(2)}\n${projectValue(1)} ${personalValue(3)}`;
    const found = valueOf(await leaks.paste(text));
    expect(found.map(({ form, lastFour }) => [form, lastFour])).toEqual([
      ['project', '0001'],
      ['legacy', '0002'],
      ['personal', '0003'],
    ]);
    expect(found.every(({ life }) => life.kind === 'not-asked')).toBe(true);
    expect(JSON.stringify(found)).not.toContain(projectValue(1));
    expect(used).toEqual([]);
  });

  test('says so where it holds no token, or far too many', async () => {
    const { leaks } = leakDesk();
    expect(await leaks.paste('a word')).toEqual({ ok: false, error: { kind: 'no-token' } });
    const many = Array.from({ length: 201 }, (_, index) => projectValue(index)).join(' ');
    expect(await leaks.paste(many)).toEqual({ ok: false, error: { kind: 'too-many' } });
  });

  test('is forgotten when something else is, when the dialog closes, and when its time is over', async () => {
    const { leaks, passTenMinutes, expired, used } = leakDesk();
    const first = must(valueOf(await leaks.paste(projectValue(1)))[0]);
    const second = must(valueOf(await leaks.paste(projectValue(2)))[0]);
    expect(await leaks.check(first.id, acme)).toEqual({ ok: false, error: { kind: 'forgotten' } });
    leaks.forget();
    expect(await leaks.check(second.id, acme)).toEqual({ ok: false, error: { kind: 'forgotten' } });
    const third = must(valueOf(await leaks.paste(projectValue(3)))[0]);
    expect(expired()).toBe(0);
    passTenMinutes();
    await Promise.resolve();
    expect(await leaks.check(third.id, acme)).toEqual({ ok: false, error: { kind: 'forgotten' } });
    expect(expired()).toBe(1);
    expect(used).toEqual([]);
  });
});

test('what was pasted is not held where the dialog closed before it was looked up', async () => {
  let lookedUp: (match: () => readonly FoundMatch[]) => void = () => undefined;
  const { leaks, used } = leakDesk({
    matcher: () =>
      new Promise((resolve) => {
        lookedUp = resolve;
      }),
  });
  const pasting = leaks.paste(personalValue(1));
  leaks.forget();
  lookedUp(() => []);
  expect(await pasting).toEqual({ ok: false, error: { kind: 'declined' } });
  const first = must(parseFoundId(`fnd_${'1'.padStart(32, '0')}`));
  expect(await leaks.check(first, acme)).toEqual({ ok: false, error: { kind: 'forgotten' } });
  expect(used).toEqual([]);
});

test('a text of far too many tokens is given up at the first that is too many', async () => {
  let lookedUp = 0;
  const matcher = () =>
    Promise.resolve(() => {
      lookedUp += 1;
      return [];
    });
  const { leaks } = leakDesk({ matcher });
  const many = Array.from({ length: 5_000 }, (_, index) => projectValue(index)).join(' ');
  expect(await leaks.paste(many)).toEqual({ ok: false, error: { kind: 'too-many' } });
  expect(lookedUp).toBe(201);
});

describe('a folder', () => {
  test('whose search is given up leaves nothing behind, and one that is stopped leaves what was found', async () => {
    const folder = await tempFolder();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => writeFile(join(folder, `${index}.txt`), projectValue(index))),
    );
    const { leaks, facts } = leakDesk();
    const given = leaks.scan(folder);
    expect(await leaks.scan(folder)).toEqual({ ok: false, error: { kind: 'busy' } });
    leaks.forget();
    expect(await given).toEqual({ ok: false, error: { kind: 'declined' } });
    expect(leaks.scanAsText()).toBeUndefined();
    expect(facts).toEqual([]);

    const stopped = leaks.scan(folder);
    leaks.stopScan();
    expect(valueOf(await stopped).wasStopped).toBe(true);
    const whole = valueOf(await leaks.scan(folder));
    expect([whole.rows.length, whole.found.length, whole.wasStopped]).toEqual([40, 40, false]);
    expect(leaks.scanAsText()).toContain('0.txt:1 · project · …0000');
    expect(leaks.scanAsText()).not.toContain(projectValue(0));
    expect(facts.at(-1)).toEqual({ kind: 'folder-scanned', files: 40, found: 40 });
  });
});

describe('a value that the person agreed to use', () => {
  test('of a personal token is asked who it is, and of a project’s by that project', async () => {
    const own = leakDesk({ alive: { [personalValue(1)]: { check: { kind: 'works' }, login: 'k.sato' } } });
    expect((await own.check(personalValue(1))).life).toEqual({
      kind: 'works',
      connection: acme,
      is: 'personal',
      login: 'k.sato',
    });
    expect(own.used).toEqual([`me ${personalValue(1)}`]);
    expect(own.facts).toEqual([{ kind: 'leak-checked', form: 'personal', outcome: 'not-ours' }]);

    const project = leakDesk({ project: { kind: 'works' }, matches: [known('id')] });
    expect((await project.check(projectValue(1))).life).toMatchObject({ kind: 'works', is: 'project' });
    expect(project.used).toEqual([`gh/acme/api ${projectValue(1)}`]);
    expect(project.facts).toEqual([
      { kind: 'leak-checked', form: 'project', outcome: 'located', token: tokenWith({}).ref },
    ]);
  });

  test('of the older form is refused only where it is refused as both kinds', async () => {
    const value = legacyValue(1);
    expect((await leakDesk().check(value)).life.kind).toBe('refused');
    expect((await leakDesk({ hasProject: false }).check(value)).life.kind).toBe('undecided');
    expect((await leakDesk({ project: { kind: 'works' } }).check(value)).life).toMatchObject({
      is: 'project',
    });
    expect((await leakDesk({ project: { kind: 'undecided' } }).check(value)).life.kind).toBe('undecided');
    const unsure = leakDesk({ alive: { [value]: { check: { kind: 'undecided' } } } });
    expect((await unsure.check(value)).life.kind).toBe('undecided');
    expect(unsure.facts).toEqual([{ kind: 'leak-checked', form: 'legacy', outcome: 'undecided' }]);
  });

  test('is not called located by a hint, nor by the account alone', async () => {
    const hint = leakDesk({ project: { kind: 'works' }, matches: [known('last-four')] });
    await hint.check(projectValue(1));
    const own = leakDesk({ alive: { [personalValue(1)]: { check: { kind: 'works' }, login: 'm.roy' } } });
    await own.check(personalValue(1));
    const stranger = leakDesk({ project: { kind: 'works' } });
    await stranger.check(projectValue(1));
    expect([hint, own, stranger].map(({ facts }) => facts)).toEqual([
      [{ kind: 'leak-checked', form: 'project', outcome: 'undecided' }],
      [{ kind: 'leak-checked', form: 'personal', outcome: 'undecided' }],
      [{ kind: 'leak-checked', form: 'project', outcome: 'not-ours' }],
    ]);
  });

  test('SECURITY X14: goes nowhere before main has asked, naming the host, and nowhere once it is forgotten', async () => {
    const asked: unknown[] = [];
    let answer: (may: boolean) => void = () => undefined;
    const { leaks, used, facts } = leakDesk({
      maySend: (...question) => {
        asked.push(question);
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    });
    const found = must(valueOf(await leaks.paste(personalValue(1)))[0]);
    const declined = leaks.check(found.id, acme);
    answer(false);
    expect(await declined).toEqual({ ok: false, error: { kind: 'declined' } });
    expect(asked).toEqual([['0001', 'circleci.com']]);

    const late = leaks.check(found.id, acme);
    leaks.forget();
    answer(true);
    expect(await late).toEqual({ ok: false, error: { kind: 'forgotten' } });
    expect([used, facts]).toEqual([[], []]);
  });

  test('goes nowhere where the connection is unknown', async () => {
    const { leaks, used } = leakDesk();
    const found = must(valueOf(await leaks.paste(projectValue(1)))[0]);
    expect(await leaks.check(found.id, connectionIdOf(2))).toEqual({
      ok: false,
      error: { kind: 'no-such-connection' },
    });
    expect(used).toEqual([]);
  });
});
