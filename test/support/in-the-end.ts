import { expect, type Locator } from 'playwright/test';

import { waitWhileMoving } from './patience';

type Expected = string | RegExp | { readonly containing: string };

/**
 * Expects an element to show a text in the end: waits as long as its text keeps changing, and fails once it has stood still.
 * A string must be all of the text; a pattern, or what it is to contain, a part of it.
 */
export async function expectInTheEnd(element: Locator, expected: Expected): Promise<void> {
  await waitWhileMoving({
    what: `${String(element)} to show ${typeof expected === 'string' ? expected : describe(expected)}`,
    read: () => element.allTextContents(),
    isDone: ([text, ...others]) =>
      text !== undefined && others.length === 0 && shows(squeezed(text), expected),
  });
  if (isPart(expected)) await expect(element).toContainText(expected.containing);
  else await expect(element).toHaveText(expected);
}

const isPart = (expected: Expected): expected is { readonly containing: string } =>
  typeof expected === 'object' && 'containing' in expected;

const describe = (expected: Exclude<Expected, string>) =>
  isPart(expected) ? expected.containing : String(expected);

function shows(text: string, expected: Expected): boolean {
  if (isPart(expected)) return text.includes(squeezed(expected.containing));
  return typeof expected === 'string' ? text === squeezed(expected) : expected.test(text);
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
