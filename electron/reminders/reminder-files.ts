import { z } from 'zod';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Instant } from '../../shared/domain/instant';
import type { ReminderSettings } from '../../shared/domain/reminder';
import { connectionId, tokenRef } from '../../shared/ipc/decode';
import type { Result } from '../../shared/result';
import { jsonFile } from '../files/json-file';
import type { Told } from './reminders';

/** When Rekey was last open, and which look of each connection was then the last. */
export interface Seen {
  readonly at: Instant;
  readonly looks: ReadonlyMap<ConnectionId, Instant>;
}

/** What reminders have to know when the app is opened again. */
export interface ReminderMemory extends ReminderSettings {
  /** The session that was reminded of. */
  readonly toldSession?: Instant;
  readonly seen?: Seen;
}

/** Keeps what was told and decided beyond the end of the app. */
export interface ReminderFiles {
  readonly memory: () => Promise<ReminderMemory>;
  readonly remember: (memory: ReminderMemory) => Promise<Result<null, 'disk'>>;
  readonly told: () => Promise<ReadonlyMap<ConnectionId, Told>>;
  readonly keepTold: (told: ReadonlyMap<ConnectionId, Told>) => Promise<Result<null, 'disk'>>;
}

const MEMORY = z.strictObject({
  format: z.literal(1),
  isOn: z.boolean(),
  nextSession: z.number().exactOptional(),
  toldSession: z.number().exactOptional(),
  seen: z
    .strictObject({ at: z.number(), looks: z.array(z.tuple([connectionId, z.number()])) })
    .exactOptional(),
});

const TOLD = z.strictObject({
  format: z.literal(1),
  told: z.array(z.tuple([connectionId, z.array(z.tuple([tokenRef, z.array(z.number())]))])),
});

/** Opens the two files. One that cannot be read is set aside, and what it held is as on the first start. */
export function openReminderFiles(memoryPath: string, toldPath: string): ReminderFiles {
  const memoryFile = jsonFile(memoryPath, MEMORY);
  const toldFile = jsonFile(toldPath, TOLD);
  return {
    memory: async () => {
      const read = await memoryFile.read();
      if (!read.ok || read.value === undefined) return { isOn: true };
      const { format: _format, seen, ...rest } = read.value;
      return { ...rest, ...(seen && { seen: { at: seen.at, looks: new Map(seen.looks) } }) };
    },
    remember: ({ seen, ...rest }) =>
      memoryFile.write({
        format: 1,
        ...rest,
        ...(seen && { seen: { at: seen.at, looks: [...seen.looks] } }),
      }),
    told: async () => {
      const read = await toldFile.read();
      const all = read.ok ? (read.value?.told ?? []) : [];
      return new Map(all.map(([connection, told]) => [connection, new Map(told)]));
    },
    keepTold: (told) =>
      toldFile.write({
        format: 1,
        told: [...told].map(([connection, tokens]) => [
          connection,
          [...tokens].map(([ref, steps]) => [ref, [...steps]]),
        ]),
      }),
  };
}
