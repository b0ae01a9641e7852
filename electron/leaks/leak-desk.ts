import { basename } from 'node:path';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { FindFailure, FolderScan, ScanProgress } from '../../shared/domain/folder-scan';
import { kindOfForm, type FoundId, type FoundMatch, type FoundToken } from '../../shared/domain/found-token';
import { scrub } from '../../shared/domain/ledger-entry';
import type { TokenKind } from '../../shared/domain/token';
import { err, ok, type Result } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';
import { checkFound, type CheckFailure, type CheckPorts } from './check-found';
import { openHeldValues, type HeldPorts } from './held-values';
import { scanFile } from './scan-file';
import { scanFolder } from './scan-folder';
import { textOfScan } from './scan-text';
import type { Hit } from './plain-scanner';
import { scanText } from './text-scanner';

/** Tells which tokens of the inventory a value may be, without using it. */
export type Matcher = (value: SecretValue, kind: TokenKind | undefined) => readonly FoundMatch[];

export interface LeakPorts extends HeldPorts, CheckPorts {
  /** A matcher of what the inventories have now. */
  readonly matcher: () => Promise<Matcher>;
  readonly progress: (progress: ScanProgress) => void;
}

/** What can be done with tokens that were found. Values stay in memory, until `forget` or for ten minutes. */
export interface LeakDesk {
  readonly paste: (text: string) => Promise<Result<readonly FoundToken[], FindFailure>>;
  readonly readFile: (path: string) => Promise<Result<readonly FoundToken[], FindFailure>>;
  /** Uses the value at the connection's own host, once the person has agreed to that in main's own dialog. */
  readonly check: (id: FoundId, connection: ConnectionId) => Promise<Result<FoundToken, CheckFailure>>;
  readonly scan: (folder: string) => Promise<Result<FolderScan, FindFailure>>;
  readonly stopScan: () => void;
  /** The rows of the last scan as text, while they are remembered. */
  readonly scanAsText: () => string | undefined;
  readonly forget: () => void;
}

/** More in one text are no accident of one person. */
const MOST_IN_A_TEXT = 200;

export function openLeakDesk(ports: LeakPorts): LeakDesk {
  let lastScan: FolderScan | undefined;
  let scanning: AbortController | undefined;
  /** Grows whenever all is forgotten: what was begun before that is held no more. */
  let era = 0;
  const held = openHeldValues({
    ...ports,
    expired: () => {
      forget();
      ports.expired();
    },
  });

  const forget = () => {
    era += 1;
    scanning?.abort();
    lastScan = undefined;
    held.forget();
  };

  const take = async (hits: readonly Hit[]): Promise<Result<readonly FoundToken[], FindFailure>> => {
    forget();
    const mine = era;
    if (hits.length === 0) return err({ kind: 'no-token' });
    const match = await ports.matcher();
    if (mine !== era) return err({ kind: 'declined' });
    held.begin();
    for (const { form, value } of hits) {
      held.hold(form, value, () => match(value, kindOfForm(form)));
      // Looking for each takes time, and nobody would be told of them.
      if (held.count() <= MOST_IN_A_TEXT) continue;
      held.forget();
      return err({ kind: 'too-many' });
    }
    return ok(held.all());
  };

  const scanNow = async (folder: string, { signal }: AbortController): Promise<FolderScan> => {
    const match = await ports.matcher();
    const matchesOf = ({ form, value }: Hit) => match(value, kindOfForm(form));
    const scanned = await scanFolder(
      folder,
      {
        hold: (hit) => held.hold(hit.form, hit.value, () => matchesOf(hit)),
        matchesOf,
        progress: ports.progress,
      },
      signal,
    );
    return { folder: scrub(basename(folder)), ...scanned, found: held.all(), wasStopped: signal.aborted };
  };

  return {
    paste: (text) => take(scanText(text)),
    readFile: async (path) => {
      const scanned = await scanFile(path);
      if (scanned.ok) return take(scanned.value);
      return err({ kind: scanned.error === 'large' ? 'too-large' : scanned.error });
    },
    check: (id, connection) => checkFound(id, connection, held, ports),
    scan: async (folder) => {
      if (scanning !== undefined) return err({ kind: 'busy' });
      forget();
      const mine = era;
      scanning = new AbortController();
      held.begin();
      const scan = await scanNow(folder, scanning).finally(() => {
        scanning = undefined;
      });
      if (mine !== era) return err({ kind: 'declined' });
      lastScan = scan;
      await ports.note({ kind: 'folder-scanned', files: scan.counts.files, found: scan.found.length });
      return ok(scan);
    },
    stopScan: () => scanning?.abort(),
    scanAsText: () => lastScan && textOfScan(lastScan),
    forget,
  };
}
