/** The start, step by step. Each is handed in, so that the order can be read, and tested, by itself. */
export interface Steps<Session, Features> {
  readonly refuseForbiddenSwitches: () => boolean;
  readonly isOnlyInstance: () => boolean;
  readonly isReady: () => Promise<void>;
  /** Takes the user-data folder, across computers; false where somebody else has it. */
  readonly holdFolder: () => Promise<boolean>;
  readonly lockDownSession: () => Session;
  /** Answers when the page's process has come up and its script is handed over. */
  readonly serveBundle: (session: Session) => Promise<void>;
  /** Puts the gates before every call; what passes them waits for the features. */
  readonly guardCalls: (features: Promise<Features>) => void;
  readonly openWindow: (session: Session, features: Promise<Features>) => Promise<void>;
  readonly compose: () => Promise<Features>;
  /** Answers when the page can be seen. */
  readonly isDrawn: () => Promise<void>;
  readonly unlock: (features: Features) => Promise<void>;
}

/**
 * The order is the design: nothing can call main before main is ready to refuse it, the features are put together while the
 * page's script is read, and the keychain, which may be slow, is asked when the person already sees the last inventory. `false`
 * means that this instance must end.
 */
export async function boot<Session, Features>(steps: Steps<Session, Features>): Promise<boolean> {
  if (steps.refuseForbiddenSwitches()) return false;
  if (!steps.isOnlyInstance()) return false;
  await steps.isReady();
  if (!(await steps.holdFolder())) return false;
  const session = steps.lockDownSession();
  const composed = steps.serveBundle(session).then(() => steps.compose());
  steps.guardCalls(composed);
  const [features] = await Promise.all([composed, steps.openWindow(session, composed)]);
  await steps.isDrawn();
  await steps.unlock(features);
  return true;
}
