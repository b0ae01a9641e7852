import type { AgePolicy } from './age-policy';

/**
 * A policy as one text: equal for two policies exactly where they say the same, whatever the order in which they say it.
 * The SHA-256 of it is the policy's hash, which reports and the ledger name.
 */
export function canonicalPolicy({ maxAgeDays, warnSteps, ...said }: AgePolicy): string {
  const steps = [...new Set(warnSteps)].sort((a, b) => b - a);
  return JSON.stringify([
    'rekey-policy-1',
    entriesOf({ ...said, warnSteps: steps }),
    entriesOf({ ...maxAgeDays }),
  ]);
}

const entriesOf = (said: Readonly<Record<string, unknown>>) =>
  Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
