import type { Destination } from './destination';
import type { Instant } from './instant';
import type { ProjectSlug } from './project-slug';
import type { TokenKind, TokenScope } from './token';
import type { TokenRef } from './token-ref';

/** The token that a row of a plan, of a run and of the journal is about, as it was when the plan was made. */
export interface RotationSubject {
  readonly ref: TokenRef;
  readonly kind: TokenKind;
  readonly scope: TokenScope;
  /** The scope of the new token: the old one's, or a narrower one that the person chose. */
  readonly newScope: TokenScope;
  readonly label: string;
  readonly project?: ProjectSlug;
  readonly projectName?: string;
  /** Where it was known: the old token is gone from the inventory when somebody asks what was replaced. */
  readonly createdAt?: Instant;
  readonly lastFour?: string;
  /** Where Rekey delivers the new value. Empty: it waits in the hand-over tray for a person. */
  readonly destinations: readonly Destination[];
}
