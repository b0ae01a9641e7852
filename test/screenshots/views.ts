import type { Instant } from '../../shared/domain/instant';
import { selectOverdue } from '../support/walk';
import {
  askException,
  askShortcuts,
  comeBack,
  connect,
  connectWrongly,
  openFirst,
  query,
  registerByHand,
  unfold,
} from './inventory-scenes';
import { pasteFound, searchFolder, startFound } from './leak-scenes';
import {
  askAccounts,
  askSignOff,
  choosePerson,
  dismissAll,
  importLog,
  openPerson,
  readKeys,
  workThrough,
} from './leaver-scenes';
import { setUpPlaces, writeReport } from './place-scenes';
import { CHOSEN, plan, reveal, rotate, untilUnclear } from './rotation-scenes';
import { choose, each, escape, goTo, keys, fill, nothing, press, tab, told, type Step } from './steps';

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
  { name: 'inventory-groups', show: each(tab('Tokens'), choose('Group by', 'scope')) },
  { name: 'more-filters', show: each(choose('Group by', 'none'), press('More filters')) },
  { name: 'columns-dialog', show: each(press('Close'), press('Columns')) },
  {
    name: 'views-dialog',
    show: each(
      press('Close'),
      query('scope:admin owner:none'),
      press('Views'),
      fill('Save what is shown now as', 'Admin that nobody owns'),
      press('Save view'),
    ),
  },
  { name: 'palette', show: each(press('Close'), query(''), keys('Control+k')) },
  { name: 'shortcuts', show: each(escape, askShortcuts) },
  { name: 'inventory-query', show: each(escape, query('scope:admin age:>90 -project:legacy')) },
  { name: 'inventory-nothing', show: query('deploy owner:nobody') },
  { name: 'no-group-dialog', show: each(query('scope:admin age:>90'), press('Grant an exception …')) },
  {
    name: 'inventory-selection',
    show: each(press('Close'), query(''), ({ page }) => selectOverdue(page, CHOSEN)),
  },
  { name: 'plan', show: plan },
  { name: 'plan-editor', show: press(/^Deliver to …: /) },
  { name: 'rotation', show: each(press(/^Close: /), rotate) },
  { name: 'rotation-run', show: nothing, from: 'Rotation run' },
  { name: 'hand-over-tray', show: nothing, from: 'Hand-over tray' },
  { name: 'reveal-dialog', show: reveal },
  { name: 'deliver-dialog', show: each(press('Keep in tray'), press(/^Write to a variable …/)) },
  { name: 'retirement-tray', show: escape, from: 'Waiting to be deleted' },
  { name: 'keep-dialog', show: press(/^Do not delete …/) },
  { name: 'delete-dialog', show: each(escape, press(/^Delete \d+ old tokens …/)) },
  { name: 'found-start', show: each(escape, untilUnclear, goTo('Inventory'), startFound) },
  { name: 'found-token', show: pasteFound },
  { name: 'found-folder', show: each(press('Look at something else'), searchFolder) },
  { name: 'leavers-empty', show: each(press('Close'), goTo('Leavers')) },
  { name: 'import-result', show: each(tab('People'), importLog(now)) },
  { name: 'conflicts-dialog', show: each(press('Close'), press(/^\d+ conflicts? …$/)) },
  { name: 'accounts-dialog', show: each(press('Close'), readKeys, askAccounts) },
  { name: 'people', show: escape },
  { name: 'add-person-dialog', show: each(press('Add a person …'), fill('Name', 'n.ext')) },
  { name: 'person-dialog', show: each(press('Cancel'), openPerson) },
  { name: 'checklist', show: each(escape, workThrough) },
  { name: 'leaver-report', show: press('Report …') },
  { name: 'choose-person-dialog', show: each(escape, press('All checklists'), choosePerson('m.roy')) },
  { name: 'decision-dialog', show: each(press('Make the checklist: m.roy'), dismissAll) },
  { name: 'sign-off-dialog', show: each(press('Cancel'), askSignOff) },
  { name: 'leavers', show: each(press(/^Sign off$/), press('All checklists')) },
  { name: 'evidence', show: goTo('Evidence') },
  { name: 'report-written', show: writeReport },
  { name: 'ledger', show: press('Verify'), from: 'Ledger' },
  { name: 'settings', show: goTo('Settings') },
  { name: 'command-dialog', show: press('Add a command') },
  { name: 'folder-dialog', show: each(escape, press('Add an encrypted folder')) },
  { name: 'policy', show: escape, from: 'Policy' },
  {
    name: 'policy-editor',
    show: each(press('Change policy …'), choose('Preset', 'Strict'), told(/under this policy/)),
  },
  { name: 'policy-incident', show: choose('Preset', 'Incident') },
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
  { name: 'end-exception-dialog', show: press(/^End this exception/) },
  {
    name: 'reminders',
    show: each(press('Cancel'), fill('Next rotation session', '2026-12-01'), ({ page }) =>
      page.getByRole('heading', { name: 'Reminders' }).click(),
    ),
    from: 'Reminders',
  },
];

/** What a later session begins with. */
export const LATER_SESSION: readonly View[] = [
  { name: 'token-missing', show: nothing },
  { name: 'since-you-last-looked', show: comeBack },
  { name: 'changes', show: tab(/^Changes/) },
  { name: 'overview-unfolded', show: each(tab('Tokens'), unfold) },
  { name: 'overview-table', show: press('Show as table') },
];

/** What a host has that does not list personal tokens, and what is shown before anything was done. */
export const OTHER_HOST: readonly View[] = [
  { name: 'connect-refused', show: connectWrongly },
  { name: 'unknown-ages', show: connect },
  { name: 'register-dialog', show: registerByHand },
  { name: 'rotation-empty', show: each(press('Close'), goTo('Rotation')) },
  { name: 'places', show: setUpPlaces },
  { name: 'remove-place-dialog', show: press('Remove') },
];
