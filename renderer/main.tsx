import '@fontsource-variable/inter/wght.css';
import './design/tokens.css';
import './design/base.css';
import './design/controls.css';
import './design/dialog.css';
import './design/tabs.css';
import './design/virtual-list.css';
import './frame/frame.css';
import './commands/commands.css';
import './connect/connect.css';
import './inventory/inventory.css';
import './inventory/grid/grid.css';
import './inventory/panel/panel.css';
import './inventory/coverage/coverage.css';
import './inventory/drift/drift.css';
import './inventory/overview/overview.css';
import './rotation/rotation.css';
import './leavers/leavers.css';
import './evidence/evidence.css';
import './settings/settings.css';
import './policy/policy.css';
import './leaks/leaks.css';
import './reminders/reminders.css';
import './state/state.css';
// Last: it has the last word over all of them.
import './design/contrast.css';

import { createRoot } from 'react-dom/client';

import { App } from './app';
import { followSystemTheme } from './design/theme';
import { askForTheRest, startPage } from './start';
import { StoresContext } from './stores';
import { whenDrawn } from './when-drawn';

followSystemTheme(document.documentElement);

void startPage().then(async (stores) => {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has a root');
  createRoot(root).render(
    <StoresContext value={stores}>
      <App />
    </StoresContext>,
  );
  await whenDrawn();
  askForTheRest(stores);
});
