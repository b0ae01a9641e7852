import { spawn, spawnSync } from 'node:child_process';

/** Runs a command in view of the person and answers with its exit code; a signal counts as failure. */
export function runVisibly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a command out of view, for `seconds` at most: its exit code and what it printed. */
export function runQuietly(command, args, seconds, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: seconds * 1_000,
    maxBuffer: 64 * 1_024 * 1_024,
    ...options,
  });
  return { code: error ? 127 : (status ?? 1), output: `${stdout ?? ''}${stderr ?? ''}` };
}

/** npm as this Node has it: on Windows it is a script that only a shell can start. */
export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
export const npmOptions = { shell: process.platform === 'win32' };
