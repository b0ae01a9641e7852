import { BALANCED, USUAL_WARN_STEPS, type AgePolicy } from './age-policy';
import type { Instant } from './instant';

/**
 * Nothing lives longer than 90 days, or unused for longer than 45 (CIS AWS 1.12); an unknown age is due at once, and no
 * exception is longer than 30 days.
 */
export const STRICT: AgePolicy = {
  ...BALANCED,
  name: 'Strict',
  maxAgeDays: { all: 90, 'view-builds': 90, status: 90, personal: 90 },
  unusedDays: 45,
  unknownAgeDueAfterDays: 0,
  longestExceptionDays: 30,
};

/** Helps towards PCI DSS, and is no proof of it. */
export const PCI_HELPER: AgePolicy = {
  ...BALANCED,
  name: 'PCI helper',
  maxAgeDays: { all: 90, 'view-builds': 90, status: 180, personal: 90 },
  unknownAgeDueAfterDays: 0,
  wantsRiskAnalysis: true,
};

/** One year for everything (GitLab, GitGuardian, and CircleCI’s own longest expiry); unused tokens are left alone. */
export const YEARLY: AgePolicy = {
  name: 'Yearly',
  maxAgeDays: { all: 365, 'view-builds': 365, status: 365, personal: 365 },
  unknownAgeDueAfterDays: 30,
  warnSteps: USUAL_WARN_STEPS,
  overlapHours: 24,
};

/** Inventory only: nothing is ever due. */
export const OFF: AgePolicy = {
  name: 'Off',
  maxAgeDays: {},
  unknownAgeDueAfterDays: 0,
  warnSteps: USUAL_WARN_STEPS,
  overlapHours: 24,
};

/**
 * Everything created before a moment is due, as is everything of unknown age, whatever was excepted; old tokens do not wait
 * out an overlap.
 */
export const incidentPolicy = (createdBefore: Instant): AgePolicy => ({
  ...OFF,
  name: 'Incident',
  createdBefore,
  overlapHours: 0,
  longestExceptionDays: 0,
});

/** The presets that need nothing said besides; Incident needs its moment. */
export const PRESETS: readonly AgePolicy[] = [BALANCED, STRICT, PCI_HELPER, YEARLY, OFF];
