import type { SecretValue } from '../credentials/secret-value';

/** The system's clipboard. Synchronous up to Electron 43, by promise since: both are awaited. */
export interface Clipboard {
  readonly readText: () => string | Promise<string>;
  readonly writeText: (text: string) => void | Promise<void>;
}

export interface SecretClipboard {
  readonly clearsAfterSeconds: number;
  /** Copies a value and clears it after `clearsAfterSeconds`, unless something else was copied since. */
  readonly copy: (secret: SecretValue) => Promise<void>;
  /** Clears what is still ours at once, as before quitting. */
  readonly clearNow: () => Promise<void>;
}

const CLEARS_AFTER_SECONDS = 30;

// SECURITY X8: copying goes through main, and only our own is ever cleared.
export function openSecretClipboard(
  clipboard: Clipboard,
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>,
  cleared: () => void,
): SecretClipboard {
  let current: { readonly secret: SecretValue; readonly stop: AbortController } | undefined;

  const clearNow = async () => {
    const ours = current;
    if (ours === undefined) return;
    current = undefined;
    ours.stop.abort();
    if ((await clipboard.readText()) === ours.secret.reveal()) await clipboard.writeText('');
    cleared();
  };

  return {
    clearsAfterSeconds: CLEARS_AFTER_SECONDS,
    copy: async (secret) => {
      current?.stop.abort();
      const mine = { secret, stop: new AbortController() };
      current = mine;
      await clipboard.writeText(secret.reveal());
      void wait(CLEARS_AFTER_SECONDS * 1_000, mine.stop.signal).then(() =>
        current === mine ? clearNow() : undefined,
      );
    },
    clearNow,
  };
}
