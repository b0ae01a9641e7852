import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { argumentsFor, fill } from '../../../../electron/delivery/command-arguments';

const token = { label: 'deploy', scope: 'all', project: 'gh/acme/web' };
const facts = fc.record({ label: fc.string(), scope: fc.string(), project: fc.string() });
const hostile = fc.record({
  label: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('-rf', '--help', '$&', '$1', '{scope}', 'a\nb', 'a\0b', '$(id)'),
  ),
  scope: fc.constant('all'),
});

describe('the arguments of a command', () => {
  test('name the label, the project and the scope of the token, as often as they are asked to', () => {
    const args = ['put', 'circleci/{project}/{label}', '--note={label} ({scope}), {label}'];
    expect(argumentsFor({ executable: '/usr/bin/vault', args }, token)).toEqual([
      'put',
      'circleci/gh/acme/web/deploy',
      '--note=deploy (all), deploy',
    ]);
  });

  test('have nothing where the token has no project, and leave other braces alone', () => {
    expect(fill('a{project}b{PROJECT}{}', { label: 'x', scope: 'full' })).toBe('ab{PROJECT}{}');
  });

  test('take a label as it is, also one that looks like a placeholder or a replacement', () => {
    expect(fill('<{label}>', { ...token, label: "{scope}$&$1$'" })).toBe("<{scope}$&$1$'>");
  });

  test.each(['-rf', '--output=/etc/passwd', '-'])('do not let the label %j become an option', (label) => {
    expect(fill('{label}', { ...token, label })).toBeUndefined();
    expect(fill('{project}{label}', { label, scope: 'all' })).toBeUndefined();
    expect(fill('x{label}', { ...token, label })).toBe(`x${label}`);
    expect(fill('--name={label}', { ...token, label })).toBe(`--name=${label}`);
  });

  test.each(['a\0b', 'a\nb', 'a\rb', '\u001b[2J', 'a\u0085b', 'a\u007fb'])(
    'do not carry the control character of %j',
    (label) => {
      expect(fill('x{label}', { ...token, label })).toBeUndefined();
      expect(fill('x{scope}', { ...token, label })).toBe('xall');
    },
  );

  test('may hold a line break that a person wrote there', () => {
    expect(fill('one\ntwo', token)).toBe('one\ntwo');
  });

  test('are as many as were set up, none of them an option or a line by the will of a label', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.array(fc.constantFrom('{label}', 'a{label}', '-x', '--y={label}')),
        (who, args) => {
          const filled = argumentsFor({ executable: '/usr/bin/vault', args }, who);
          if (filled === undefined) return;
          expect(filled).toHaveLength(args.length);
          filled.forEach((arg, at) => {
            expect(arg.startsWith('-')).toBe(args[at]?.startsWith('-'));
            expect(arg).not.toMatch(/\p{Cc}/u);
          });
        },
      ),
    );
  });

  test('are the text that was set up with each fact in its place, or none at all', () => {
    fc.assert(
      fc.property(facts, (who) => {
        const filled = fill('a{label}|{scope}|{project}', who);
        const isPlain = !/\p{Cc}/u.test(who.label + who.scope + who.project);
        expect(filled).toBe(isPlain ? `a${who.label}|${who.scope}|${who.project}` : undefined);
      }),
    );
  });
});

describe('a label never becomes part of a program:', () => {
  test.each([
    ['/bin/sh', ['-c', 'vault kv put x/{label} token=-']],
    ['/bin/bash', ['-ec', '{label}']],
    ['/bin/bash', ['-c', '-e', 'echo {label}']],
    ['/usr/bin/python3.12', ['-c', 'print("{label}")']],
    ['/usr/bin/node', ['--eval', '"{label}"']],
    ['/usr/bin/node', ['--eval={label}']],
    ['/usr/bin/perl', ['-e', '{scope}']],
    ['C:\\Windows\\System32\\cmd.exe', ['/c', 'echo', '{label}']],
    ['C:\\Program Files\\PowerShell\\7\\pwsh.exe', ['-Command', 'x {label}']],
    ['C:\\Windows\\System32\\powershell.exe', ['{label}']],
  ])('%s %j is refused', (executable, args) => {
    expect(argumentsFor({ executable, args }, token)).toBeUndefined();
  });

  test.each([
    ['/bin/sh', ['-c', 'vault kv put "$0" token=-', 'x/{label}']],
    ['/bin/sh', ['/opt/store.sh', '{label}']],
    ['/usr/bin/git', ['-c', 'user.name={label}']],
    ['C:\\Program Files\\PowerShell\\7\\pwsh.exe', ['-File', 'C:\\store.ps1', '{label}']],
  ])('%s %j is run', (executable, args) => {
    expect(argumentsFor({ executable, args }, token)?.at(-1)).toContain('deploy');
  });
});
