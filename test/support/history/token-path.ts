import type { DemoProject, DemoState, DemoToken } from '../../../electron/demo/demo-state';
import { projectAt } from '../../../electron/demo/route';
import { parseProjectSlug, type ProjectSlug } from '../../../shared/domain/project-slug';

/** A list of tokens that a path names, and what comes after it: what a delete names. */
export interface TokenPath {
  readonly project: ProjectSlug | undefined;
  readonly tokens: () => readonly DemoToken[];
  /** Empty where the path names the list itself. */
  readonly name: string;
}

const OF_PROJECT = /^\/api\/v1(?:\.1)?\/project\/([^/]+)\/([^/]+)\/([^/]+)\/token(?:\/([^/?]*))?$/;
const OF_ACCOUNT = /^\/api\/v1(?:\.1)?\/user\/tokens?(?:\/([^/?]*))?$/;
const VARIABLES = /^\/api\/v2\/project\/([^/]+)\/([^/]+)\/([^/]+)\/envvar(?:\?.*)?$/;

/** Nothing for a path that names no tokens. */
export function tokenPath(state: DemoState, path: string): TokenPath | undefined {
  const account = OF_ACCOUNT.exec(path);
  if (account !== null)
    return { project: undefined, tokens: () => state.personal, name: decodeURIComponent(account[1] ?? '') };
  const parts = OF_PROJECT.exec(path)?.slice(1);
  const project = parts && demoProject(state, parts);
  return (
    project && {
      project: parseProjectSlug(project.slug),
      tokens: () => project.tokens,
      name: decodeURIComponent(parts[3] ?? ''),
    }
  );
}

/** The project whose variables a path names. */
export const variablesPath = (state: DemoState, path: string): DemoProject | undefined => {
  const parts = VARIABLES.exec(path)?.slice(1);
  return parts && demoProject(state, parts);
};

const demoProject = (state: DemoState, parts: readonly string[]) =>
  projectAt(state, parts.slice(0, 3).map(decodeURIComponent));

/** The token that a delete names, as the host finds it. */
export const named = (state: DemoState, { tokens, name }: TokenPath): DemoToken | undefined =>
  tokens().find(({ id, value }) => name === (state.profile === 'server-2' ? value : id));
