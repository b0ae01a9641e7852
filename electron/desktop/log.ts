import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

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

/** Resolves when the entry is written, or cannot be. */
export type Log = (entry: LogEntry) => Promise<void>;

const MOST_BYTES = 1_024 * 1_024;

/**
 * Logs to a file of the folder that only its owner may read, each line redacted once more. What writes it is read with the first
 * entry, as it brings an HTTP client that takes longer to come up than a window.
 */
export function openLog(folder: string): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'rekey.log');
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);

  let opened: ReturnType<typeof openLogger> | undefined;
  return async (entry) => {
    const logger = await (opened ??= openLogger(path));
    logger.info(redact(JSON.stringify(entry)));
  };
}

async function openLogger(path: string) {
  const { default: log } = await import('electron-log/node.js');
  const logger = log.create({ logId: 'rekey' });
  logger.transports.console.level = false;
  logger.transports.file.level = 'info';
  logger.transports.file.maxSize = MOST_BYTES;
  logger.transports.file.resolvePathFn = () => path;
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  return logger;
}
