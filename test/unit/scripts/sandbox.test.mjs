import { expect, test } from 'vitest';

import { canSandbox } from '../../../scripts/sandbox.mjs';

const APPARMOR = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
const machine = (settings, helper) => ({ setting: (path) => settings[path], helper });
const roots = { uid: 0, mode: 0o104755 };

test.each([
  ['namespaces that nothing forbids', machine({}, undefined), true],
  ['a setting that allows them', machine({ [APPARMOR]: '0\n' }, undefined), true],
  ['namespaces forbidden, and no helper', machine({ [APPARMOR]: '1\n' }, undefined), false],
  ['namespaces forbidden, and a helper of root’s', machine({ [APPARMOR]: '1\n' }, roots), true],
  ['a helper that may not act as root', machine({ [APPARMOR]: '1\n' }, { uid: 0, mode: 0o100755 }), false],
  ['a helper of somebody else', machine({ [APPARMOR]: '1\n' }, { uid: 1000, mode: 0o104755 }), false],
])('Chromium’s sandbox with %s', (_what, given, expected) => {
  expect(canSandbox(given)).toBe(expected);
});
