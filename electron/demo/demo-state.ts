import type { Instant } from '../../shared/domain/instant';
import type { TokenScope } from '../../shared/domain/token';

export type DemoProfile = 'cloud' | 'cloud-time' | 'server-2';

/** A token of the demo organisation. Its value guards nothing. */
export interface DemoToken {
  readonly id: string;
  readonly label: string;
  readonly scope: TokenScope;
  readonly value: string;
  readonly createdAt: Instant;
  readonly lastUsedAt?: Instant;
  readonly expiresAt?: Instant;
  /** True where the host's list does not tell when it was created. */
  readonly hidesAge: boolean;
  /** Who made it since the server runs; of the others, `makerOf` tells. */
  readonly madeBy?: string;
}

export interface DemoVariable {
  readonly value: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface DemoProject {
  readonly id: string;
  organisation: DemoOrganisation;
  name: string;
  /** As the host writes it: `gh/acme/api`, or ids for a `circleci` project. */
  slug: string;
  readonly isFollowed: boolean;
  readonly hasRunLately: boolean;
  /** True for the project whose tokens this account may not see. */
  readonly isForbidden: boolean;
  /** True where the host shows its builds to anyone, whatever token a request carries. */
  isPublic: boolean;
  tokens: readonly DemoToken[];
  readonly variables: Map<string, DemoVariable>;
}

export interface DemoOrganisation {
  readonly id: string;
  name: string;
  readonly host: 'github' | 'bitbucket' | 'circleci';
  slug: string;
}

/** Somebody else of the organisation, with personal tokens that only they are shown. */
export interface DemoPerson {
  readonly id: string;
  readonly login: string;
  personal: readonly DemoToken[];
}

export interface DemoContext {
  readonly id: string;
  readonly name: string;
  readonly organisation: DemoOrganisation;
  readonly variables: Map<string, DemoVariable>;
}

export interface DemoRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
}

/** How the host answers where hosts differ; what no public source settles is to be had both ways. */
export interface HostBehaviour {
  /** What a token that the host never issued is answered at a private project. */
  unknownToken: 401 | 404;
  /** True where such a token is answered 401 at a public project too, though no token at all is answered 200. */
  checksTokensOfPublic: boolean;
  /** What a Status token is answered at its own project: a refusal of its own, or that of an unknown token. */
  statusScope: 'forbidden' | 'as-unknown';
  /** `anyone`: a proxy in front answers “who am I” to every caller. */
  me: 'account' | 'anyone';
}

/** All that the demo server knows: what tests compare the window with. */
export interface DemoState {
  readonly profile: DemoProfile;
  readonly behaviour: HostBehaviour;
  /** The account's own id, which outlives a change of its login. */
  readonly userId: string;
  login: string;
  readonly colleagues: DemoPerson[];
  /** Names that appear in labels though their people have left. */
  readonly leavers: readonly string[];
  readonly organisations: readonly DemoOrganisation[];
  readonly projects: readonly DemoProject[];
  /** Repositories that were never set up as projects. */
  readonly bareRepositories: readonly string[];
  personal: readonly DemoToken[];
  readonly contexts: readonly DemoContext[];
  readonly deleted: DemoToken[];
  readonly requests: DemoRequest[];
}
