import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

import log from 'electron-log/node.js';

import type { RunOutcome } from '../../shared/domain/rotation-run';
import type { Channel } from '../../shared/ipc/channel-names';
import type { Refusal } from '../../shared/ipc/contract';
import { redact } from './redact';

/** Everything that is ever logged. Closed: no field can hold what a person typed or what a server said. */
export type LogEntry =
  | { readonly event: 'started'; readonly version: string; readonly electron: string }
  | { readonly event: 'refused'; readonly channel: Channel; readonly why: Refusal['why'] }
  | { readonly event: 'journal'; readonly state: string }
  | { readonly event: 'run-ended'; readonly rows: number; readonly outcome: RunOutcome }
  | { readonly event: 'uncaught'; readonly name: string }
  | { readonly event: 'page-gone'; readonly reason: string };

export type Log = (entry: LogEntry) => void;

const MOST_BYTES = 1_024 * 1_024;

/** Logs to a file of the folder that only its owner may read, each line redacted once more. */
export function openLog(folder: string): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'rekey.log');
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);

  const logger = log.create({ logId: 'rekey' });
  logger.transports.console.level = false;
  logger.transports.file.level = 'info';
  logger.transports.file.maxSize = MOST_BYTES;
  logger.transports.file.resolvePathFn = () => path;
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  return (entry) => {
    logger.info(redact(JSON.stringify(entry)));
  };
}
