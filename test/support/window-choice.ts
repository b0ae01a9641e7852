import { expect, type Locator, type Page } from 'playwright/test';

/** A token as a row of the plan shows it. */
export interface PlannedToken {
  readonly label: string;
  readonly project: string;
}

/** Shows the overdue project tokens, and selects the first of them by the keyboard, however many are in sight. */
export async function selectOverdueByKey(page: Page, count: number): Promise<void> {
  await page
    .getByRole('group', { name: 'Kind' })
    .getByRole('button', { name: /^Project/ })
    .click();
  await page
    .getByRole('group', { name: 'Due' })
    .getByRole('button', { name: /^Overdue/ })
    .click();
  await page.getByRole('grid', { name: 'Tokens' }).focus();
  await page.keyboard.press('Space');
  for (let row = 1; row < count; row += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText(new RegExp(`^${String(count)} selected of`))).toBeVisible();
}

/** The tokens of the plan that is shown, in its order. */
export async function plannedIn(plan: Locator): Promise<readonly PlannedToken[]> {
  const rows = plan.getByRole('list', { name: 'Tokens of this plan' }).getByRole('listitem');
  return rows.evaluateAll((items) =>
    items.map((item) => {
      const [label, , project] = [...item.querySelectorAll('.plan-line > span')];
      return {
        label: label?.getAttribute('title') ?? '',
        project: project?.getAttribute('title') ?? '',
      };
    }),
  );
}

/** Sends the value of one row of the plan to a place, with a variable where the place has some. */
export async function deliverRowTo(
  plan: Locator,
  row: number,
  { place, variable }: { readonly place: string; readonly variable?: string },
): Promise<void> {
  const toggle = plan.getByRole('button', { name: /^(?:Deliver to …|Close): / }).nth(row);
  await toggle.click();
  await plan.getByRole('combobox', { name: 'Place', exact: true }).selectOption({ label: place });
  if (variable !== undefined) await plan.getByRole('combobox', { name: 'Variable' }).fill(variable);
  await plan.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(plan.getByRole('button', { name: 'Remove', exact: true })).toBeVisible();
  await toggle.click();
}
