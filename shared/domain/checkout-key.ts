import type { Instant } from './instant';
import type { ProjectSlug } from './project-slug';

/** A key that CircleCI checks out a project with. A `user` key has all that its person may read; the login, where told. */
export interface CheckoutKey {
  readonly project: ProjectSlug;
  readonly kind: 'deploy' | 'user';
  readonly fingerprint: string;
  readonly login?: string;
  readonly createdAt?: Instant;
}

/** What was read of the checkout keys of a connection: deploy keys belong to nobody, and are not kept. */
export interface CheckoutKeys {
  readonly readAt: Instant;
  /** Projects that were asked, and those that answered. */
  readonly projects: number;
  readonly read: number;
  readonly userKeys: readonly CheckoutKey[];
}
