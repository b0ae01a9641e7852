import type { Locator, Page } from 'playwright';

import { paintedAfter } from './frame-probe';
import type { OpenedTable } from './open-table';
import { keystrokes, type Keystroke } from './keystrokes';

/** Types and deletes words, one real key at a time; milliseconds for each key that changes what is shown. */
export async function timeKeys({ window: { page }, search, grid, tokens }: OpenedTable) {
  await search.click();
  for (const key of ['a', 'Backspace']) await page.keyboard.press(key);
  const times: number[] = [];
  for (const { key, count, isCounted } of keystrokes(tokens)) {
    await page.keyboard.press(key);
    if (!isCounted) continue;
    times.push(await paintedAfter(page));
    await expectRows(grid, count, key);
  }
  return times;
}

/** What was painted has to be right, or its speed means nothing. The page that has nothing to do shows no rows. */
async function expectRows(grid: Locator, count: Keystroke['count'], key: string): Promise<void> {
  const rows = Number(await grid.getAttribute('aria-rowcount'));
  if (rows > 0 && rows !== count + 1)
    throw new Error(`after ${key} there are ${String(rows)} rows instead of ${String(count + 1)}`);
}

const ROUNDS = 2;

/**
 * Clicks every column header, both ways, twice; milliseconds for each click. The first click on a column counts as all others
 * do, whatever is worked out at it.
 */
export async function timeClicks({ window: { page }, headers }: OpenedTable): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const header of headers) {
      for (const _way of ['up', 'down']) {
        const before = await header.getAttribute('aria-sort');
        await clickInto(page, header);
        times.push(await paintedAfter(page));
        const after = await header.getAttribute('aria-sort');
        if (after === before || !['ascending', 'descending'].includes(after ?? ''))
          throw new Error('a click on a column header did not sort by it');
      }
    }
  }
  return times;
}

async function clickInto(page: Page, header: Locator): Promise<void> {
  const button = header.getByRole('button').first();
  const box = await ((await button.count()) > 0 ? button : header).boundingBox();
  if (box === null) throw new Error('a column header is not in view');
  await page.mouse.click(box.x + Math.min(box.width / 2, 24), box.y + box.height / 2);
}

/** Two hundred rows of 34 px a second, as a finger on the wheel does it. */
const SPEED = 6_800;
const SECONDS = 4;
const TURNS = 3;

/** Turns the wheel without a rest, down and up again; milliseconds between each frame and the next. */
export async function timeFrames({ window: { page, cdp }, grid }: OpenedTable): Promise<readonly number[]> {
  const box = await grid.boundingBox();
  if (box === null) throw new Error('there is nothing to scroll');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const way of [-1, 1]) {
      await startFrames(page);
      await cdp.send('Input.synthesizeScrollGesture', {
        ...middle,
        yDistance: way * SPEED * SECONDS,
        speed: SPEED,
        gestureSourceType: 'mouse',
        preventFling: true,
      });
      times.push(...(await endFrames(page)));
      if (way < 0 && (await scrolledBy(grid)) === 0) throw new Error('the wheel turned and nothing moved');
    }
  }
  return times;
}

/** How far the grid, or whatever is in it, is scrolled down; in pixels. */
const scrolledBy = (grid: Locator): Promise<number> =>
  grid.evaluate((element) =>
    Math.max(...[element, ...element.querySelectorAll('*')].map(({ scrollTop }) => scrollTop)),
  );

const startFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const frames: number[] = [];
    Reflect.set(globalThis, 'benchFrames', frames);
    const frame = () => {
      if (Reflect.get(globalThis, 'benchFrames') !== frames) return;
      frames.push(performance.now());
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

const endFrames = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const frames = Reflect.get(globalThis, 'benchFrames') as readonly number[];
    Reflect.set(globalThis, 'benchFrames', undefined);
    return frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  });
