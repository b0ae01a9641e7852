import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Coverage } from '../../shared/domain/coverage';
import type { Instant } from '../../shared/domain/instant';
import type { SourceReply, SyncSource, SyncSourceKind } from '../../shared/domain/sync-source';
import type { Discovery } from '../circleci/client';
import { isNotThere, isRefusal } from '../../shared/domain/refusal';

/** These list what ran lately: an empty answer is explained by time. */
const FADING: ReadonlySet<SyncSourceKind> = new Set(['pipelines', 'insights']);

/** What CircleCI Cloud has for every account. A page instead of data is no answer of its. */
const ON_CLOUD: ReadonlySet<SyncSourceKind> = new Set([
  'v3-projects',
  'private-projects',
  'followed',
  'insights',
  'pipelines',
]);

type Judged = Required<Pick<Coverage, 'failedSources' | 'sources' | 'organisations' | 'versions'>>;

/**
 * What one sync proves of each source, in the light of what the source answered before. A source that ever answered stays
 * known until it is retired; one that never did counts as missing only where the host must have it.
 */
export function judgeSources(last: Coverage | undefined, discovery: Discovery, now: Instant): Judged {
  const { organisations, versions } = discovery;
  const known = new Map(last?.sources?.map((source) => [source.key, source]));
  const hasGrown =
    last?.versions !== undefined &&
    ((versions.v2 && !last.versions.v2) || (versions.v3 && !last.versions.v3));
  const facts = { now, hasGrown, isCloud: versions.v3 };
  const asked = discovery.sources.flatMap((reply) => judge(known.get(reply.key), reply, facts));
  const keys = new Set(discovery.sources.map(({ key }) => key));
  const silent = [...known.values()]
    .filter(({ key }) => !keys.has(key))
    .map((source): SyncSource =>
      source.state.kind === 'retired' ? source : { ...source, state: { kind: 'not-asked' } },
    );
  const sources = [...asked, ...silent];
  return { sources, failedSources: failedOf(sources), organisations, versions };
}

/** A line each kind: what fails for ten organisations fails once. */
export function failedOf(sources: readonly SyncSource[]): Coverage['failedSources'] {
  const failures = new Map<SyncSourceKind, ApiFailure>();
  for (const { kind, state } of sources) if (state.kind === 'failed') failures.set(kind, state.failure);
  return [...failures].map(([source, failure]) => ({ source, failure }));
}

interface Facts {
  readonly now: Instant;
  readonly hasGrown: boolean;
  readonly isCloud: boolean;
}

function judge(
  before: SyncSource | undefined,
  { answer, ...name }: SourceReply,
  facts: Facts,
): readonly SyncSource[] {
  if (before?.state.kind === 'retired' && before.state.why === 'decided') return [before];
  if (answer.kind === 'answered') return [answered(before, name, answer.rows, facts.now)];
  const { failure } = answer;
  const kept = { rows: before?.rows ?? 0, ...lastAnswer(before) };
  if (before?.state.kind === 'retired' && isRefusal(failure)) return [before];
  const isMissed = before !== undefined || isPromised(name.kind, failure, facts.isCloud);
  if (!isMissed && isRefusal(failure)) return [];
  const isUpgraded = facts.hasGrown && isNotThere(failure);
  if (failure.kind === 'removed' || (isUpgraded && before !== undefined)) {
    const why = failure.kind === 'removed' ? ('removed' as const) : ('upgraded' as const);
    return [{ ...name, ...kept, state: { kind: 'retired', why, at: facts.now } }];
  }
  return [{ ...name, ...kept, state: { kind: 'failed', failure } }];
}

function answered(
  before: SyncSource | undefined,
  name: Omit<SourceReply, 'answer'>,
  rows: number,
  now: Instant,
): SyncSource {
  const isEmptied = rows === 0 && (before?.rows ?? 0) > 0 && !FADING.has(name.kind);
  if (before !== undefined && isEmptied)
    return { ...name, rows: before.rows, ...lastAnswer(before), state: { kind: 'emptied' } };
  return { ...name, rows, lastAnsweredAt: now, state: { kind: 'answered' } };
}

const lastAnswer = (before: SyncSource | undefined) =>
  before?.lastAnsweredAt !== undefined && { lastAnsweredAt: before.lastAnsweredAt };

/** What every host has, and what its product has for every account: a refusal of those is missed from the first sync on. */
function isPromised(kind: SyncSourceKind, failure: ApiFailure, isCloud: boolean): boolean {
  if (kind === 'v1.1-projects' || kind === 'organisations') return true;
  return isCloud && failure.kind === 'not-json' && ON_CLOUD.has(kind);
}
