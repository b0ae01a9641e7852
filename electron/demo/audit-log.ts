import { DAY_MS, type Instant } from '../../shared/domain/instant';
import type { DemoProject, DemoState, DemoToken } from './demo-state';
import { makerOf, numberIn, somebody } from './maker';

const COLUMNS = [
  ...['id', 'version', 'action', 'occurred_at', 'success'],
  ...['actor', 'target', 'payload', 'scope', 'organization', 'request', 'metadata'],
] as const;

/** CircleCI keeps events for a year. */
const KEPT_DAYS = 365;

/** The organisation’s audit log as CircleCI hands it out: a CSV whose nested fields are JSON, the latest event first. */
export function auditLogOf({ projects, organisations }: DemoState, now: Instant): string {
  const made = projects.flatMap((project) =>
    project.tokens.map((token) => ({ at: token.createdAt, row: tokenMade(project, token) })),
  );
  const others = projects.flatMap((project) => {
    const at = now - (numberIn(project.id) % KEPT_DAYS) * DAY_MS;
    return [{ at, row: jobStarted(project, at) }];
  });
  const organisation = organisations[0] && { id: organisations[0].id, name: organisations[0].name };
  const rows = [...made, ...others]
    .filter(({ at }) => at > now - KEPT_DAYS * DAY_MS)
    .sort((a, b) => b.at - a.at)
    .map(({ row }) =>
      COLUMNS.map((column) =>
        cell({ version: 1, success: true, organization: organisation, ...row }, column),
      ),
    );
  return `${[COLUMNS, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

type Row = Readonly<Record<string, unknown>>;

const tokenMade = (project: DemoProject, { id, label, scope, createdAt, ...token }: DemoToken): Row => ({
  id: `${id.slice(0, -4)}e001`,
  action: 'project.api_token.create',
  // With nine digits after the point, as the log has them.
  occurred_at: new Date(createdAt).toISOString().replace('Z', '000000Z'),
  actor: personRow(makerOf({ id, label, scope, createdAt, ...token })),
  target: { id: project.id, type: 'project', name: project.slug },
  payload: { label, scope },
});

const jobStarted = (project: DemoProject, at: Instant): Row => ({
  id: `${project.id.slice(0, -4)}e002`,
  action: 'workflow.job.start',
  occurred_at: new Date(at).toISOString(),
  actor: personRow(somebody(project.id)),
  target: { id: project.id, type: 'project', name: project.slug },
  payload: { job: 'build' },
});

const personRow = (name: string) => ({ id: `user-${name}`, type: 'user', name });

function cell(row: Row, column: string): string {
  const value = row[column] ?? '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
