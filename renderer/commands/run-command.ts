import { announce } from '../announce';
import type { Stores } from '../stores';
import { canRun, refusalOf, type Command } from './command';
import { selectCommands } from './command-store';

type Spoken = Pick<Stores, 'app' | 'commands'>;

/** Runs a command, or says why it cannot be run now. */
export function runCommand({ app }: Pick<Stores, 'app'>, command: Command): void {
  if (canRun(command)) command.run();
  else announce(app, refusalOf(command));
}

/** The command of this id, where there is one now. */
export const findCommand = ({ commands }: Spoken, id: string): Command | undefined =>
  selectCommands(commands.getState()).find((command) => command.id === id);
