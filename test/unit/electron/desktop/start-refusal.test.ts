import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { sayRefusal } from '../../../../electron/desktop/say-refusal';
import { forbiddenSwitch } from '../../../../electron/hardening/forbidden-switches';
import { refusalSentence, type StartRefusal } from '../../../../electron/desktop/start-refusal';

const require = createRequire(import.meta.url);
const builder = createRequire(require.resolve('electron-builder'));

interface Target {
  readonly desktopEntry: { readonly value: Promise<string> };
}

/** The entries that electron-builder's own code makes from a `linux` part of our configuration. */
async function entriesFrom(linux: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const { LinuxTargetHelper } = builder('app-builder-lib/out/targets/LinuxTargetHelper.js') as {
    LinuxTargetHelper: new (packager: unknown) => {
      computeDesktopEntry: (options: unknown) => Promise<string> | string;
    };
  };
  const { default: AppImageTarget } = builder('app-builder-lib/out/targets/appimage/AppImageTarget.js') as {
    default: new (name: string, packager: unknown, helper: unknown, out: string) => Target;
  };
  const packager = {
    platformSpecificBuildOptions: linux,
    config: { linux },
    executableName: 'rekey',
    fileAssociations: [],
    appInfo: {
      productName: 'Rekey',
      sanitizedProductName: 'Rekey',
      buildVersion: '1',
      description: '',
      sanitizedName: 'rekey',
    },
    info: { metadata: { desktopName: 'rekey.desktop' }, config: { linux } },
  };
  const helper = new LinuxTargetHelper(packager);
  const appImage = new AppImageTarget('AppImage', packager, helper, '/nowhere');
  return [await appImage.desktopEntry.value, await helper.computeDesktopEntry(linux)];
}

const execOf = (entry: string) => /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
const switchesIn = (exec: string) => [...exec.matchAll(/--([a-z-]+)/g)].map(([, name]) => name);
const configuration = readFileSync(
  fileURLToPath(new URL('../../../../electron-builder.yml', import.meta.url)),
  'utf8',
);

describe('the entry that starts the release from a menu', () => {
  test('passes no switch that the release refuses, as electron-builder makes it from our configuration', async () => {
    expect(configuration).toMatch(/^linux:\n(?: {2}.*\n)*? {2}executableArgs: \[\]\n/m);
    for (const entry of await entriesFrom({ executableArgs: [] })) {
      expect(execOf(entry)).toMatch(/(?:AppRun|rekey) %U$/);
      const passed = switchesIn(execOf(entry));
      expect(forbiddenSwitch(true, (name) => passed.includes(name))).toBeUndefined();
    }
  });

  test('would pass one without that part of the configuration', async () => {
    const [appImage = ''] = await entriesFrom({});
    expect(switchesIn(execOf(appImage))).toEqual(['no-sandbox']);
  });
});

async function said(refusal: StartRefusal, showMessageBox: () => Promise<unknown> = () => Promise.resolve()) {
  const output: string[] = [];
  let shown = 0;
  await sayRefusal(refusal, {
    app: { whenReady: () => Promise.resolve() },
    dialog: {
      showMessageBox: () => {
        shown += 1;
        return showMessageBox();
      },
    },
    stderr: { write: (text) => output.push(text) },
  });
  return { output: output.join(''), shown };
}

describe('an app that does not start says why', () => {
  test('in its output and in a dialog, where a switch is forbidden', async () => {
    const { output, shown } = await said({ kind: 'forbidden-switch', name: 'no-sandbox' });
    expect(output).toMatch(/^Rekey did not start: the switch --no-sandbox .*user namespaces.*\n$/);
    expect(shown).toBe(1);
  });

  test('in its output, where it runs already and its window comes to the front', async () => {
    const { output, shown } = await said({ kind: 'second-instance' });
    expect(output).toMatch(/running already/);
    expect(shown).toBe(0);
  });

  test('in its output at least, where there is no screen', async () => {
    const { output } = await said({ kind: 'forbidden-switch', name: 'inspect' }, () =>
      Promise.reject(new Error('no display')),
    );
    expect(output).toBe(`${refusalSentence({ kind: 'forbidden-switch', name: 'inspect' })}\n`);
  });
});
