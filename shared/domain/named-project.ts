import type { ProjectSlug } from './project-slug';

/** A project that is known by its slug, and by its name where the host tells that. */
export interface NamedProject {
  readonly project?: ProjectSlug;
  readonly projectName?: string;
}

/** The project for people: its slug, or its name where the slug is made of ids. Nothing where there is no project. */
export const namedProject = ({
  project,
  projectName,
}: {
  readonly project?: string | undefined;
  readonly projectName?: string | undefined;
}): string | undefined =>
  project?.startsWith('circleci/') === true && projectName !== undefined
    ? `circleci/${projectName}`
    : project;
