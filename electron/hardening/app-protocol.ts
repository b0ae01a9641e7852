import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

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

/** A file of the page as it is handed over, or 404. */
export interface ServedFile {
  readonly statusCode: 200 | 404;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
}

/**
 * What Electron has had for this from the first. The call that came after it speaks in `Response`, for which Node loads a
 * whole HTTP client, 40 ms of every start, before the page's first byte.
 */
export interface BufferProtocol {
  readonly registerBufferProtocol: (
    scheme: string,
    handler: (request: { readonly url: string }, answer: (file: ServedFile) => void) => void,
  ) => boolean;
}

const NOT_FOUND: ServedFile = { statusCode: 404, headers: {}, data: Buffer.alloc(0) };

/**
 * Lists the built page as a closed list of addresses. There is no path to climb out of: what is not listed is 404. A file is
 * read when it is asked for.
 */
export function bundleIn(root: string): (url: string) => Promise<ServedFile> {
  const files = new Map<string, { readonly path: string; readonly type: string }>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(name)];
    if (type !== undefined)
      files.set(`${APP_ORIGIN}/${name.replaceAll(sep, '/')}`, { path: join(root, name), type });
  }
  return async (url) => {
    const file = files.get(url);
    if (file === undefined) return NOT_FOUND;
    const headers = {
      'content-type': file.type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    };
    return { statusCode: 200, headers, data: await readFile(file.path) };
  };
}

/**
 * Serves the built page to a session, and answers when its script is handed over: the page's process is there and has work of
 * its own, and until then it asks main for one thing after the other. SECURITY S18: on that session
 * itself, or its windows would find nothing.
 */
export function serveBundle(session: { readonly protocol: BufferProtocol }, root: string): Promise<void> {
  const fileAt = bundleIn(root);
  return new Promise((resolve) => {
    session.protocol.registerBufferProtocol(APP_SCHEME, ({ url }, answer) => {
      void fileAt(url).then((file) => {
        answer(file);
        if (url.endsWith('.js')) setImmediate(resolve);
      });
    });
  });
}
