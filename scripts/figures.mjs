import { existsSync, readFileSync } from 'node:fs';

/** How many tests a Vitest or Playwright report in JSON counts as passed and as failed. */
export function countsIn(report) {
  if (report.stats !== undefined)
    return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

/** The sum over all reports that were written, as the one line that ends a run. */
export function sumUp(paths) {
  const counts = paths.filter(existsSync).map((path) => countsIn(JSON.parse(readFileSync(path, 'utf8'))));
  const sum = (key) => counts.reduce((total, each) => total + each[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
