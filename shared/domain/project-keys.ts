import type { ProjectSlug } from './project-slug';

const HOSTS: Readonly<Record<string, string>> = {
  github: 'gh',
  'github.com': 'gh',
  bitbucket: 'bb',
  'bitbucket.org': 'bb',
  'circleci.com': 'circleci',
};

/** A project as anything may name it, in one form: `gh/acme/api` for its address, its slug and its long slug alike. */
export function projectKey(text: string): string {
  const parts = text
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:)?\/\//, '')
    .replace(/(?:\.git)?\/*$/, '')
    .split('/')
    .filter((part) => part !== '');
  const [host = '', ...rest] = parts;
  return [HOSTS[host] ?? host, ...rest].join('/');
}

/** Every key that a project answers to: its slug, organisation and name, and its name or id alone. */
export function keysOfProject(project: ProjectSlug, name: string | undefined): readonly string[] {
  const [host = '', organisation = '', last = ''] = projectKey(project).split('/');
  const own = [`${host}/${organisation}/${last}`, `${organisation}/${last}`, last];
  return name === undefined ? own : [...own, projectKey(name)];
}
