import type { Instant } from '../../shared/domain/instant';
import { canonicalId } from '../../shared/domain/circleci-id';
import type { Chance } from './chance';
import type { DemoPerson, DemoProject, DemoState, DemoToken } from './demo-state';
import type { Trouble } from './fault';

/** Whose token a request carries. */
export type Caller =
  | { readonly kind: 'person'; readonly token: DemoToken; readonly colleague?: DemoPerson }
  | { readonly kind: 'project'; readonly token: DemoToken; readonly project: DemoProject };

export interface Reply {
  readonly status: number;
  readonly json?: unknown;
  readonly html?: string;
}

export interface Asked extends AskedByStranger {
  readonly caller: Caller;
}

/** A request whose token the host never issued, or that has none. */
export interface AskedByStranger {
  readonly state: DemoState;
  readonly hasToken: boolean;
  /** The variable parts of the path, decoded. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly now: Instant;
  readonly chance: Chance;
  readonly trouble: Trouble | undefined;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Matches the whole path; each group is one part. */
  readonly path: RegExp;
  /** Whether a project token may call it at all; it is a person's otherwise. */
  readonly forProjectTokens?: true;
  readonly answer: (asked: Asked) => Reply;
  /** What strangers are answered, where that is not the host’s 401. */
  readonly answerStranger?: (asked: AskedByStranger) => Reply;
}

export const json = (status: number, body: unknown): Reply => ({ status, json: body });
export const message = (status: number, text: string): Reply => json(status, { message: text });
export const invalidToken = message(401, 'Invalid token provided.');
export const notFoundPage: Reply = {
  status: 404,
  html: '<!DOCTYPE html><html><body>Not found</body></html>',
};

const LONG: Readonly<Record<string, string>> = { github: 'gh', bitbucket: 'bb' };

/** Whose token the request carries, as the account that it is. */
export function accountOf({
  state,
  caller,
}: Pick<AskedByStranger, 'state'> & { readonly caller?: Caller }): Pick<DemoPerson, 'id' | 'login'> {
  const colleague = caller?.kind === 'person' ? caller.colleague : undefined;
  return colleague ?? { id: state.userId, login: state.login };
}

/** The project of a slug in three parts, under the short or the long name of its host, or under its ids in either spelling. */
export function projectAt(state: DemoState, [host = '', organisation = '', name = '']: readonly string[]) {
  const isOfIds = host === 'circleci';
  const parts = isOfIds ? [organisation, name].map(canonicalId) : [organisation, name];
  const slug = [LONG[host] ?? host, ...parts].join('/');
  return state.projects.find((project) => project.slug === slug);
}

/** A text field of a request's body. */
export function textOf(body: unknown, field: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, field) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** One page of a listing; the mark is the number of the first row of the next. */
export function pageOf<Row>(
  rows: readonly Row[],
  mark: string | null,
  size: number,
  trouble: Trouble | undefined,
) {
  const from = Number(mark ?? 0) || 0;
  if (trouble?.kind === 'endless-pages') return { rows: rows.slice(0, size), next: 'again' };
  const next = from + size < rows.length ? String(from + size) : null;
  return { rows: rows.slice(from, from + size), next };
}
