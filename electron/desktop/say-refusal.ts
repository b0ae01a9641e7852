import { refusalSentence, type StartRefusal } from './start-refusal';

interface RefusalPorts {
  readonly app: { readonly whenReady: () => Promise<void> };
  readonly dialog: {
    readonly showMessageBox: (options: {
      readonly type: 'error';
      readonly title: string;
      readonly message: string;
      readonly detail: string;
      readonly signal: AbortSignal;
    }) => Promise<unknown>;
  };
  readonly stderr: { readonly write: (text: string) => unknown };
}

/** Nobody may be there to close the dialog. */
const SHOWN_FOR_MS = 30_000;

/** Says why this instance ends: to anyone who reads its output, and in a dialog where no window of Rekey's is there to see. */
export async function sayRefusal(
  refusal: StartRefusal,
  { app, dialog, stderr }: RefusalPorts,
): Promise<void> {
  const sentence = refusalSentence(refusal);
  stderr.write(`${sentence}\n`);
  if (refusal.kind === 'second-instance') return;
  try {
    await app.whenReady();
    await dialog.showMessageBox({
      type: 'error',
      title: 'Rekey did not start',
      message: 'Rekey did not start',
      detail: sentence,
      signal: AbortSignal.timeout(SHOWN_FOR_MS),
    });
  } catch {
    // There may be no screen: the output has said it.
  }
}
