import type { AppFacts, KeychainStrength } from '../../shared/domain/app-facts';
import type { ConnectFailure } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { LedgerHead, NoteFact } from '../../shared/domain/ledger-entry';
import type { StateProblem } from '../../shared/domain/state-problem';
import type { ArgOf } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import type { Connections, ConnectRequest } from '../credentials/connections';
import type { SecretClipboard } from '../desktop/clipboard';
import type { OpenLink } from '../desktop/external-links';
import type { ConsumerMap } from '../delivery/consumer-map';
import type { DeliveryTargets } from '../delivery/delivery-targets';
import type { LedgerDesk } from '../evidence/ledger-desk';
import type { ReportDesk } from '../evidence/reports/report-desk';
import type { CoverageDecisions } from '../inventory/coverage-decisions';
import type { InventoryDesk } from '../inventory/inventory-desk';
import type { PolicyDesk } from '../policy/policy-desk';
import type { LeakDesk } from '../leaks/leak-desk';
import type { ReminderDesk } from '../reminders/reminder-desk';
import type { LeaverDesk } from '../leavers/leaver-desk';
import type { ByteSource } from '../people/byte-source';
import type { People } from '../people/people';
import type { RotationDesk } from '../rotation/rotation-desk';
import type { Settings } from '../settings/settings';

/** The features that the page's calls lead to. */
export interface Features {
  readonly facts: () => AppFacts;
  readonly problems: () => Promise<readonly StateProblem[]>;
  /** Called when the page can be seen. */
  readonly drawn: () => void;
  readonly keychain: () => KeychainStrength;
  /** Takes typing back, or forth again, in the text field that has the focus. */
  readonly editField: (deed: ArgOf<'app:edit-field'>['deed']) => void;
  readonly connections: Connections;
  readonly inventory: InventoryDesk;
  readonly coverage: CoverageDecisions;
  readonly rotation: RotationDesk;
  readonly policy: PolicyDesk;
  /** Writes down what happened. */
  readonly note: NoteFact;
  /** Brings typed text into its proper form, or says what is wrong with it. */
  readonly readRequest: (typed: ArgOf<'connections:connect'>) => Result<ConnectRequest, ConnectFailure>;
  /** Starts the embedded server, once, and answers with how to connect to it. */
  readonly startDemo: () => Promise<ConnectRequest>;
  /** Called when a connection has a working credential again, so that interrupted rows can be brought to safety. */
  readonly connected: () => Promise<void>;
  /** Asks the person in a dialog of main's own. */
  readonly confirmForgetting: (connection: ConnectionId) => Promise<boolean>;
  readonly clipboard: SecretClipboard;
  readonly targets: DeliveryTargets;
  /** Main's own dialogs for files; nothing where the person chose none. */
  readonly chooseExecutable: () => Promise<string | undefined>;
  readonly chooseFolder: () => Promise<string | undefined>;
  readonly chooseAuditLog: () => Promise<string | undefined>;
  readonly chooseRegister: () => Promise<string | undefined>;
  readonly chooseViewFile: () => Promise<string | undefined>;
  readonly nameViewFile: () => Promise<string | undefined>;
  readonly choosePolicyFile: () => Promise<string | undefined>;
  readonly namePolicyFile: () => Promise<string | undefined>;
  readonly leaks: LeakDesk;
  readonly reminders: ReminderDesk;
  readonly chooseFoundFile: () => Promise<string | undefined>;
  readonly chooseScanFolder: () => Promise<string | undefined>;
  /** Puts a text that holds no secret on the clipboard. */
  readonly copyText: (text: string) => Promise<void>;
  readonly ledger: LedgerDesk;
  /** The same for a copy of the ledger, whose end is in the name that is proposed. */
  readonly nameLedgerFile: (head: LedgerHead) => Promise<string | undefined>;
  readonly reports: ReportDesk;
  readonly chooseReportFolder: () => Promise<string | undefined>;
  readonly nameKeyFile: () => Promise<string | undefined>;
  readonly namePlanFile: () => Promise<string | undefined>;
  readonly nameCalendarFile: () => Promise<string | undefined>;
  readonly people: People;
  readonly leavers: LeaverDesk;
  readonly fileSource: (path: string) => Promise<Result<ByteSource, 'disk'>>;
  /** The audit log of the demo, while it runs. */
  readonly demoAuditLog: () => Promise<ByteSource | undefined>;
  /** How a person arranged the page. */
  readonly page: Settings['page'];
  readonly consumers: ConsumerMap;
  /** Keeps the window out of screenshots and recordings, where the system can, while a value is shown. */
  readonly protectScreen: (isOn: boolean) => void;
  readonly openLink: OpenLink;
}
