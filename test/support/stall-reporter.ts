import { slowness } from './patience';
import { openStallWatch } from './stall-watch';

/** Longer than any single step of a test takes: a step that waits has a limit of its own. */
const LIMIT_MS = 5 * 60_000;
const LOOKS_EVERY_MS = 5_000;

/** What of Playwright's tests and steps is looked at. */
interface ReportedTest {
  readonly id: string;
  readonly titlePath: () => readonly string[];
}
interface ReportedStep {
  readonly title: string;
  readonly location?: { readonly file: string; readonly line: number };
}

/**
 * Ends a run in which nothing moves any more, and says what was waited for. Tests have no time limit of their own; this is
 * for what no wait covers, such as a promise that is never settled.
 */
function openStallReporter() {
  const watch = openStallWatch({ limitMs: () => LIMIT_MS * slowness(), now: () => performance.now() });
  let hasStopped = false;
  const timer = setInterval(() => {
    const stalled = watch.stalled();
    if (stalled === undefined || hasStopped) return;
    hasStopped = true;
    process.stderr.write(`\n${stalled}\n`);
    // As a person would stop it: fixtures still end what the tests started.
    process.kill(process.pid, 'SIGINT');
    setTimeout(() => process.exit(1), LIMIT_MS).unref();
  }, LOOKS_EVERY_MS);
  timer.unref();
  const stepName = ({ title, location }: ReportedStep) =>
    location === undefined ? title : `${title} (${location.file}:${String(location.line)})`;
  return {
    printsToStdio: () => false,
    onTestBegin: (test: ReportedTest) => {
      watch.begin(test.id, test.titlePath().slice(3).join(' › '));
    },
    onTestEnd: (test: ReportedTest) => {
      watch.end(test.id);
    },
    onStepBegin: (test: ReportedTest, _result: unknown, step: ReportedStep) => {
      watch.beginStep(test.id, stepName(step));
    },
    onStepEnd: (test: ReportedTest, _result: unknown, step: ReportedStep) => {
      watch.endStep(test.id, stepName(step));
    },
    onEnd: () => {
      clearInterval(timer);
    },
  };
}

// Playwright takes a reporter from the default export only.
export { openStallReporter as default };
