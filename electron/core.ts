import type { AppFacts } from '../shared/domain/app-facts';
import type { NoteFact } from '../shared/domain/ledger-entry';
import type { StateProblem } from '../shared/domain/state-problem';
import type { FetchPort } from './circleci/fetch-port';
import type { Clock } from './clock';
import type { Cipher } from './credentials/cipher';
import type { Connections } from './credentials/connections';
import type { ConsumerMap } from './delivery/consumer-map';
import type { DeliveryTargets, DeliveryTargetsPorts } from './delivery/delivery-targets';
import type { LedgerDesk } from './evidence/ledger-desk';
import type { ReportDesk } from './evidence/reports/report-desk';
import type { ReportPorts } from './evidence/reports/report-ports';
import type { CoverageDecisions } from './inventory/coverage-decisions';
import type { InventoryDesk } from './inventory/inventory-desk';
import type { Announce } from './ipc/announce';
import type { PolicyDesk } from './policy/policy-desk';
import type { LeaverDesk } from './leavers/leaver-desk';
import type { People } from './people/people';
import type { LeakDesk } from './leaks/leak-desk';
import type { ReminderDesk, ReminderPorts } from './reminders/reminder-desk';
import type { NativeQuestion } from './rotation/native-question';
import type { RotationDesk } from './rotation/rotation-desk';

/** What Rekey is made of, and what of it an Electron app (or a command line, or a test) has to bring. */
export interface Surroundings {
  /** The folder of everything that outlives the app. */
  readonly userData: string;
  readonly cipher: Cipher;
  readonly fetch: FetchPort;
  readonly clock: Clock;
  readonly announce: Announce;
  readonly confirmNatively: (question: NativeQuestion) => Promise<boolean>;
  /** Where the commands and folders that a person set up are kept. */
  readonly targetStore: Pick<DeliveryTargetsPorts, 'all' | 'keep'>;
  /** The user of this computer, as the ledger names whoever did something. */
  readonly osUser: string;
  /** How far all that is under way has come, 0 to 1; nothing when nothing is. */
  readonly showProgress: (fraction: number | undefined) => void;
  /** How a person is told while Rekey is not looked at. */
  readonly notifier: ReminderPorts['notifier'];
  readonly showBadge: (count: number) => void;
  readonly printPdf: ReportPorts['printPdf'];
  /** Of Rekey itself. */
  readonly version: string;
}

/** The parts that know of CircleCI, of credentials and of rotation, put together. None of them knows of Electron. */
export interface Core {
  readonly connections: Connections;
  readonly inventory: InventoryDesk;
  readonly coverage: CoverageDecisions;
  readonly rotation: RotationDesk;
  readonly policy: PolicyDesk;
  readonly targets: DeliveryTargets;
  readonly consumers: ConsumerMap;
  readonly ledger: LedgerDesk;
  readonly note: NoteFact;
  readonly leaks: LeakDesk;
  readonly reminders: ReminderDesk;
  readonly people: People;
  readonly leavers: LeaverDesk;
  readonly reports: ReportDesk;
  /** What did not fit at this start, and is to be shown. */
  readonly problems: () => Promise<readonly StateProblem[]>;
  readonly journal: AppFacts['journal'];
  readonly ownWork: AppFacts['ownWork'];
  /** Lets go of the files. Nothing can be asked of the parts after it. */
  readonly close: () => Promise<void>;
}
