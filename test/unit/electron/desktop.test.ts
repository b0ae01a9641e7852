import { describe, expect, test } from 'vitest';
import { keychainCipher } from '../../../electron/credentials/cipher';
import { SecretValue } from '../../../electron/credentials/secret-value';
import { openSecretClipboard } from '../../../electron/desktop/clipboard';
import { openLinkWith } from '../../../electron/desktop/external-links';
import { holdQuit } from '../../../electron/desktop/hold-quit';
import { wordsFor } from '../../../electron/desktop/native-dialogs';
import { redact } from '../../../electron/desktop/redact';
import { endOnUncaught } from '../../../electron/hardening/end-on-uncaught';
import { placeOnScreen } from '../../../electron/window/window-place';
import { slugOf } from '../../support/token-records';

describe('X3: the keychain', () => {
  const storage = {
    isEncryptionAvailable: () => true,
    encryptString: (plain: string) => Buffer.from(`sealed ${plain}`),
    decryptString: (sealed: Buffer) => sealed.toString().replace('sealed ', ''),
    getSelectedStorageBackend: () => 'gnome_libsecret',
  };

  test('seals and opens where it is real', () => {
    const cipher = keychainCipher(storage, 'linux');
    const sealed = cipher.seal(new SecretValue('a secret'));
    expect(cipher.strength()).toBe('ready');
    const opened = sealed.ok ? cipher.open(sealed.value) : sealed;
    expect(opened.ok && opened.value.reveal()).toBe('a secret');
  });

  test.each([
    ['is only an obfuscation', { getSelectedStorageBackend: () => 'basic_text' }, 'weak'],
    ['is not available', { isEncryptionAvailable: () => false }, 'none'],
  ])('that %s refuses to seal', (_what, said, strength) => {
    const cipher = keychainCipher({ ...storage, ...said }, 'linux');
    expect(cipher.strength()).toBe(strength);
    expect(cipher.seal(new SecretValue('a secret'))).toEqual({ ok: false, error: 'no-keychain' });
  });

  test('of another person does not open what was sealed, and says so', () => {
    const cipher = keychainCipher(
      {
        ...storage,
        decryptString: () => {
          throw new Error('no');
        },
      },
      'darwin',
    );
    expect(cipher.open(Buffer.from('x'))).toEqual({ ok: false, error: 'unreadable' });
  });
});

describe('X8: the clipboard', () => {
  function setUp() {
    let content = '';
    let end: () => void = () => undefined;
    const cleared: number[] = [];
    const clipboard = {
      readText: () => Promise.resolve(content),
      writeText: (text: string) => {
        content = text;
      },
    };
    const copied = openSecretClipboard(
      clipboard,
      () =>
        new Promise((resolve) => {
          end = resolve;
        }),
      () => cleared.push(1),
    );
    return {
      copied,
      cleared,
      content: () => content,
      write: clipboard.writeText,
      pass: async () => {
        end();
        await new Promise((resolve) => setImmediate(resolve));
      },
    };
  }

  test('is cleared when the time is over', async () => {
    const { copied, content, cleared, pass } = setUp();
    await copied.copy(new SecretValue('a secret'));
    expect(copied.clearsAfterSeconds).toBe(30);
    expect(content()).toBe('a secret');
    await pass();
    expect(content()).toBe('');
    expect(cleared).toHaveLength(1);
  });

  test('keeps what somebody copied since', async () => {
    const { copied, content, write, pass } = setUp();
    await copied.copy(new SecretValue('a secret'));
    write('something else');
    await pass();
    expect(content()).toBe('something else');
  });

  test('is cleared before quitting, and a quit that would lose values asks first', async () => {
    const { copied, content } = setUp();
    await copied.copy(new SecretValue('a secret'));
    let quits = 0;
    let answer = false;
    const listeners: ((event: { preventDefault: () => void }) => void)[] = [];
    const app = {
      on: (_name: string, heard: (typeof listeners)[number]) => listeners.push(heard),
      quit: () => {
        quits += 1;
      },
    };
    const ports = {
      confirmNatively: () => Promise.resolve(answer),
      valuesInMemoryOnly: () => 2,
      settle: copied.clearNow,
      wait: () => new Promise<void>(() => undefined),
    };
    holdQuit(app as never, ports);
    const tryToQuit = async () => {
      listeners[0]?.({ preventDefault: () => undefined });
      await new Promise((resolve) => setImmediate(resolve));
    };
    await tryToQuit();
    expect([quits, content()]).toEqual([0, 'a secret']);
    answer = true;
    await tryToQuit();
    expect([quits, content()]).toEqual([1, '']);
  });
});

test('SECURITY S15: the page names a link, and the list says where it leads', async () => {
  const opened: string[] = [];
  const open = openLinkWith({
    openExternal: (url) => {
      opened.push(url);
      return Promise.resolve();
    },
  });
  await open({ name: 'docs' });
  await open({ name: 'personal-tokens' });
  await open({ name: 'project-tokens', project: slugOf('gh/acme/a?b#c&d') });
  expect(opened).toEqual([
    'https://circleci.com/docs/managing-api-tokens/',
    'https://app.circleci.com/settings/user/tokens',
    'https://app.circleci.com/settings/project/gh/acme/a%3Fb%23c%26d/api',
  ]);
});

test('X10: an error that nobody expected is logged by its name alone, and ends the app', async () => {
  const heard = new Map<string, (error: unknown) => void>();
  const logged: string[] = [];
  let ended = 0;
  endOnUncaught(
    { on: (name: string, listener: (error: unknown) => void) => heard.set(name, listener) } as never,
    (name) => {
      logged.push(name);
      return Promise.resolve();
    },
    () => {
      ended += 1;
    },
  );
  heard.get('uncaughtException')?.(new TypeError('with a secret in it'));
  heard.get('unhandledRejection')?.('a secret');
  await new Promise(setImmediate);
  expect(logged).toEqual(['TypeError', 'string']);
  expect(ended).toBe(2);
});

test.each([
  `token CCIPAT_${'a'.repeat(22)}_${'0'.repeat(40)} seen`,
  `ccipat_${'b'.repeat(22)}_${'1'.repeat(40)}`,
  `x ${'0a'.repeat(20)} y`,
  'authorization: Bearer abc.def',
  '"circle-token": "abcdef"',
])('a log line with a secret in it loses it: %#', (line) => {
  const clean = redact(line);
  expect(clean).toContain('[redacted]');
  expect(clean).not.toMatch(/[0-9a-f]{40}|abc/);
});

test('X14: what main asks names the organisation and the count, and the button repeats the verb', () => {
  const asked = wordsFor({
    kind: 'rotate',
    organisation: 'acme',
    count: 14,
    commands: ['vault'],
    keepsInMemory: false,
  });
  expect(asked.message).toBe('Rotate 14 tokens of acme?');
  expect(asked.button).toBe('Rotate 14 tokens');
  expect(wordsFor({ kind: 'delete-old', organisation: 'acme', count: 1 }).button).toBe('Delete 1 old token');
});

test('a window opens where it was only while that is on the screen', () => {
  const place = { x: 10, y: 20, width: 1_000, height: 700, isMaximised: false };
  const screen = { width: 1_400, height: 900 };
  expect(placeOnScreen(place, screen)).toEqual({ x: 10, y: 20, width: 1_000, height: 700 });
  expect(placeOnScreen({ ...place, x: 5_000 }, screen)).toEqual({ width: 1_000, height: 700 });
  expect(placeOnScreen(undefined, { width: 1_000, height: 700 })).toEqual({ width: 1_000, height: 700 });
});
