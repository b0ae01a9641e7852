import type { Destination } from './destination';

/** Names an entry of a token's checklist: `use_` and 16 hex digits. */
export type ManualConsumerId = `use_${string}`;

const SHAPE = /^use_[0-9a-f]{16}$/;

export function parseManualConsumerId(raw: unknown): ManualConsumerId | undefined {
  return typeof raw === 'string' && SHAPE.test(raw) ? (raw as ManualConsumerId) : undefined;
}

/** A place where a person has to put the new value, and ticks it off. `badge`: a status badge that shows the token. */
export interface ManualConsumer {
  readonly id: ManualConsumerId;
  readonly kind: 'manual' | 'badge';
  /** In the person's words: `Terraform Cloud, workspace prod`. */
  readonly where: string;
}

/** Everything known about where a token is used, remembered from one rotation to the next. */
export interface ConsumerEntry {
  readonly destinations: readonly Destination[];
  readonly checklist: readonly ManualConsumer[];
  /** Of the value, where Rekey made the token: what masked variables are compared with. */
  readonly lastFour?: string;
}

export const NO_CONSUMERS: ConsumerEntry = { destinations: [], checklist: [] };

/** A variable whose last four are those of the token: a hint, one in 65,536 is one by chance. */
export interface LikelyConsumer {
  readonly destination: Destination;
  readonly lastFour: string;
}
