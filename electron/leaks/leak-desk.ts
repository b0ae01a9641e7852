import { basename } from 'node:path';

import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { FindFailure, FolderScan, ScanProgress } from '../../shared/domain/folder-scan';
import {
  certainMatch,
  kindOfForm,
  outcomeOf,
  type FoundId,
  type FoundMatch,
  type FoundToken,
} from '../../shared/domain/found-token';
import { scrub, type NoteFact } from '../../shared/domain/ledger-entry';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenKind } from '../../shared/domain/token';
import { err, ok, type Result } from '../../shared/result';
import type { CircleCiClient } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';
import { askHost } from './ask-host';
import { openHeldValues, type HeldPorts } from './held-values';
import { scanFile } from './scan-file';
import { scanFolder } from './scan-folder';
import { textOfScan } from './scan-text';
import { scanText, type Hit } from './text-scanner';

/** Tells which tokens of the inventory a value may be, without using it. */
export type Matcher = (value: SecretValue, kind: TokenKind | undefined) => readonly FoundMatch[];

export interface LeakPorts extends HeldPorts {
  /** A matcher of what the inventories have now. */
  readonly matcher: () => Promise<Matcher>;
  readonly connectionOf: (id: ConnectionId) => ConnectionFacts | undefined;
  readonly clientOf: (id: ConnectionId) => Pick<CircleCiClient, 'whoIs' | 'checkProjectToken'> | undefined;
  /** Any project of a connection's inventory. */
  readonly someProject: (id: ConnectionId) => Promise<ProjectSlug | undefined>;
  readonly progress: (progress: ScanProgress) => void;
  readonly note: NoteFact;
}

type CheckFailure = { readonly kind: 'forgotten' | 'no-such-connection' | 'credential-missing' };

/** What can be done with tokens that were found. Values stay in memory, until `forget` or for ten minutes. */
export interface LeakDesk {
  readonly paste: (text: string) => Promise<Result<readonly FoundToken[], FindFailure>>;
  readonly readFile: (path: string) => Promise<Result<readonly FoundToken[], FindFailure>>;
  /** Uses the value at the connection's own host, which the person agreed to. */
  readonly check: (id: FoundId, connection: ConnectionId) => Promise<Result<FoundToken, CheckFailure>>;
  readonly scan: (folder: string) => Promise<Result<FolderScan, FindFailure>>;
  readonly stopScan: () => void;
  /** The rows of the last scan as text, while they are remembered. */
  readonly scanAsText: () => string | undefined;
  readonly forget: () => void;
}

/** Why a scan ends whose rows nobody wants any more. */
const FORGOTTEN = 'forgotten';
/** More in one text are no accident of one person. */
const MOST_IN_A_TEXT = 200;

export function openLeakDesk(ports: LeakPorts): LeakDesk {
  let lastScan: FolderScan | undefined;
  let scanning: AbortController | undefined;
  const held = openHeldValues({
    ...ports,
    expired: () => {
      forget();
      ports.expired();
    },
  });

  const forget = () => {
    scanning?.abort(FORGOTTEN);
    lastScan = undefined;
    held.forget();
  };

  const take = async (hits: readonly Hit[]): Promise<Result<readonly FoundToken[], FindFailure>> => {
    forget();
    if (hits.length === 0) return err({ kind: 'no-token' });
    const match = await ports.matcher();
    held.begin();
    for (const { form, value } of hits) held.hold(form, value, () => match(value, kindOfForm(form)));
    if (held.all().length <= MOST_IN_A_TEXT) return ok(held.all());
    held.forget();
    return err({ kind: 'too-many' });
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
    check: async (id, connection) => {
      const one = held.find(id);
      if (one === undefined) return err({ kind: 'forgotten' });
      const facts = ports.connectionOf(connection);
      if (facts === undefined) return err({ kind: 'no-such-connection' });
      const client = ports.clientOf(connection);
      if (client === undefined) return err({ kind: 'credential-missing' });
      const { form, matches } = one.found;
      const own = matches.find(({ token }) => token.connection === connection)?.token.project;
      const project = own ?? (await ports.someProject(connection));
      const life = await askHost(form, one.value, { connection, client, project });
      const found = held.learn(id, life);
      const outcome = outcomeOf({ ...one.found, life }, facts.login);
      const token = certainMatch(one.found)?.token.ref;
      await ports.note(
        { kind: 'leak-checked', form, outcome, ...(token !== undefined && { token }) },
        connection,
      );
      return found === undefined ? err({ kind: 'forgotten' }) : ok(found);
    },
    scan: async (folder) => {
      if (scanning !== undefined) return err({ kind: 'busy' });
      forget();
      const mine = new AbortController();
      scanning = mine;
      held.begin();
      const scan = await scanNow(folder, mine).finally(() => {
        scanning = undefined;
      });
      if (mine.signal.reason === FORGOTTEN) return err({ kind: 'declined' });
      lastScan = scan;
      await ports.note({ kind: 'folder-scanned', files: scan.counts.files, found: scan.found.length });
      return ok(scan);
    },
    stopScan: () => scanning?.abort(),
    scanAsText: () => lastScan && textOfScan(lastScan),
    forget,
  };
}
