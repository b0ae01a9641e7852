import { flushSync } from 'react-dom';

import { APP_COMMANDS, type AppCommandId } from '../shared/domain/app-command';
import type { Section } from './app-store';
import type { Command } from './commands/command';
import { lookAnew } from './inventory/look';
import { selectedAmong } from './inventory/selection';
import { selectShown } from './inventory/shown-tokens';
import { planSelection } from './rotation/planning';
import type { Stores } from './stores';
import { undoCommands } from './undo/undo-commands';

type Action = Pick<Command, 'run' | 'isEnabled' | 'whyNot' | 'isFieldsOwn'>;

/** The commands that are there in every section, the same as in the app's menu. A section can put its own in the place of one. */
export function appCommands(stores: Stores): readonly Command[] {
  const actions = { ...goingActions(stores), ...tokenActions(stores), ...viewActions(stores) };
  return APP_COMMANDS.map((command) => ({ ...command, ...actions[command.id] }));
}

const hasInventory = ({ app }: Stores) => {
  const { connections, isConnecting } = app.getState();
  return connections.length > 0 && !isConnecting;
};

function goingActions(stores: Stores) {
  const goTo = (section: Section): Action => ({
    isEnabled: () => hasInventory(stores),
    whyNot: 'Connect to CircleCI first',
    run: () => {
      stores.app.setState({ section });
    },
  });
  return {
    'go-to-inventory': goTo('Inventory'),
    'go-to-rotation': goTo('Rotation'),
    'go-to-leavers': goTo('Leavers'),
    'go-to-evidence': goTo('Evidence'),
    'go-to-settings': goTo('Settings'),
  } satisfies Partial<Record<AppCommandId, Action>>;
}

function tokenActions(stores: Stores) {
  const { app, inventory } = stores;
  const selected = () => {
    const state = inventory.getState();
    return [...selectedAmong(state.rows, selectShown(state), state.selected)].map(state.rows.recordAt);
  };
  return {
    refresh: {
      isEnabled: () => hasInventory(stores),
      whyNot: 'Connect to CircleCI first',
      run: () => {
        for (const { id } of app.getState().connections) void lookAnew(stores, id);
      },
    },
    'filter-tokens': {
      isEnabled: () => hasInventory(stores),
      whyNot: 'Connect to CircleCI first',
      run: () => {
        // The search box has to be there before it can have the focus.
        flushSync(() => {
          app.setState({ section: 'Inventory' });
        });
        document.querySelector<HTMLElement>('[aria-label="Filter tokens"]')?.focus();
      },
    },
    'plan-rotation': {
      isEnabled: () => hasInventory(stores) && selected().length > 0,
      whyNot: 'Select tokens in the inventory first',
      run: () => void planSelection(stores, selected()),
    },
  } satisfies Partial<Record<AppCommandId, Action>>;
}

function viewActions(stores: Stores) {
  const { undo, redo } = undoCommands(stores);
  return {
    undo: { ...undo, isFieldsOwn: true },
    redo: { ...redo, isFieldsOwn: true },
    'open-palette': {
      run: () => {
        stores.commands.setState({ open: 'palette' });
      },
    },
    'show-shortcuts': {
      run: () => {
        stores.commands.setState({ open: 'shortcuts' });
      },
    },
  } satisfies Partial<Record<AppCommandId, Action>>;
}
