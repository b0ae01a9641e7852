import type { ElectronApplication, Page } from 'playwright/test';

/** Watches for tasks that hold the page for longer than 50 ms; answers with their lengths, in whole milliseconds. */
export async function watchLongTasks(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const lengths: number[] = [];
    Reflect.set(window, 'longTasks', lengths);
    new PerformanceObserver((list) => {
      lengths.push(...list.getEntries().map(({ duration }) => Math.round(duration)));
    }).observe({ type: 'longtask' });
  });
  return () =>
    page.evaluate(() => {
      const lengths = Reflect.get(window, 'longTasks') as number[];
      return lengths.splice(0);
    });
}

/** Notes what the window’s progress bar is told from now on. */
export async function watchProgress(app: ElectronApplication): Promise<() => Promise<readonly number[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const told: number[] = [];
    Reflect.set(globalThis, 'toldProgress', told);
    if (window !== undefined) window.setProgressBar = (fraction) => told.push(fraction);
  });
  return () =>
    app.evaluate(() => {
      const told = Reflect.get(globalThis, 'toldProgress') as number[];
      return told.splice(0);
    });
}
