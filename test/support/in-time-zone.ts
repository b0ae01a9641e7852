import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Loads our own modules in a process of its own, whose computer is in `zone`, and answers with what `body` returns. */
export async function inTimeZone(zone: string, body: string): Promise<unknown> {
  const script = `
    import { createServer } from 'vite';
    const server = await createServer({
      configFile: false, root: ${JSON.stringify(ROOT)}, appType: 'custom', logLevel: 'silent',
      server: { middlewareMode: true, watch: null, ws: false }, optimizeDeps: { noDiscovery: true },
    });
    const load = (path) => server.ssrLoadModule(path);
    const answer = await (async () => { ${body} })();
    console.log(JSON.stringify(answer));
    await server.close();
  `;
  const options = { cwd: ROOT, env: { ...process.env, TZ: zone } };
  const args = ['--input-type=module', '-e', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return JSON.parse(stdout);
}
