import { z } from 'zod';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { HostCapabilities } from '../../shared/domain/connection';
import type { Result } from '../../shared/result';
import { connectionId } from '../../shared/ipc/decode';
import { jsonFile } from '../files/json-file';

/** What is remembered of a connection in the clear: never its credential. */
export interface BookEntry {
  readonly id: ConnectionId;
  readonly name: string;
  readonly address: string;
  readonly login: string;
  /** CircleCI's own id of the account; absent where the host told none, and in entries of before it was asked. */
  readonly userId?: string;
  readonly capabilities: HostCapabilities;
  readonly keep: 'keychain' | 'session';
}

/** The connections that outlive the app. */
export interface ConnectionBook {
  readonly entries: () => readonly BookEntry[];
  readonly replace: (entries: readonly BookEntry[]) => Promise<Result<null, 'disk'>>;
}

const capabilities: z.ZodType<HostCapabilities> = z.strictObject({
  product: z.enum(['cloud', 'server-3', 'server-2']),
  v2: z.boolean(),
  v3: z.boolean(),
  personalTokens: z.enum(['listed', 'by-hand']),
  deleteBy: z.enum(['id', 'value', 'unseen']),
  listsCreationDates: z.boolean(),
});

const FORMAT = z.strictObject({
  format: z.literal(1),
  connections: z.array(
    z.strictObject({
      id: connectionId,
      name: z.string(),
      address: z.string(),
      login: z.string(),
      userId: z.string().exactOptional(),
      capabilities,
      keep: z.enum(['keychain', 'session']),
    }),
  ),
});

/** A file that cannot be read is set aside, and the book begins empty: the sealed credentials are not touched. */
export async function openConnectionBook(path: string): Promise<ConnectionBook> {
  const file = jsonFile(path, FORMAT);
  const read = await file.read();
  let entries: readonly BookEntry[] = read.ok && read.value !== undefined ? read.value.connections : [];
  return {
    entries: () => entries,
    replace: async (next) => {
      const written = await file.write({ format: 1, connections: [...next] });
      if (written.ok) entries = next;
      return written;
    },
  };
}
