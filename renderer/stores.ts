import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import type { AppState, AppStore } from './app-store';
import type { CommandState, CommandStore } from './commands/command-store';
import type { InventoryState, InventoryStore } from './inventory/inventory-store';
import type { RotationState, RotationStore } from './rotation/rotation-store';
import type { UndoStore } from './undo/undo-store';

/** The page's stores, one a concern. No credential and no value is ever in any of them. */
export interface Stores {
  readonly app: AppStore;
  readonly inventory: InventoryStore;
  readonly rotation: RotationStore;
  readonly commands: CommandStore;
  readonly undo: UndoStore;
}

export const StoresContext = createContext<Stores | undefined>(undefined);

export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (stores === undefined) throw new Error('the stores are provided by main.tsx');
  return stores;
}

export const useApp = <T>(select: (state: AppState) => T): T => useStore(useStores().app, select);
export const useInventory = <T>(select: (state: InventoryState) => T): T =>
  useStore(useStores().inventory, select);
export const useRotation = <T>(select: (state: RotationState) => T): T =>
  useStore(useStores().rotation, select);
export const useCommandState = <T>(select: (state: CommandState) => T): T =>
  useStore(useStores().commands, select);
