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
  /** To be called right before a reading takes effect. */
  readonly before: (path: string) => void;
  readonly stop: () => void;
}

interface IntruderPorts {
  readonly state: DemoState;
  readonly refFor: RefFor;
  readonly rows: () => readonly Row[];
  readonly now: () => Instant;
  readonly credential: () => string;
}

/** Acts only where the very next answer shows it: what happens between an answer and the next request, nobody can know. */
export function openIntruder(intrusions: readonly Intrusion[], ports: IntruderPorts): Intruder {
  const { state, refFor, rows, now, credential } = ports;
  const gone = new Set<TokenRef>();
  const made = new Set<TokenRef>();
  const overwritten = new Set<string>();
  let waiting = [...intrusions];
  let readings = 0;

  const setTokens = ({ project }: TokenPath, tokens: readonly DemoToken[]) => {
    const place = state.projects.find(({ slug }) => slug === project);
    if (project === undefined) state.personal = tokens;
    else if (place !== undefined) place.tokens = tokens;
  };

  const remove = (list: TokenPath, ref: TokenRef | undefined) => {
    const found = list.tokens().find((token) => refFor(token, list.project) === ref);
    if (found === undefined || found.value === credential()) return;
    gone.add(refFor(found, list.project));
    setTokens(
      list,
      list.tokens().filter((token) => token !== found),
    );
  };

  const twin = (list: TokenPath, row: Row) => {
    const before = list.tokens().find((token) => refFor(token, list.project) === row.ref);
    // A host that tells no dates shows a colleague's twin just as what came of a lost create: nobody can tell them apart.
    if (state.profile === 'cloud' || before === undefined) return;
    const id = `${before.id.slice(0, -4)}${String(1_000 + made.size)}`;
    const value = `${before.value.slice(0, -4)}${String(1_000 + made.size)}`;
    const token = { ...before, id, value, createdAt: now() - 1_500, hidesAge: false };
    made.add(refFor(token, list.project));
    setTokens(list, [...list.tokens(), token]);
  };

  const vanish = (list: TokenPath) => {
    const index = state.projects.findIndex(({ slug }) => slug === list.project);
    if (index === -1) return;
    for (const token of list.tokens()) gone.add(refFor(token, list.project));
    (state.projects as DemoProject[]).splice(index, 1);
  };

  const revoke = () => {
    const own = state.personal.find(({ value }) => value === credential());
    // The last one would leave nobody to come back with.
    if (own === undefined || state.personal.filter(({ scope }) => scope === 'full').length < 2) return;
    gone.add(refFor(own, undefined));
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
  };

  return {
    gone,
    made,
    overwritten,
    stop: () => {
      waiting = [];
    },
    before: (path) => {
      const list = tokenPath(state, path);
      const place = variablesPath(state, path);
      if (list === undefined && place === undefined) return;
      readings += 1;
      const due = waiting.filter(({ at }) => at < readings);
      const mine = due.filter(({ deed }) => (deed === 'overwrite') === (place !== undefined));
      waiting = waiting.filter((one) => !mine.includes(one));
      for (const { deed } of mine) {
        if (place !== undefined) overwrite(place);
        else if (list !== undefined) atList(list, deed);
      }
    },
  };
}
