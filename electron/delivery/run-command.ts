import type { SecretValue } from '../credentials/secret-value';

/** One run of an executable: what it is called with, and the value that goes to its standard input. */
export interface CommandToRun {
  readonly executable: string;
  readonly args: readonly string[];
  readonly input: SecretValue;
  readonly timeoutMilliseconds: number;
}

/** How a run ended. A command that a signal ended has an exit code over 128, as elsewhere. */
export type CommandEnd =
  | { readonly kind: 'ended'; readonly exitCode: number }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'not-run'; readonly why: 'not-found' | 'not-permitted' };

/** Runs an executable to its end, or stops it when its time is over. Never rejects. */
export type RunCommand = (command: CommandToRun) => Promise<CommandEnd>;
