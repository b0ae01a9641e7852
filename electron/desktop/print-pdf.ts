import { BrowserWindow, type Session } from 'electron';

import { PRINT_ORIGIN, APP_SCHEME } from '../hardening/scheme';

const ADDRESS = `${PRINT_ORIGIN}/report.html`;

/** Small, grey, at the foot of each page; Chromium fills in the numbers. */
const FOOTER = `<div style="width:100%;padding:0 12mm;font:8px sans-serif;color:#60646c;display:flex;justify-content:space-between"><span class="title"></span><span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;

/**
 * Prints a document of Rekey's own as a tagged PDF, in a window that nobody sees: sandboxed, without scripts, on a session of
 * its own that has this one document and nothing else. Rejects where it cannot be printed, or is no longer wanted.
 */
export function printPdfWith(openSession: () => Session) {
  let session: Session | undefined;
  return async (html: string, signal: AbortSignal): Promise<Uint8Array> => {
    signal.throwIfAborted();
    session ??= openSession();
    return printOn(session, html, signal);
  };
}

async function printOn(session: Session, html: string, signal: AbortSignal): Promise<Uint8Array> {
  session.protocol.handle(APP_SCHEME, ({ url }) =>
    url === ADDRESS
      ? new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
      : new Response(null, { status: 404 }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session,
      javascript: false, // SECURITY S2: what is printed has no code, and would not run it.
      sandbox: true, // SECURITY S4
      contextIsolation: true, // SECURITY S3
      nodeIntegration: false, // SECURITY S2
      spellcheck: false, // SECURITY X16
      devTools: false, // SECURITY P2
    },
  });
  const stop = () => {
    window.destroy();
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    await window.loadURL(ADDRESS);
    return await window.webContents.printToPDF({
      landscape: true,
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    signal.removeEventListener('abort', stop);
    if (!window.isDestroyed()) window.destroy();
    session.protocol.unhandle(APP_SCHEME);
  }
}
