import { createStore } from 'zustand/vanilla';

import { memoiseLast } from '../memoise';
import type { Command } from './command';

export interface CommandState {
  /** Who added which commands, in the order they came; what stands later wins. */
  readonly layers: ReadonlyMap<string, readonly Command[]>;
  readonly open: 'none' | 'palette' | 'shortcuts';
}

export type CommandStore = ReturnType<typeof createCommandStore>;

export const createCommandStore = () =>
  createStore<CommandState>()(() => ({ layers: new Map(), open: 'none' }));

/** Adds commands under an owner's name, in the place of those that the owner had. */
export function setCommands(store: CommandStore, owner: string, commands: readonly Command[]): void {
  store.setState(({ layers }) => ({ layers: new Map(layers).set(owner, commands) }));
}

export function removeCommands(store: CommandStore, owner: string): void {
  store.setState(({ layers }) => ({ layers: new Map([...layers].filter(([name]) => name !== owner)) }));
}

const flattened = memoiseLast((layers: CommandState['layers']): readonly Command[] => {
  const byId = new Map<string, Command>();
  for (const commands of layers.values()) for (const command of commands) byId.set(command.id, command);
  return [...byId.values()];
});

/** All commands there are now, each id once. */
export const selectCommands = ({ layers }: CommandState): readonly Command[] => flattened(layers);
