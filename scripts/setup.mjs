import { ensureDependencies } from './dependencies.mjs';
import { ensureSandbox } from './sandbox.mjs';
import { Stop } from './say.mjs';

/** Brings the machine to where Rekey can be built and opened, and tested when `forTests`. Quick when nothing is missing. */
export async function setUp({ forTests }) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 18)) {
    throw new Stop(
      `Node ${process.versions.node} is too old for Rekey.`,
      'install Node 20.18 or newer: https://nodejs.org',
    );
  }
  await ensureDependencies();
  const { ensureSystemLibraries } = await import('./system-libraries.mjs');
  await ensureSystemLibraries(forTests);
  const { electronPath, ensureRuntime } = await import('./runtime.mjs');
  await ensureRuntime();
  ensureSandbox(electronPath().path);
}
