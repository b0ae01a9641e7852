import type { ApiFailure } from './api-failure';
import type { ConnectionId } from './connection-id';

/** Which of CircleCI's interfaces a host has, learned by read-only calls when connecting. */
export interface HostCapabilities {
  readonly product: 'cloud' | 'server-3' | 'server-2';
  readonly v2: boolean;
  readonly v3: boolean;
  /** `listed`: the host lists the account's own personal tokens. `by-hand`: it does not, and a register is kept. */
  readonly personalTokens: 'listed' | 'by-hand';
  /** What the host's rows carry, and so how a token is deleted there. `unseen`: no row has been seen yet. */
  readonly deleteBy: 'id' | 'value' | 'unseen';
  readonly listsCreationDates: boolean;
}

/** Where the credential of a connection is: `missing` means it must be typed again before anything can be read. */
export type CredentialPlace = 'keychain' | 'session' | 'missing';

/** All that the page learns of a connection. The credential is not among it. */
export interface ConnectionFacts {
  readonly id: ConnectionId;
  readonly name: string;
  /** Scheme, host and port, as `https://circleci.com`. */
  readonly address: string;
  /** The account's login at CircleCI. */
  readonly login: string;
  readonly capabilities: HostCapabilities;
  readonly credential: CredentialPlace;
  readonly isDemo: boolean;
}

/** The address of CircleCI's own Cloud, as connections have it. */
export const CLOUD_ADDRESS = 'https://circleci.com';

/** True where CircleCI's web pages can be linked to: those of a Server are where nobody has told. */
export const hasCloudPages = ({ address }: Pick<ConnectionFacts, 'address'>): boolean =>
  address === CLOUD_ADDRESS;

/** Why a connection was not made. Nothing is stored in any of these cases. */
export type ConnectFailure =
  | { readonly kind: 'bad-address'; readonly why: 'not-a-url' | 'not-https' | 'has-credentials' | 'has-path' }
  | { readonly kind: 'bad-token-form' }
  | { readonly kind: 'project-token' }
  /** The form says that it is another service's credential: it was not sent. */
  | { readonly kind: 'other-service'; readonly service: string }
  | { readonly kind: 'no-keychain'; readonly why: 'no-keyring' | 'weak-keyring' }
  | { readonly kind: 'not-circleci' }
  | { readonly kind: 'storage' }
  /** `mayBeProjectToken`: old tokens of either kind have one form, and a project's is refused as a personal one. */
  | { readonly kind: 'api'; readonly failure: ApiFailure; readonly mayBeProjectToken?: true };
