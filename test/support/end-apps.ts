import type { ChildProcess } from 'node:child_process';

import type { ElectronApplication } from 'playwright/test';

import { answerDialogs } from './launch';
import { waitWhileMoving } from './patience';
import { isRunning, killTree } from './process-tree';

interface Ending {
  /** Whether an app that still runs is told to quit, as a person would, before it is killed. */
  readonly gently: boolean;
  readonly stallMs?: number;
}

/** Apps with their main processes: an app that has closed does not tell its process any more. */
export type StartedApps = ReadonlyMap<ElectronApplication, ChildProcess>;

/** Ends apps with every process that they started. Fails, after all have ended, where one did not quit when it was told to. */
export async function endApps(apps: StartedApps, { gently, stallMs }: Ending): Promise<void> {
  const problems: unknown[] = [];
  for (const [app, child] of apps) {
    try {
      if (gently && isRunning(child)) await quit(app, child, stallMs);
    } catch (error) {
      problems.push(error);
    } finally {
      await killTree(child);
    }
  }
  if (problems.length > 0) throw new AggregateError(problems, problems.map(String).join('\n'));
}

async function quit(app: ElectronApplication, child: ChildProcess, stallMs?: number): Promise<void> {
  // Their answers are not waited for: an app that hangs gives none.
  const asked = answerDialogs(app, 'go').then(() => app.close());
  asked.catch(() => undefined);
  await waitWhileMoving({
    what: 'the app to quit',
    read: () => Promise.resolve(isRunning(child)),
    isDone: (runs) => !runs,
    ...(stallMs !== undefined && { stallMs }),
  });
}
