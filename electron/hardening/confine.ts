import type { App, WebContents } from 'electron';

const stop = (event: { readonly preventDefault: () => void }) => {
  event.preventDefault();
};

/** Confines every page there will ever be to where it was first loaded. */
export function confine(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    // SECURITY S13: one page and no way off it; frames and redirects count too.
    contents.on('will-navigate', stop);
    contents.on('will-frame-navigate', stop);
    contents.on('will-redirect', stop);
    contents.on('will-attach-webview', stop); // SECURITY S12: no guest pages.
    contents.setWindowOpenHandler(() => ({ action: 'deny' })); // SECURITY S14: no second window.
  });
}
