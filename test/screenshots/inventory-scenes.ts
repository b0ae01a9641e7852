import { connect as typeConnection, connectTo, waitForLook } from '../support/walk';
import { each, fill, keys, press, type Step } from './steps';

export const connect: Step = async ({ page, server }) => {
  await connectTo(page, server);
  await waitForLook(page);
};

/** Somebody types a token that the server does not know. */
export const connectWrongly: Step = async ({ page, server }) => {
  await typeConnection(page, { address: server.address, token: 'f'.repeat(40), name: server.organisation });
  await page.getByRole('alert').waitFor();
};

/** Unfolds the overview for good, also where there is little room for it. */
export const unfold: Step = async ({ page }) => {
  const fold = page.getByRole('button', { name: 'Overview', exact: true });
  if ((await fold.getAttribute('aria-expanded')) === 'true') await fold.click();
  await fold.click();
};

/** Waits until the counts have followed the rows, which they do a moment later; for queries that name no kind. */
const untilCounted: Step = ({ page }) =>
  page.waitForFunction(() => {
    const numberIn = (words = '') => Number(words.replaceAll(',', ''));
    const shown = numberIn(/ of ([\d,]+) shown/.exec(document.body.innerText)?.[1]);
    const counts = [...document.querySelectorAll('[aria-label="Kind"] .chip-count')];
    return counts.reduce((sum, { textContent }) => sum + numberIn(textContent), 0) === shown;
  });

/** A person writes down two tokens that no list tells of. */
export const registerByHand: Step = async (stage) => {
  await press('Add a personal token by hand')(stage);
  for (const [label, owner] of [
    ['laptop', 'a.chen'],
    ['release script', 't.weber'],
  ] as const) {
    await each(fill('Label', label), fill('Owner', owner), press('Add'))(stage);
    await stage.page.getByRole('list', { name: 'Entries' }).getByText(label).waitFor();
  }
  await untilCounted(stage);
};

/** Some days later the token, kept for a session only, is typed again, and everything is looked at anew. */
export const comeBack: Step = each(press('Type the token again'), connect, async ({ page }) => {
  await page.getByText(/^Since you last looked/).waitFor();
});

const focusGrid: Step = ({ page }) => page.getByRole('grid', { name: 'Tokens' }).focus();

export const openFirst: Step = each(focusGrid, keys('Enter'));

/** Asks for all shortcuts from where a key is not a letter to be typed. */
export const askShortcuts: Step = each(focusGrid, keys('?'), ({ page }) =>
  page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor(),
);

export const query = (text: string): Step => each(fill('Filter tokens', text), untilCounted);

/** Asks for an exception of what is shown or opened, and says all that one needs. */
export const askException = (reason: string, until: string): Step =>
  each(
    press('Grant an exception …'),
    fill('Owner', 'm.roy'),
    fill('Approver', 'a.lin'),
    fill('Reason', reason),
    fill('Ends on (UTC)', until),
  );
