import { createStore } from 'zustand/vanilla';

import type { AppFacts, KeychainStrength } from '../shared/domain/app-facts';
import type { ConnectionFacts } from '../shared/domain/connection';
import type { PolicyFacts } from '../shared/domain/policy-facts';

export const SECTIONS = ['Inventory', 'Rotation', 'Leavers', 'Evidence', 'Settings'] as const;
export type Section = (typeof SECTIONS)[number];

export interface AppState {
  readonly facts: AppFacts;
  /** Good until it is known: a token that cannot be kept is not, and says so. */
  readonly keychain: KeychainStrength;
  readonly connections: readonly ConnectionFacts[];
  readonly policy: PolicyFacts;
  readonly section: Section;
  /** The connect screen, though there are connections. */
  readonly isConnecting: boolean;
  /** What was last said to people who listen rather than look. */
  readonly announcement: string;
}

export type AppStore = ReturnType<typeof createAppStore>;

export const createAppStore = (
  facts: AppFacts,
  connections: readonly ConnectionFacts[],
  policy: PolicyFacts,
) =>
  createStore<AppState>()(() => ({
    facts,
    keychain: 'ready',
    connections,
    policy,
    section: 'Inventory',
    isConnecting: false,
    announcement: '',
  }));
