import type { AgePolicy } from './age-policy';
import { canonicalPolicy } from './canonical-policy';
import type { Instant } from './instant';
import { incidentPolicy, PRESETS } from './policy-presets';
import { seenName } from './seen-name';

/** Why a policy cannot be put in force, or kept. */
export type PolicyProblem =
  /** It has the name of a preset, and is another. */
  { readonly kind: 'name-of-preset' } | { readonly kind: 'incident-to-come' };

/** What is wrong with a policy as a whole; nothing, where it can be applied. */
export function policyProblem(policy: AgePolicy, now: Instant): PolicyProblem | undefined {
  const { createdBefore = 0 } = policy;
  if (createdBefore > now) return { kind: 'incident-to-come' };
  const preset = presetNamed(policy.name, createdBefore);
  return preset === undefined || isSameBut(preset, policy) ? undefined : { kind: 'name-of-preset' };
}

/** Whether a name belongs to a preset, or cannot be told from one by eye. */
export const isPresetName = (name: string): boolean => presetNamed(name, 0) !== undefined;

function presetNamed(name: string, createdBefore: Instant): AgePolicy | undefined {
  const wanted = seenName(name);
  return [...PRESETS, incidentPolicy(createdBefore)].find((preset) => seenName(preset.name) === wanted);
}

/** A reference to a risk analysis makes no other policy of a preset that wants one. */
function isSameBut(preset: AgePolicy, policy: AgePolicy): boolean {
  const { riskAnalysis: _named, ...rest } = policy;
  return canonicalPolicy(preset) === canonicalPolicy(preset.wantsRiskAnalysis === true ? rest : policy);
}
