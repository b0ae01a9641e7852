import { USUAL_WARN_STEPS, type AgePolicy } from '../../shared/domain/age-policy';
import type { Instant } from '../../shared/domain/instant';
import { incidentPolicy } from '../../shared/domain/policy-presets';
import { isPresetName } from '../../shared/domain/policy-problem';
import type { OverlapHours } from '../../shared/domain/rotation-plan';
import { err, ok, type Result } from '../../shared/result';

/** The limits that are typed as numbers of days. */
export const DAY_FIELDS = [
  'all',
  'view-builds',
  'status',
  'personal',
  'unused',
  'unknown',
  'longest',
] as const;
export type DayField = (typeof DAY_FIELDS)[number];

/** A policy as it stands in the fields of the editor. An empty limit is none. */
export interface TypedPolicy extends Readonly<Record<DayField, string>> {
  readonly name: string;
  readonly warnings: string;
  readonly overlapHours: OverlapHours;
  /** Everything created before a moment is due; ages have no limit then. */
  readonly isIncident: boolean;
  /** `2026-11-24T12:00`, in UTC. */
  readonly createdBefore: string;
  readonly wantsRiskAnalysis: boolean;
  readonly riskAnalysis: string;
}

/** A policy as it is typed. */
export const typedFrom = (policy: AgePolicy): TypedPolicy => ({
  name: policy.name,
  all: numberText(policy.maxAgeDays.all),
  'view-builds': numberText(policy.maxAgeDays['view-builds']),
  status: numberText(policy.maxAgeDays.status),
  personal: numberText(policy.maxAgeDays.personal),
  unused: numberText(policy.unusedDays),
  unknown: numberText(policy.unknownAgeDueAfterDays),
  longest: numberText(policy.longestExceptionDays),
  warnings: policy.warnSteps.join(', '),
  overlapHours: policy.overlapHours,
  isIncident: policy.createdBefore !== undefined,
  createdBefore: policy.createdBefore === undefined ? '' : momentText(policy.createdBefore),
  wantsRiskAnalysis: policy.wantsRiskAnalysis === true,
  riskAnalysis: policy.riskAnalysis ?? '',
});

/** The Incident preset, before anybody has said its moment. */
export const typedIncident = (): TypedPolicy => ({ ...typedFrom(incidentPolicy(0)), createdBefore: '' });

/** What is typed after a change: a preset that is changed is no longer that preset, and does not keep its name. */
export function changed(typed: TypedPolicy, part: Partial<TypedPolicy>): TypedPolicy {
  const isOther = Object.keys(part).some((key) => !['name', 'createdBefore', 'riskAnalysis'].includes(key));
  const name = isOther && isPresetName(typed.name) ? `${typed.name}, changed` : typed.name;
  return { ...typed, name, ...part };
}

/** The policy that is typed, or the sentence that says what is missing. */
export function readTyped(typed: TypedPolicy, now: Instant): Result<AgePolicy, string> {
  const name = typed.name.trim();
  if (name === '') return err('Give the policy a name.');
  const days = new Map<DayField, number | undefined>();
  for (const field of DAY_FIELDS) {
    const read = daysOf(typed[field], LEAST[field]);
    if (!read.ok)
      return err(`${FIELD_NAMES[field]}: whole days from ${String(LEAST[field])} to 36,500, or nothing.`);
    days.set(field, read.value);
  }
  const warnSteps = stepsOf(typed.warnings);
  if (warnSteps === undefined)
    return err('Warnings: up to ten numbers of days from 1 to 365, such as 30, 15, 7, 1.');
  const createdBefore = Date.parse(`${typed.createdBefore}Z`);
  if (typed.isIncident && Number.isNaN(createdBefore))
    return err('Say the date and the time of the incident, in UTC.');
  if (typed.isIncident && createdBefore > now)
    return err('The moment lies in the future; an incident is about what was created before now.');
  const riskAnalysis = typed.riskAnalysis.trim();
  const [unusedDays, longestExceptionDays] = [days.get('unused'), days.get('longest')];
  return ok({
    name,
    maxAgeDays: {
      ...limitOf('all', days),
      ...limitOf('view-builds', days),
      ...limitOf('status', days),
      ...limitOf('personal', days),
    },
    ...(unusedDays !== undefined && { unusedDays }),
    ...(typed.isIncident && { createdBefore }),
    unknownAgeDueAfterDays: days.get('unknown') ?? 0,
    warnSteps,
    overlapHours: typed.overlapHours,
    ...(longestExceptionDays !== undefined && { longestExceptionDays }),
    ...(typed.wantsRiskAnalysis && { wantsRiskAnalysis: true as const }),
    ...(typed.wantsRiskAnalysis && riskAnalysis !== '' && { riskAnalysis }),
  });
}

/** How the fields are called. */
export const FIELD_NAMES: Readonly<Record<DayField, string>> = {
  all: 'Admin',
  'view-builds': 'Read Only',
  status: 'Status',
  personal: 'Personal',
  unused: 'Unused for',
  unknown: 'Unknown age, after first seen',
  longest: 'Longest exception',
};

const LEAST: Readonly<Record<DayField, number>> = {
  all: 1,
  'view-builds': 1,
  status: 1,
  personal: 1,
  unused: 1,
  unknown: 0,
  longest: 0,
};

const LONGEST_DAYS = 36_500;
const MOST_STEPS = 10;
const LONGEST_STEP = 365;

const numberText = (days: number | undefined) => (days === undefined ? '' : String(days));

const limitOf = (
  key: 'all' | 'view-builds' | 'status' | 'personal',
  days: ReadonlyMap<DayField, number | undefined>,
) => {
  const limit = days.get(key);
  return limit === undefined ? {} : { [key]: limit };
};

function daysOf(text: string, least: number): Result<number | undefined, 'not-days'> {
  const trimmed = text.trim();
  if (trimmed === '') return ok(undefined);
  const days = /^\d{1,5}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return days >= least && days <= LONGEST_DAYS ? ok(days) : err('not-days');
}

function stepsOf(text: string): readonly number[] | undefined {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const steps = [...new Set(words.map(Number))].sort((a, b) => b - a);
  const fit = steps.every((step) => Number.isInteger(step) && step >= 1 && step <= LONGEST_STEP);
  return fit && steps.length <= MOST_STEPS ? steps : undefined;
}

/** To the minute, where that says it all. */
function momentText(instant: Instant): string {
  const text = new Date(instant).toISOString().slice(0, -1);
  return text.endsWith(':00.000') ? text.slice(0, 16) : text;
}

/** The warnings that presets have, as they are typed. */
export const USUAL_WARNINGS = USUAL_WARN_STEPS.join(', ');
