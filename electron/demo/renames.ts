import type { DemoOrganisation, DemoProject, DemoState } from './demo-state';

const slugOf = (organisation: DemoOrganisation, { id, name }: DemoProject) =>
  `${organisation.slug}/${organisation.host === 'circleci' ? id : name}`;

/** Gives an organisation another name, as its VCS does: ids stay, and every slug that has the name changes. */
export function renameOrganisation(state: DemoState, organisation: DemoOrganisation, name: string): void {
  organisation.name = name;
  if (organisation.host !== 'circleci') organisation.slug = organisation.slug.replace(/\/.*$/, `/${name}`);
  for (const project of state.projects)
    if (project.organisation === organisation) project.slug = slugOf(organisation, project);
}

export function renameProject(project: DemoProject, name: string): void {
  project.name = name;
  project.slug = slugOf(project.organisation, project);
}

/** Moves a project with its tokens to another organisation. */
export function transferProject(project: DemoProject, to: DemoOrganisation): void {
  project.organisation = to;
  project.slug = slugOf(to, project);
}

/** Another person of the organisation, who has one personal token to connect with. */
export function addColleague(state: DemoState, login: string, id: string, value: string): void {
  const first = state.personal[0];
  if (first === undefined) throw new Error('the account has a token');
  const token = { ...first, id: `${id.slice(0, -4)}ffff`, value, label: `rekey of ${login}` };
  state.colleagues.push({ id, login, personal: [token] });
}
