import { describe, expect, test } from 'vitest';

import { installStep, libraries, missingPackages } from '../../../scripts/system-libraries.mjs';

const nothing = { loaderCache: '', hasProgram: () => false, hasFile: () => false };
const everything = {
  loaderCache: Object.keys(libraries)
    .map((file) => `\t${file} (libc6,x86-64) => /lib/${file}`)
    .join('\n'),
  hasProgram: () => true,
  hasFile: () => true,
};

describe('what a Linux machine lacks', () => {
  test('a bare one lacks libraries for the app, and a display, a bus and a keyring for the tests', () => {
    expect(missingPackages(nothing, false)).toContain('libgtk-3-0');
    expect(missingPackages(nothing, false)).not.toContain('xvfb');
    expect(missingPackages(nothing, true)).toEqual(
      expect.arrayContaining([
        'libgtk-3-0',
        'xvfb',
        'xauth',
        'dbus-x11',
        'gnome-keyring',
        'libnss3-tools',
        'openssl',
        'fonts-liberation',
      ]),
    );
  });

  test('a furnished one lacks nothing', () => {
    expect(missingPackages(everything, true)).toEqual([]);
  });

  test('a library whose name only begins alike does not count', () => {
    const loaderCache = everything.loaderCache.replace('libnss3.so (', 'libnss3.so.1 (');
    expect(missingPackages({ ...everything, loaderCache }, true)).toEqual(['libnss3']);
  });
});

describe('the step that is printed', () => {
  const missing = ['libnss3', 'xvfb', 'fonts-liberation'];

  test('brings the lists of packages up to date first, as somebody who may', () => {
    expect(installStep(missing, { isRoot: false, hasApt: true })).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends libnss3 xvfb fonts-liberation',
    );
  });

  test('needs no sudo where root reads it', () => {
    expect(installStep(missing, { isRoot: true, hasApt: true })).not.toContain('sudo');
  });

  test('names the libraries and programs themselves where there is no apt', () => {
    const step = installStep(missing, { isRoot: true, hasApt: false });
    expect(step).toContain('libnss3.so, Xvfb, fonts-liberation');
    expect(step).not.toContain('apt-get');
  });
});
