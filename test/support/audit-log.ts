import type { ByteSource } from '../../electron/people/byte-source';

/** A line of an audit log, cell by cell. */
export interface LogLine {
  readonly id?: string;
  readonly action?: string;
  readonly actor?: unknown;
  readonly at?: string;
  readonly target?: unknown;
  readonly payload?: unknown;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const cellOf = (value: unknown) => quoted(typeof value === 'string' ? value : JSON.stringify(value ?? ''));

/** A line by which a person made a token of a project. */
export const lineOf = (
  {
    id = '',
    action = 'project.api_token.create',
    actor = { id: 'u1', type: 'user', name: 'a.chen' },
    at = '2026-03-04T10:00:00.123456789Z',
    target = { id: 'p1', type: 'project', name: 'gh/acme/api' },
    payload = { label: 'deploy bot', scope: 'all' },
  }: LogLine = {},
  delimiter = ',',
): string => [id, action, actor, at, target, payload].map(cellOf).join(delimiter);

export const LOG_HEAD = 'id,action,actor,occurred_at,target,payload';

/** A whole log. */
export const logOf = (...lines: readonly string[]): string => `${[LOG_HEAD, ...lines].join('\r\n')}\r\n`;

/** Bytes that come in pieces of the size asked for, as a file's do. */
export const bytesSource = (bytes: Uint8Array, piece = 65_536, name = 'log.csv'): ByteSource => ({
  name,
  size: bytes.byteLength,
  chunks: async function* () {
    for (let from = 0; from < bytes.byteLength; from += piece)
      yield await Promise.resolve(bytes.subarray(from, from + piece));
  },
});
