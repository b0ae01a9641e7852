import fc from 'fast-check';

import { schedule, type Schedule } from './schedule';

export interface ScheduleRun {
  readonly count: number;
  readonly seed: number;
  /** Brings one failing schedule back, as a failure names it. */
  readonly path?: string | undefined;
}

/** The same thousand for every machine; `npm run soak` asks for more, and for others. */
export function scheduleRun(environment: NodeJS.ProcessEnv): ScheduleRun {
  const { REKEY_SCHEDULES: count = '1000', REKEY_SCHEDULE_SEED: seed = '20261124' } = environment;
  return { count: Number(count), seed: Number(seed), path: environment['REKEY_SCHEDULE_PATH'] };
}

/** Checks schedules; the first that fails is made as small as can be and told in one line. */
export async function checkSchedules(
  { count, seed, path }: ScheduleRun,
  carryOut: (schedule: Schedule) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(schedule, carryOut);
  const checked = await fc.check(property, {
    numRuns: count,
    seed,
    ...(path && { path, endOnFailure: true }),
  });
  if (!checked.failed) return;
  const again = `npm run soak -- --seed ${String(seed)} --path "${checked.counterexamplePath ?? ''}"`;
  const cause = checked.errorInstance instanceof Error ? checked.errorInstance : undefined;
  throw new Error(`${again}  # ${cause?.message ?? 'failed'} ${JSON.stringify(checked.counterexample)}`, {
    cause,
  });
}
