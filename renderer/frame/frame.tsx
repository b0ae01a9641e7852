import type { ReactNode } from 'react';

import { useApp } from '../stores';
import { Navigation } from './navigation';

/** What stands around every section: the way to the others, and the voice for people who listen. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const announcement = useApp((state) => state.announcement);
  return (
    <div className="frame">
      <Navigation />
      <main className="section">{children}</main>
      <div className="visually-hidden" aria-live="polite">
        {announcement}
      </div>
    </div>
  );
}
