import type { App } from 'electron';

import type { NativeQuestion } from '../rotation/native-question';

export interface QuitPorts {
  readonly confirmNatively: (question: NativeQuestion) => Promise<boolean>;
  readonly valuesInMemoryOnly: () => number;
  /** What must be done before the app is gone: clears the clipboard, ends the ledger. */
  readonly settle: () => Promise<unknown>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const MOST_WAIT_MS = 1_000;

/**
 * Holds the quit until the clipboard is cleared and the ledger ended (a second at most), and asks first where values that are only in memory
 * would be lost. SECURITY X8.
 */
export function holdQuit(app: Pick<App, 'on' | 'quit'>, ports: QuitPorts): void {
  let isHeld = false;
  let mayGo = false;

  const settle = async () => {
    const count = ports.valuesInMemoryOnly();
    if (count > 0 && !(await ports.confirmNatively({ kind: 'quit-with-values', count }))) return;
    await Promise.race([ports.settle(), ports.wait(MOST_WAIT_MS)]);
    mayGo = true;
    app.quit();
  };

  app.on('before-quit', (event) => {
    if (mayGo) return;
    event.preventDefault();
    if (isHeld) return;
    isHeld = true;
    void settle().finally(() => {
      isHeld = false;
    });
  });
}
