declare const brand: unique symbol;

/** Names a command or a folder that a person set up in Settings: `to_` and 16 hex digits. */
export type TargetId = `to_${string}` & { readonly [brand]: 'TargetId' };

const SHAPE = /^to_[0-9a-f]{16}$/;

export function parseTargetId(raw: unknown): TargetId | undefined {
  return typeof raw === 'string' && SHAPE.test(raw) ? (raw as TargetId) : undefined;
}

/**
 * An executable that gets a new value on its standard input, without a shell. In `args` the words `{label}`, `{project}`
 * and `{scope}` stand for those of the token.
 */
export interface CommandTarget {
  readonly kind: 'command';
  readonly id: TargetId;
  readonly name: string;
  /** An absolute path. */
  readonly executable: string;
  readonly args: readonly string[];
  readonly timeoutSeconds: number;
}

/** A folder in which each new value becomes a file of its own, encrypted to the age recipients (`age1…`). */
export interface AgeFileTarget {
  readonly kind: 'age-file';
  readonly id: TargetId;
  readonly name: string;
  /** An absolute path. */
  readonly folder: string;
  readonly recipients: readonly string[];
}

export const MAX_TARGETS = 50;
export const MAX_ARGUMENTS = 50;
export const MAX_ARGUMENT = 1_000;
/** Characters in all arguments together: no more than the question that a person confirms can show. */
export const MAX_ARGUMENT_TEXT = 2_000;
export const MAX_SECONDS = 600;
export const MAX_RECIPIENTS = 20;
export const MAX_PATH = 1_000;
export const MAX_NAME = 80;

/** The beginning of an absolute path, of whichever system. */
export const ABSOLUTE_PATH = /^(?:\/|[A-Za-z]:[\\/]|\\\\)/;

/** A place outside CircleCI, set up once by a person and chosen by name in a plan. */
export type DeliveryTarget = CommandTarget | AgeFileTarget;

/** A target as a person typed it; with `id` it replaces the one that is there. */
export type TargetDraft =
  | (Omit<CommandTarget, 'id'> & { readonly id?: TargetId })
  | (Omit<AgeFileTarget, 'id'> & { readonly id?: TargetId });

/**
 * Why a target was not kept or removed. `in-use`: an unfinished run delivers to it. `not-chosen`: its path did not come from
 * main's own dialog. `storage`: the preferences could not be written.
 */
export interface TargetFailure {
  readonly kind:
    'declined' | 'no-such-target' | 'in-use' | 'name-taken' | 'too-many' | 'not-chosen' | 'storage';
}

/** The executable or the folder. */
export const pathOfTarget = (target: TargetDraft): string =>
  target.kind === 'command' ? target.executable : target.folder;
