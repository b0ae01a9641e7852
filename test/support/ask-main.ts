import type { ElectronApplication } from 'playwright/test';

const MOST_TIMES = 5;

/**
 * Asks the main process of an app, and asks again where the debugger lost the answer: it forgets the promise of one when main
 * collects its garbage at that moment, which it does with a hundred thousand tokens at hand. For questions that do no harm
 * when they are asked twice.
 */
export async function askMain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let time = 1; ; time += 1) {
    try {
      return await ask();
    } catch (error) {
      if (time === MOST_TIMES || !String(error).includes('garbage collected')) throw error;
    }
  }
}

/** From now on whatever is asked of the main process of an app is asked as {@link askMain} does. */
export function askAgainOf(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (...given: unknown[]) => Promise<unknown>;
  Reflect.set(app, 'evaluate', (...given: unknown[]) => askMain(() => evaluate(...given)));
}
