/** Something a person can do by name, by keys or from the app's menu. */
export interface Command {
  /** Of two commands with one id, the one that was added last is there. */
  readonly id: string;
  readonly title: string;
  /** Under what it stands in the sheet of shortcuts. */
  readonly section: string;
  /** Each reads like `Mod+K`; the first is the one that is shown. */
  readonly keys?: readonly string[];
  /** In a text field these keys are the field's own, though they have a Mod in them. */
  readonly isFieldsOwn?: boolean;
  /** Can always run where this is absent. */
  readonly isEnabled?: () => boolean;
  /** A sentence for people who try it while it cannot run. */
  readonly whyNot?: string;
  readonly run: () => void;
}

export const canRun = ({ isEnabled }: Command): boolean => isEnabled?.() ?? true;

/** What is said of a command that cannot run now. */
export const refusalOf = ({ title, whyNot }: Command): string => whyNot ?? `${title}: not possible here`;
