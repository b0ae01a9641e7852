import type { Page } from 'playwright';

/** How long the grid must have been still before an action counts as done, and how long it may take at most. */
const STILL_MS = 200;
const MOST_MS = 10_000;

/** What the probe notes in the page. All instants are the page's own, in milliseconds. */
interface Probe {
  /** The timestamp of the key or click itself, as Chromium's browser process gave it. */
  beganAt: number;
  /** When its first listener ran: frames that began before cannot show it. */
  handledAt: number;
  changes: number;
  changedAt: number;
  shown: number;
  shownAt: number;
}

/**
 * Begins to watch a page. “Painted” is, for whatever page: from the event's own timestamp to the first task after the frame
 * that shows the last change which the event brought to the grid. The probe knows nothing of how a table works: it sees any
 * change below a grid, whether it came at once, deferred or in parts, and after every frame (a message posted by a frame
 * callback comes when style, layout and paint are done) which changes that frame had in it. The compositor's own work,
 * the same for all, is not seen.
 */
export const startProbe = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const probe: Probe = { beganAt: 0, handledAt: 0, changes: 0, changedAt: 0, shown: 0, shownAt: 0 };
    Reflect.set(globalThis, 'benchProbe', probe);

    const begin = ({ timeStamp: beganAt }: Event) => {
      Object.assign(probe, { beganAt, handledAt: performance.now(), changes: 0, shown: 0, shownAt: 0 });
    };
    window.addEventListener('keydown', begin, true);
    window.addEventListener('click', begin, true);

    const isInGrid = ({ target }: MutationRecord) => {
      const element = target instanceof Element ? target : target.parentElement;
      return element !== null && element.closest('[role=grid], [role=treegrid]') !== null;
    };
    new MutationObserver((records) => {
      if (!records.some(isInGrid)) return;
      probe.changes += 1;
      probe.changedAt = performance.now();
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });

    const { port1, port2 } = new MessageChannel();
    let frameAt = 0;
    port1.onmessage = () => {
      if (probe.handledAt > frameAt || probe.changes === probe.shown) return;
      probe.shown = probe.changes;
      probe.shownAt = performance.now();
    };
    const frame = () => {
      frameAt = performance.now();
      port2.postMessage(null);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

/** Milliseconds from the last key or click to the frame that showed all that it changed. Waits until the grid is still. */
export async function paintedAfter(page: Page): Promise<number> {
  const took = await page.evaluate(
    ({ still, most }) =>
      new Promise<number>((resolve) => {
        const probe = Reflect.get(globalThis, 'benchProbe') as Probe;
        const check = () => {
          const now = performance.now();
          const isDone = probe.shown > 0 && probe.shown === probe.changes && now - probe.changedAt > still;
          if (isDone) resolve(probe.shownAt - probe.beganAt);
          else if (now - probe.handledAt > most) resolve(Number.NaN);
          else requestAnimationFrame(check);
        };
        check();
      }),
    { still: STILL_MS, most: MOST_MS },
  );
  if (Number.isNaN(took)) throw new Error('a key or click changed nothing in the grid');
  return took;
}
