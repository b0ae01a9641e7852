import { changeOutside } from '../support/server-changes';
import { connectTo, waitForLook } from '../support/walk';
import { each, fill, press, type Step } from './steps';

export const connect: Step = async ({ page, server }) => {
  await connectTo(page, server);
  await waitForLook(page);
};

/** Somebody is busy in CircleCI's own pages between two looks. */
export const changed: Step = async ({ page, server }) => {
  changeOutside(server);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitForLook(page);
};

/** Some days later the token, kept for a session only, is typed again, and everything is looked at anew. */
export const comeBack: Step = each(press('Type the token again'), connect, async ({ page }) => {
  await page.getByText(/^Since you last looked/).waitFor();
});

export const openFirst: Step = async ({ page }) => {
  await page.getByRole('grid', { name: 'Tokens' }).focus();
  await page.keyboard.press('Enter');
};

export const query = (text: string): Step => fill('Filter tokens', text);

/** Asks for an exception of what is shown or opened, and says all that one needs. */
export const askException = (reason: string, until: string): Step =>
  each(
    press('Grant an exception …'),
    fill('Owner', 'm.roy'),
    fill('Approver', 'a.lin'),
    fill('Reason', reason),
    fill('Ends on (UTC)', until),
  );
