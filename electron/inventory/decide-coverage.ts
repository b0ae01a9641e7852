import type { Coverage } from '../../shared/domain/coverage';
import { PERSONAL_LIST, type CoverageDecision } from '../../shared/domain/coverage-decision';
import { sourceLabel } from '../../shared/domain/coverage-gap-words';
import type { Instant } from '../../shared/domain/instant';
import type { SyncSource } from '../../shared/domain/sync-source';
import type { TokenRecord } from '../../shared/domain/token';
import { failedOf } from './judge-sources';
import type { Snapshot } from './snapshots';

/** An inventory after a decision, what the decision is about for people, and how many tokens leave by it. */
export interface Decided {
  readonly next: Snapshot;
  readonly about: string;
  readonly tokens: number;
}

/** `undefined` where there is nothing to decide: what is proved is no matter of opinion. */
export function decideCoverage(
  last: Snapshot,
  { kind, subject }: CoverageDecision,
  now: Instant,
): Decided | undefined {
  switch (kind) {
    case 'retire-source':
      return subject === PERSONAL_LIST ? retirePersonal(last, now) : retireSource(last, subject, now);
    case 'accept-empty-source':
      return acceptEmptySource(last, subject, now);
    case 'accept-empty-list':
      return subject === PERSONAL_LIST ? acceptNoPersonal(last) : acceptEmptyProject(last, subject);
    case 'project-gone':
      return dropProject(last, subject);
    case 'organisation-gone':
      return dropOrganisation(last, subject);
  }
}

const without = (last: Snapshot, isGone: (token: TokenRecord) => boolean, coverage: Coverage) => {
  const tokens = last.tokens.filter((token) => !isGone(token));
  return { next: { ...last, coverage, tokens }, tokens: last.tokens.length - tokens.length };
};

function changeSource(
  last: Snapshot,
  key: string,
  change: (source: SyncSource) => SyncSource | undefined,
): Decided | undefined {
  const { sources = [] } = last.coverage;
  const source = sources.find((one) => one.key === key);
  const changed = source && change(source);
  if (source === undefined || changed === undefined) return undefined;
  const next = sources.map((one) => (one === source ? changed : one));
  const coverage = { ...last.coverage, sources: next, failedSources: failedOf(next) };
  return { next: { ...last, coverage }, about: sourceLabel(source), tokens: 0 };
}

const retireSource = (last: Snapshot, key: string, at: Instant) =>
  changeSource(last, key, (source) =>
    source.state.kind === 'answered' || source.state.kind === 'retired'
      ? undefined
      : { ...source, state: { kind: 'retired', why: 'decided', at } },
  );

const acceptEmptySource = (last: Snapshot, key: string, at: Instant) =>
  changeSource(last, key, (source) =>
    source.state.kind === 'emptied'
      ? { ...source, rows: 0, lastAnsweredAt: at, state: { kind: 'answered' } }
      : undefined,
  );

/** The tokens of a list that is no longer to be had stay: that they are gone was not said. */
function retirePersonal(last: Snapshot, now: Instant): Decided | undefined {
  const { kind } = last.coverage.personal;
  if (kind !== 'unreachable' && kind !== 'in-doubt') return undefined;
  const coverage: Coverage = { ...last.coverage, personal: { kind: 'by-hand' }, personalRetiredAt: now };
  return { next: { ...last, coverage }, about: 'the list of personal tokens', tokens: 0 };
}

function acceptNoPersonal(last: Snapshot): Decided | undefined {
  if (last.coverage.personal.kind !== 'in-doubt') return undefined;
  const coverage: Coverage = { ...last.coverage, personal: { kind: 'read' } };
  const isListed = ({ source, project }: TokenRecord) => source === 'host' && project === undefined;
  return { ...without(last, isListed, coverage), about: 'the list of personal tokens' };
}

function acceptEmptyProject(last: Snapshot, slug: string): Decided | undefined {
  const line = last.coverage.projects.find(({ project }) => project === slug);
  if (line?.outcome.kind !== 'in-doubt') return undefined;
  const read = { ...line, outcome: { kind: 'read' as const, tokens: 0 } };
  const projects = last.coverage.projects.map((one) => (one === line ? read : one));
  const isOfList = ({ project }: TokenRecord) => project === slug;
  return { ...without(last, isOfList, { ...last.coverage, projects }), about: line.name ?? slug };
}

function dropProject(last: Snapshot, slug: string): Decided | undefined {
  const line = last.coverage.projects.find(({ project }) => project === slug);
  if (line === undefined || line.outcome.kind === 'read' || line.outcome.kind === 'pending') return undefined;
  const projects = last.coverage.projects.filter((one) => one !== line);
  const isOfList = ({ project }: TokenRecord) => project === slug;
  return { ...without(last, isOfList, { ...last.coverage, projects }), about: line.name ?? slug };
}

/** Only where not one source of the organisation answers: what answers is there. */
function dropOrganisation(last: Snapshot, of: string): Decided | undefined {
  const { sources = [], organisations = [], projects } = last.coverage;
  const own = sources.filter((source) => source.of === of && source.kind !== 'repositories');
  if (own.length === 0 || own.some(({ state }) => state.kind === 'answered')) return undefined;
  const organisation = organisations.find(({ slug, id, name }) => (slug ?? id ?? name) === of);
  const prefixes = [organisation?.slug, organisation?.id && `circleci/${organisation.id}`].flatMap((part) =>
    part === undefined || part === '' ? [] : [`${part}/`],
  );
  const isInside = (slug: string | undefined) => prefixes.some((prefix) => slug?.startsWith(prefix) === true);
  const rest = sources.filter((source) => !own.includes(source));
  const coverage: Coverage = {
    ...last.coverage,
    sources: rest,
    failedSources: failedOf(rest),
    organisations: organisations.filter((one) => one !== organisation),
    projects: projects.filter(({ project }) => !isInside(project)),
  };
  return { ...without(last, ({ project }) => isInside(project), coverage), about: organisation?.name ?? of };
}
