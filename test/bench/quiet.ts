import type { Page } from 'playwright';

/** How long nothing must have been drawn anew, in milliseconds. */
const QUIET_MS = 1_000;

/** Waits until a page has been at rest: no change of its document for a second. */
export const quietOf = (page: Page): Promise<void> =>
  page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        let changedAt = performance.now();
        const observer = new MutationObserver(() => {
          changedAt = performance.now();
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
        const check = () => {
          if (performance.now() - changedAt < quiet) {
            requestAnimationFrame(check);
            return;
          }
          observer.disconnect();
          resolve();
        };
        check();
      }),
    QUIET_MS,
  );
