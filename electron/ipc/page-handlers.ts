import { err, ok } from '../../shared/result';
import { readViews, writeViews } from '../settings/view-file';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels = 'page:memory' | 'page:remember' | 'views:export' | 'views:import';

/** How the page is arranged, and views that come from files or go into them; the page never names a file. */
export function pageHandlers({ page, chooseViewFile, nameViewFile }: Features): Pick<Handlers, Channels> {
  return {
    'page:memory': () => Promise.resolve(ok(page.memory())),
    'page:remember': (memory) => {
      const kept = page.remember(memory);
      return Promise.resolve(kept.ok ? kept : err({ kind: 'disk' }));
    },
    'views:export': async ({ views }) => {
      const path = await nameViewFile();
      return path === undefined ? err({ kind: 'declined' }) : writeViews(path, views);
    },
    'views:import': async () => {
      const path = await chooseViewFile();
      return path === undefined ? err({ kind: 'declined' }) : readViews(path);
    },
  };
}
