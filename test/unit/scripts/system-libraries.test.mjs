import { describe, expect, test } from 'vitest';

import { libraries, missingPackages } from '../../../scripts/system-libraries.mjs';

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
