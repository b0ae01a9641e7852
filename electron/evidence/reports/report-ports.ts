import type { AgePolicy } from '../../../shared/domain/age-policy';
import type { ConnectionFacts } from '../../../shared/domain/connection';
import type { ConnectionId } from '../../../shared/domain/connection-id';
import type { Sighting } from '../../../shared/domain/drift';
import type { Instant } from '../../../shared/domain/instant';
import type { LedgerHead, NoteFact } from '../../../shared/domain/ledger-entry';
import type { Leaver } from '../../../shared/domain/leaver';
import type { ReportProgress } from '../../../shared/domain/report-request';
import type { RunView } from '../../../shared/domain/rotation-run';
import type { Rules } from '../../../shared/domain/standing';
import type { Signer } from './signing-key';

/** What reports are made from, and what they need besides. */
export interface ReportPorts {
  readonly connections: () => readonly ConnectionFacts[];
  readonly lastOf: (connection: ConnectionId) => Promise<Sighting | undefined>;
  readonly runs: () => readonly RunView[];
  readonly rules: () => Rules;
  readonly policyHash: (policy: AgePolicy) => string;
  /** The checklist of somebody who leaves; nothing where there is none of that name. */
  readonly leaverOf: (leaver: string) => Leaver | undefined;
  readonly ledgerHead: () => Promise<LedgerHead>;
  readonly note: NoteFact;
  readonly signer: () => Promise<Signer>;
  /** Prints a document as a PDF, without its scripts and without a network. Rejects where it cannot. */
  readonly printPdf: (html: string, signal: AbortSignal) => Promise<Uint8Array>;
  readonly progress: (progress: ReportProgress) => void;
  readonly appVersion: string;
  /** The user of this computer. */
  readonly osUser: () => string;
  readonly now: () => Instant;
  readonly randomId: () => string;
}
