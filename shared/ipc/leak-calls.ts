import { z } from 'zod';

import { MOST_PASTED, type FindFailure, type FolderScan } from '../domain/folder-scan';
import { parseFoundId, type FoundToken } from '../domain/found-token';
import { call, object } from './call';
import { branded, connectionId, nothing } from './decode';

/** Tokens that were found where they should not be. A value goes to main once, and never back. */
export const leakCalls = {
  'leaks:paste': call<readonly FoundToken[], FindFailure>()(object({ text: z.string().max(MOST_PASTED) })),
  /** The file is named in main's own dialog. */
  'leaks:choose-file': call<readonly FoundToken[], FindFailure>()(nothing),
  /** Uses the value, once, at the connection's own host: the person agrees to that in main's own dialog. */
  'leaks:check': call<
    FoundToken,
    { readonly kind: 'forgotten' | 'no-such-connection' | 'credential-missing' | 'declined' }
  >()(object({ found: branded(parseFoundId), connection: connectionId })),
  /** The folder is chosen in main's own dialog; answers when the scan has ended or was stopped. */
  'leaks:scan': call<FolderScan, FindFailure>()(nothing),
  'leaks:stop-scan': call<null>()(nothing),
  /** Copies the rows of the last scan as text, without values. */
  'leaks:copy-scan': call<null, { readonly kind: 'forgotten' }>()(nothing),
  /** Forgets every value that is held. */
  'leaks:forget': call<null>()(nothing),
} as const;
