import type { DemoProject, DemoState, DemoToken } from '../../../electron/demo/demo-state';
import type { Row } from '../../../electron/rotation/row';
import type { Instant } from '../../../shared/domain/instant';
import type { TokenRef } from '../../../shared/domain/token-ref';
import type { Intrusion } from '../schedule';
import type { RefFor } from './standing';
import { tokenPath, variablesPath, type TokenPath } from './token-path';

/** What a second person did: Rekey is not to be blamed for it, and must not add to it. */
export interface Intruder {
  readonly gone: ReadonlySet<TokenRef>;
  readonly made: ReadonlySet<TokenRef>;
  readonly overwritten: ReadonlySet<string>;
  readonly renamed: ReadonlySet<TokenRef>;
  /** Tokens that it has removed since the last reading of any list. */
  readonly unseen: () => ReadonlySet<TokenRef>;
  /** To be called right before a request takes effect. */
  readonly before: (method: string, path: string) => void;
  readonly after: (path: string) => void;
  readonly stop: () => void;
}

interface IntruderPorts {
  readonly state: DemoState;
  readonly refFor: RefFor;
  readonly rows: () => readonly Row[];
  readonly now: () => Instant;
  readonly credential: () => string;
}

/** Acts at any moment. What it does between an answer and the next request nobody can know, and `unseen` tells of. */
export function openIntruder(intrusions: readonly Intrusion[], ports: IntruderPorts): Intruder {
  const { state, refFor, rows, now, credential } = ports;
  const gone = new Set<TokenRef>();
  const made = new Set<TokenRef>();
  const overwritten = new Set<string>();
  const renamed = new Set<TokenRef>();
  /** What has changed since the list was last shown: nobody but the intruder can know it. */
  let unseen = new Set<TokenRef>();
  let waiting = [...intrusions];
  let requests = 0;

  const setTokens = ({ project }: TokenPath, tokens: readonly DemoToken[]) => {
    const place = state.projects.find(({ slug }) => slug === project);
    if (project === undefined) state.personal = tokens;
    else if (place !== undefined) place.tokens = tokens;
  };

  const remove = (list: TokenPath, ref: TokenRef | undefined) => {
    const found = list.tokens().find((token) => refFor(token, list.project) === ref);
    if (found === undefined || found.value === credential()) return;
    gone.add(refFor(found, list.project));
    unseen.add(refFor(found, list.project));
    setTokens(
      list,
      list.tokens().filter((token) => token !== found),
    );
  };

  const twin = (list: TokenPath, row: Row) => {
    const like = list.tokens().find((token) => refFor(token, list.project) === row.ref);
    if (like === undefined || list.project === undefined) return;
    const id = `${like.id.slice(0, -4)}${String(1_000 + made.size)}`;
    const value = `${like.value.slice(0, -4)}${String(1_000 + made.size)}`;
    const token = {
      ...like,
      id,
      value,
      scope: row.newScope,
      createdAt: now(),
      hidesAge: state.profile === 'cloud',
    };
    made.add(refFor(token, list.project));
    setTokens(list, [...list.tokens(), token]);
  };

  /** CircleCI's pages can rename a token, which keeps its id. */
  const rename = (list: TokenPath, ref: TokenRef | undefined) => {
    if (ref === undefined || state.profile === 'server-2') return;
    const tokens = list.tokens();
    if (!tokens.some((token) => refFor(token, list.project) === ref)) return;
    renamed.add(ref);
    setTokens(
      list,
      tokens.map((token) =>
        refFor(token, list.project) === ref ? { ...token, label: `${token.label} renamed` } : token,
      ),
    );
  };

  const vanish = (list: TokenPath) => {
    const index = state.projects.findIndex(({ slug }) => slug === list.project);
    if (index === -1) return;
    for (const token of list.tokens()) {
      gone.add(refFor(token, list.project));
      unseen.add(refFor(token, list.project));
    }
    (state.projects as DemoProject[]).splice(index, 1);
  };

  const revoke = () => {
    const own = state.personal.find(({ value }) => value === credential());
    // The last one would leave nobody to come back with.
    if (own === undefined || state.personal.filter(({ scope }) => scope === 'full').length < 2) return;
    gone.add(refFor(own, undefined));
    unseen.add(refFor(own, undefined));
    state.personal = state.personal.filter((token) => token !== own);
  };

  const overwrite = ({ variables }: DemoProject) => {
    const name = [...variables.keys()].findLast((one) => /^(?:ROTATED|HANDED)_/.test(one));
    const variable = name === undefined ? undefined : variables.get(name);
    if (name === undefined || variable === undefined) return;
    overwritten.add(variable.value);
    variables.set(name, { ...variable, value: 'somebody else’s', updatedAt: variable.updatedAt + 1 });
  };

  const atList = (list: TokenPath, deed: Intrusion['deed']) => {
    const row = rows().find(({ project }) => project === list.project);
    if (deed === 'revoke') revoke();
    if (deed === 'project-gone') vanish(list);
    if (row === undefined) return;
    if (deed === 'delete-old') remove(list, row.ref);
    if (deed === 'delete-new') remove(list, row.newRef);
    if (deed === 'twin') twin(list, row);
    if (deed === 'rename-old') rename(list, row.ref);
    if (deed === 'rename-new') rename(list, row.newRef);
  };

  const actAt = (path: string, moments: readonly Intrusion['moment'][]) => {
    const list = tokenPath(state, path);
    const place = variablesPath(state, path);
    if (list === undefined && place === undefined) return;
    const due = waiting.filter(({ at, moment }) => at < requests && moments.includes(moment));
    const mine = due.filter(({ deed }) => (deed === 'overwrite') === (place !== undefined));
    waiting = waiting.filter((one) => !mine.includes(one));
    for (const { deed } of mine) {
      if (place !== undefined) overwrite(place);
      else if (list !== undefined) atList(list, deed);
    }
  };

  return {
    gone,
    made,
    overwritten,
    renamed,
    unseen: () => unseen,
    stop: () => {
      waiting = [];
    },
    before: (method, path) => {
      if (tokenPath(state, path) !== undefined || variablesPath(state, path) !== undefined) requests += 1;
      actAt(path, method === 'GET' ? ['shown', 'before-any'] : ['before-any']);
      // The answer to this reading shows all that was done until now.
      if (method === 'GET' && tokenPath(state, path) !== undefined) unseen = new Set();
    },
    after: (path) => {
      actAt(path, ['after-any']);
    },
  };
}
