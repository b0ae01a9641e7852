/**
 * Every fuse that Electron knows, decided (SECURITY S19). Embedded asar integrity is checked by macOS and Windows only; on
 * Linux there is nothing that would enforce it.
 */
export const fusesFor = (platform) => ({
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: platform !== 'linux',
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
});

/** The decisions as @electron/fuses takes them, for the fuses that this Electron has; one it has and we do not know fails. */
export function fuseConfig(platform, wire, { FuseV1Options, FuseVersion }) {
  const known = Object.keys(wire).filter((key) => /^\d+$/.test(key));
  const decided = fusesFor(platform);
  const decisions = known.map((index) => [index, decided[FuseV1Options[index]]]);
  const open = decisions.filter(([, isOn]) => isOn === undefined).map(([index]) => index);
  if (open.length > 0) throw new Error(`Electron has fuses that nobody has decided: ${open.join(', ')}`);
  return { version: FuseVersion.V1, ...Object.fromEntries(decisions) };
}
