import type { ApiFailure } from '../../shared/domain/api-failure';
import type { CheckoutKey } from '../../shared/domain/checkout-key';
import type { ConnectFailure, HostCapabilities } from '../../shared/domain/connection';
import type { DiscoverySource, KnownOrganisation, UnreadRow } from '../../shared/domain/coverage';
import type { ContextFacts, VariableFacts } from '../../shared/domain/destination';
import type { NamedAccount } from '../../shared/domain/gather-accounts';
import type { Instant } from '../../shared/domain/instant';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { PersonalScope, ProjectScope, TokenScope } from '../../shared/domain/token';
import type { SourceReply } from '../../shared/domain/sync-source';
import type { ValueCheck } from '../../shared/domain/value-check';
import type { Result } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';

/** One row of a token list as the host gave it, tolerantly read. `value` is there on hosts that list it, sealed in memory. */
export interface RemoteToken {
  readonly id?: string;
  readonly label: string;
  readonly scope: TokenScope;
  readonly rawScope?: string;
  readonly createdAt?: Instant;
  readonly lastUsedAt?: Instant;
  readonly expiresAt?: Instant;
  readonly value?: SecretValue;
  readonly lastFour?: string;
}

/** The answer to a create: a row whose value is known, this once. */
export interface CreatedToken extends RemoteToken {
  readonly value: SecretValue;
}

/**
 * Whether a failed create may have made a token all the same. `certainly-not`: the host refused it in so many words.
 * `perhaps`: time-out, reset, 5xx or an unreadable answer; only a fresh list can tell. Never create again before.
 */
export interface CreateFailure {
  readonly created: 'certainly-not' | 'perhaps';
  readonly failure: ApiFailure;
}

/** What a delete names: CircleCI's id, or the value itself on hosts that list values and give no ids. Never empty. */
export type DeleteKey =
  { readonly by: 'id'; readonly id: string } | { readonly by: 'value'; readonly value: SecretValue };

/** What the host's answer proves of a personal token, and the login of the account that it is of. */
export interface Identity {
  readonly check: ValueCheck;
  readonly login?: string;
  readonly userId?: string;
}

/** What is known of a value before it is tried. */
export interface TriedAt {
  /** False for a project that may not be the value’s own. */
  readonly isOwnPlace: boolean;
  /** Unknown of a value that was found somewhere. */
  readonly scope?: TokenScope;
}

export interface DiscoveredProject {
  readonly slug: ProjectSlug;
  /** CircleCI's own id, a UUID, where some source tells it. */
  readonly id?: string;
  /** Other slugs under which sources named the same project this time. */
  readonly otherSlugs?: readonly ProjectSlug[];
  readonly name?: string;
  readonly reportedBy: readonly DiscoverySource[];
}

/** What earlier syncs know of a host: it is asked about again, whatever the host says of itself now. */
export interface KnownHost {
  readonly organisations: readonly KnownOrganisation[];
  readonly v2: boolean;
  readonly v3: boolean;
}

/** The union of all sources, with what each of them answered, so that nobody takes the union for complete. */
export interface Discovery {
  readonly projects: readonly DiscoveredProject[];
  readonly sources: readonly SourceReply[];
  /** Those that are named now, and those that were known. */
  readonly organisations: readonly KnownOrganisation[];
  readonly unreadRows: readonly UnreadRow[];
  /** The interfaces that the host shows now. */
  readonly versions: { readonly v2: boolean; readonly v3: boolean };
}

/** What connecting learned: the account, its organisations' names, and what the host can do. */
export interface HostFacts {
  readonly login: string;
  /** CircleCI's own id of the account, where the host tells it. */
  readonly userId?: string;
  readonly organisations: readonly string[];
  readonly capabilities: HostCapabilities;
}

type Answer<Value> = Promise<Result<Value, ApiFailure>>;

/** One connection's door to CircleCI. Reads are retried and paced; a create is sent once, whatever happens. */
export interface CircleCiClient {
  /** Read-only: learns who the account is and what the host has. */
  readonly probe: (signal?: AbortSignal) => Promise<Result<HostFacts, ConnectFailure>>;
  /** `named` hears of projects as their sources answer, so that reading them need not wait for the slowest list. */
  readonly discoverProjects: (
    signal?: AbortSignal,
    named?: (projects: readonly DiscoveredProject[]) => void,
    known?: KnownHost,
  ) => Answer<Discovery>;

  readonly listProjectTokens: (project: ProjectSlug, signal?: AbortSignal) => Answer<readonly RemoteToken[]>;
  readonly createProjectToken: (
    project: ProjectSlug,
    wanted: { readonly label: string; readonly scope: ProjectScope },
  ) => Promise<Result<CreatedToken, CreateFailure>>;
  readonly deleteProjectToken: (project: ProjectSlug, key: DeleteKey) => Answer<null>;
  /** Tries the value at a project, beside a made-up one and none. `isOwnPlace`: it is known to be that project's. */
  readonly checkProjectToken: (project: ProjectSlug, value: SecretValue, at: TriedAt) => Promise<ValueCheck>;

  /** `unauthorized`, `forbidden` or `not-json` here means: keep the register by hand. */
  readonly listPersonalTokens: (signal?: AbortSignal) => Answer<readonly RemoteToken[]>;
  readonly createPersonalToken: (wanted: {
    readonly label: string;
    readonly scope: PersonalScope;
  }) => Promise<Result<CreatedToken, CreateFailure>>;
  readonly deletePersonalToken: (key: DeleteKey) => Answer<null>;
  readonly checkPersonalToken: (value: SecretValue) => Promise<ValueCheck>;
  /** As the check, and whose the token is, where the host says so. */
  readonly whoIs: (value: SecretValue) => Promise<Identity>;

  readonly listCheckoutKeys: (project: ProjectSlug, signal?: AbortSignal) => Answer<readonly CheckoutKey[]>;

  /** Organisations and the personal accounts whose repositories one works on: the host does not say which is which. */
  readonly listAccounts: (signal?: AbortSignal) => Answer<readonly NamedAccount[]>;

  readonly listContexts: (signal?: AbortSignal) => Answer<readonly ContextFacts[]>;
  readonly listContextVariables: (
    contextId: string,
  ) => Answer<readonly (VariableFacts & { readonly updatedAt?: Instant })[]>;
  readonly putContextVariable: (contextId: string, name: string, value: SecretValue) => Answer<null>;
  readonly deleteContextVariable: (contextId: string, name: string) => Answer<null>;
  readonly listProjectVariables: (project: ProjectSlug) => Answer<readonly VariableFacts[]>;
  readonly putProjectVariable: (project: ProjectSlug, name: string, value: SecretValue) => Answer<null>;
  readonly deleteProjectVariable: (project: ProjectSlug, name: string) => Answer<null>;
}
