import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

import type { Session } from 'electron';

import { APP_ORIGIN, APP_SCHEME } from './scheme';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

// SECURITY S7: the page loads its own files and nothing else, and talks to nobody.
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Reads the built page into a closed list of addresses. There is no path to climb out of: what is not listed is 404. */
export function bundleIn(root: string): (url: string) => Response {
  const files = new Map<string, { readonly body: Uint8Array<ArrayBuffer>; readonly type: string }>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const body = new Uint8Array(readFileSync(join(root, name)));
    files.set(`${APP_ORIGIN}/${name.replaceAll(sep, '/')}`, { body, type });
  }
  return (url) => {
    const file = files.get(url);
    if (file === undefined) return new Response(null, { status: 404 });
    return new Response(file.body, {
      headers: {
        'content-type': file.type,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  };
}

/** Serves the built page to a session. SECURITY S18: on that session itself, or its windows would find nothing. */
export function serveBundle(session: Pick<Session, 'protocol'>, root: string): void {
  const answer = bundleIn(root);
  session.protocol.handle(APP_SCHEME, ({ url }) => answer(url));
}
