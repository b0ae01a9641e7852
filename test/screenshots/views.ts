import type { Instant } from '../../shared/domain/instant';
import { selectOverdue } from '../support/walk';
import { askException, changed, comeBack, connect, openFirst, query } from './inventory-scenes';
import { pasteFound, searchFolder } from './leak-scenes';
import { alsoLeaves, importLog, openPerson, readKeys, workThrough } from './leaver-scenes';
import { CHOSEN, plan, rotate } from './rotation-scenes';
import { choose, each, escape, goTo, keys, fill, nothing, press, tab, type Step } from './steps';

/** A view of the app, and how to come to it from the view before it. */
export interface View {
  /** What its pictures are called. */
  readonly name: string;
  readonly show: Step;
  /** The region that its pictures begin with, where the view is longer than the window. */
  readonly from?: string;
}

/** Every view in the order of a first session. A new one is a new line. */
export const firstSession = (now: Instant): readonly View[] => [
  { name: 'connect', show: nothing },
  { name: 'inventory', show: connect },
  { name: 'token', show: openFirst },
  { name: 'exception-dialog', show: askException('a vendor pins it until their release', '2027-01-31') },
  { name: 'coverage', show: each(press('Grant this exception'), press('Close the token'), tab(/^Coverage/)) },
  { name: 'changes', show: each(changed, tab(/^Changes/)) },
  { name: 'inventory-groups', show: each(tab('Tokens'), choose('Group by', 'scope')) },
  { name: 'more-filters', show: each(choose('Group by', 'none'), press('More filters')) },
  { name: 'columns-dialog', show: each(press('Close'), press('Columns')) },
  { name: 'views-dialog', show: each(press('Close'), press('Views')) },
  { name: 'palette', show: each(press('Close'), keys('Control+k')) },
  { name: 'shortcuts', show: each(escape, keys('?')) },
  { name: 'inventory-query', show: each(escape, query('scope:admin age:>90 -project:legacy')) },
  { name: 'inventory-selection', show: each(query(''), ({ page }) => selectOverdue(page, CHOSEN)) },
  { name: 'plan', show: plan },
  { name: 'rotation', show: rotate },
  { name: 'rotation-run', show: nothing, from: 'Rotation run' },
  { name: 'hand-over-tray', show: nothing, from: 'Hand-over tray' },
  { name: 'reveal-dialog', show: press(/^Reveal/) },
  { name: 'retirement-tray', show: press('Keep in tray'), from: 'Waiting to be deleted' },
  { name: 'keep-dialog', show: press(/^Do not delete …/) },
  { name: 'delete-dialog', show: each(escape, press(/^Delete \d+ old tokens …/)) },
  { name: 'found-token', show: each(escape, goTo('Inventory'), pasteFound) },
  { name: 'found-folder', show: each(press('Look at something else'), searchFolder) },
  { name: 'leavers-empty', show: each(press('Close'), goTo('Leavers')) },
  { name: 'import-result', show: each(tab('People'), importLog(now)) },
  { name: 'people', show: each(press('Close'), readKeys) },
  { name: 'person-dialog', show: openPerson },
  { name: 'checklist', show: each(escape, workThrough) },
  { name: 'leaver-report', show: press('Report …') },
  { name: 'leavers', show: each(escape, press('All checklists'), alsoLeaves('m.roy')) },
  { name: 'evidence', show: each(goTo('Evidence')) },
  { name: 'ledger', show: press('Verify'), from: 'Ledger' },
  { name: 'settings', show: goTo('Settings') },
  { name: 'command-dialog', show: press('Add a command') },
  { name: 'folder-dialog', show: each(escape, press('Add an encrypted folder')) },
  { name: 'policy', show: escape, from: 'Policy' },
  { name: 'policy-editor', show: each(press('Change policy …'), choose('Preset', 'Strict')) },
  {
    name: 'exceptions',
    show: each(
      press('Cancel'),
      goTo('Inventory'),
      query('scope:status project:legacy'),
      askException('their badges are public anyway', '2027-03-01'),
      press('Grant this exception'),
      goTo('Settings'),
    ),
    from: 'Exceptions',
  },
  {
    name: 'reminders',
    show: each(fill('Next rotation session', '2026-12-01'), ({ page }) =>
      page.getByRole('heading', { name: 'Reminders' }).click(),
    ),
    from: 'Reminders',
  },
];

/** What a later session begins with. */
export const LATER_SESSION: readonly View[] = [{ name: 'since-you-last-looked', show: comeBack }];
