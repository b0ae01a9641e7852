import type { ReactNode } from 'react';

import { Navigation } from './navigation';

/** What stands around every section: the way to the others. */
export function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="frame">
      <Navigation />
      <main className="section" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
