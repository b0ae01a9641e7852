import { LeaverReportDialog } from './evidence/leaver-report-dialog';
import { EvidenceOfShown } from './evidence-of-shown';
import { FoundDialog } from './leaks/found-dialog';
import { LeaversSection } from './leavers/leavers-section';
import { ExceptionDialogs } from './policy/exception-dialogs';
import { ExceptionsPanel } from './policy/exceptions-panel';
import { PolicyPanel } from './policy/policy-panel';
import { ReminderPanel } from './reminders/reminder-panel';
import { PlanDialog } from './rotation/plan-dialog';
import { RotationSection } from './rotation/rotation-section';
import { TokenRotations } from './rotation/token-rotations';
import { SettingsSection } from './settings/settings-section';

/** All of the page that the first screen does not need: a script of its own, read when the first screen is drawn. */
export const REST = {
  EvidenceOfShown,
  ExceptionDialogs,
  ExceptionsPanel,
  FoundDialog,
  LeaverReportDialog,
  LeaversSection,
  PlanDialog,
  PolicyPanel,
  ReminderPanel,
  RotationSection,
  SettingsSection,
  TokenRotations,
} as const;
export type Rest = typeof REST;
