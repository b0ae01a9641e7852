import type { AgePolicy } from '../../shared/domain/age-policy';
import { longestException } from '../../shared/domain/policy-exception';
import type { OverlapHours } from '../../shared/domain/rotation-plan';
import { counted } from '../words/count-words';
import { exactUtc } from '../words/date-words';

const HOURS_A_DAY = 24;

/** How long old tokens live on, in words. */
export const overlapWord = (hours: OverlapHours): string => {
  if (hours === 0) return 'none';
  return hours > HOURS_A_DAY ? counted(hours / HOURS_A_DAY, 'day') : counted(hours, 'hour');
};

/** As much of a policy's hash as people compare by eye; the whole is in every report. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

export const JUDGEMENT =
  'Splitting the limits by scope is Rekey’s own judgement. What Rekey reports is evidence for a review, never proof that a rule is complied with.';

/** What a policy asks for, a sentence each. */
export function policySentences(policy: AgePolicy): readonly string[] {
  const { createdBefore, unusedDays, warnSteps, overlapHours, riskAnalysis } = policy;
  return [
    createdBefore === undefined ? undefined : incidentSentence(createdBefore),
    limitSentence(policy),
    unusedDays === undefined ? undefined : `Due as well after ${counted(unusedDays, 'day')} without use.`,
    unknownSentence(policy),
    overlapSentence(overlapHours),
    warnSteps.length === 0 ? 'Nobody is warned.' : `Warnings ${warnSteps.join(', ')} days before.`,
    exceptionSentence(longestException(policy)),
    policy.wantsRiskAnalysis === true ? riskSentence(riskAnalysis) : undefined,
  ].filter((sentence) => sentence !== undefined);
}

const overlapSentence = (hours: OverlapHours) =>
  hours === 0
    ? 'After a rotation old tokens do not wait.'
    : `After a rotation old tokens live on for ${overlapWord(hours)}.`;

const incidentSentence = (createdBefore: number) =>
  `Due is everything created before ${exactUtc(createdBefore)}, unknown age included.`;

function limitSentence({ maxAgeDays, createdBefore }: AgePolicy): string | undefined {
  const said = [
    limitWord('Admin', maxAgeDays.all),
    limitWord('Read Only', maxAgeDays['view-builds']),
    limitWord('Status', maxAgeDays.status),
    limitWord('personal', maxAgeDays.personal),
  ].filter((word) => word !== undefined);
  if (said.length > 0) return `Due by age: ${said.join(', ')}.`;
  return createdBefore === undefined ? 'No token is due by its age.' : undefined;
}

const limitWord = (name: string, days: number | undefined) =>
  days === undefined ? undefined : `${name} after ${counted(days, 'day')}`;

function unknownSentence({
  unknownAgeDueAfterDays,
  maxAgeDays,
  createdBefore,
}: AgePolicy): string | undefined {
  if (createdBefore !== undefined || Object.keys(maxAgeDays).length === 0) return undefined;
  return unknownAgeDueAfterDays === 0
    ? 'A token of unknown age is due at once.'
    : `A token of unknown age is due ${counted(unknownAgeDueAfterDays, 'day')} after Rekey first saw it.`;
}

const exceptionSentence = (longest: number) =>
  longest === 0 ? 'No exception is in force.' : `No exception lasts longer than ${counted(longest, 'day')}.`;

const riskSentence = (riskAnalysis: string | undefined) =>
  riskAnalysis === undefined
    ? 'No risk analysis is named: no report will say “meets policy”.'
    : `Rests on the risk analysis ${riskAnalysis}.`;
