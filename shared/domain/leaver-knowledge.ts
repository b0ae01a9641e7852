import type { CheckoutKeys } from './checkout-key';
import type { ConnectionFacts } from './connection';
import type { ConnectionId } from './connection-id';
import type { Coverage } from './coverage';
import type { Destination } from './destination';
import type { OwnDeeds } from './drift';
import type { Instant } from './instant';
import type { TokenRecord } from './token';
import type { TokenRef } from './token-ref';

/** All that is known when a checklist is made, or laid beside a new look. */
export interface LeaverKnowledge {
  readonly connection: ConnectionId;
  readonly names: ReadonlySet<string>;
  readonly takenAt: Instant;
  readonly tokens: readonly TokenRecord[];
  readonly coverage: Coverage;
  readonly ownDeeds: OwnDeeds;
  /** Where Rekey delivered the value of a token. */
  readonly placesOf: (ref: TokenRef) => readonly Destination[];
  /** Absent where the keys were never read. */
  readonly keys: CheckoutKeys | undefined;
  readonly connections: readonly ConnectionFacts[];
}
