/** The start, step by step. Each is handed in, so that the order can be read, and tested, by itself. */
export interface Steps<Session, Features> {
  readonly refuseForbiddenSwitches: () => boolean;
  readonly isOnlyInstance: () => boolean;
  readonly isReady: () => Promise<void>;
  readonly lockDownSession: () => Session;
  readonly serveBundle: (session: Session) => void;
  readonly compose: () => Promise<Features>;
  readonly serveCalls: (features: Features) => void;
  readonly openWindow: (session: Session, features: Features) => Promise<void>;
  readonly unlock: (features: Features) => Promise<void>;
}

/**
 * The order is the design: nothing can call main before main is ready to refuse it, and the keychain, which may be slow,
 * is asked when the person already sees the last inventory. `false` means that this instance must end.
 */
export async function boot<Session, Features>(steps: Steps<Session, Features>): Promise<boolean> {
  if (steps.refuseForbiddenSwitches()) return false;
  if (!steps.isOnlyInstance()) return false;
  await steps.isReady();
  const session = steps.lockDownSession();
  steps.serveBundle(session);
  const features = await steps.compose();
  steps.serveCalls(features);
  await steps.openWindow(session, features);
  await steps.unlock(features);
  return true;
}
