import { expect, type Locator } from 'playwright/test';

import { waitWhileMoving } from './patience';

/**
 * Expects an element to show a text in the end: waits as long as its text keeps changing, and fails once it has stood still.
 * A string must be all of the text; a pattern, a part of it.
 */
export async function expectInTheEnd(element: Locator, expected: string | RegExp): Promise<void> {
  const isThere = (text: string) =>
    typeof expected === 'string' ? squeezed(text) === squeezed(expected) : expected.test(squeezed(text));
  await waitWhileMoving({
    what: `${String(element)} to show ${String(expected)}`,
    read: () => element.allTextContents(),
    isDone: ([text, ...others]) => text !== undefined && others.length === 0 && isThere(text),
  });
  await expect(element).toHaveText(expected);
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
