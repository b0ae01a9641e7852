import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { describe, expect, test } from 'vitest';

import { fuseConfig, fusesFor } from '../../../scripts/fuses.mjs';

const options = { FuseV1Options, FuseVersion };
const wireOf = (length) =>
  Object.fromEntries([['version', FuseVersion.V1], ...Array.from({ length }, (_, index) => [index, 49])]);

describe('SECURITY S19: the fuses', () => {
  test('all that the packer knows are decided, and no other', () => {
    const known = Object.keys(FuseV1Options).filter((name) => !/^\d+$/.test(name));
    expect(Object.keys(fusesFor('linux')).sort()).toEqual(known.sort());
  });

  test('an older Electron gets those that it has', () => {
    expect(fuseConfig('linux', wireOf(8), options)).not.toHaveProperty(
      String(FuseV1Options.WasmTrapHandlers),
    );
    expect(fuseConfig('linux', wireOf(9), options)).toHaveProperty(
      String(FuseV1Options.WasmTrapHandlers),
      true,
    );
  });

  test('a fuse that nobody has decided stops the packing', () => {
    expect(() => fuseConfig('linux', wireOf(10), options)).toThrow('nobody has decided');
  });

  test.each([
    ['darwin', true],
    ['win32', true],
    ['linux', false],
  ])('on %s the archive’s integrity is asked for: %s', (platform, isOn) => {
    expect(fusesFor(platform).EnableEmbeddedAsarIntegrityValidation).toBe(isOn);
  });
});
