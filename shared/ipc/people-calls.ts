import { z } from 'zod';

import { ACCOUNT_VERDICTS, type AccountsFailure } from '../domain/accounts';
import { ATTESTED } from '../domain/attestation';
import type { ImportFailure, ImportReport, LogImported } from '../domain/import-report';
import { LONGEST_NAME, type OwnerSource, type PeopleFailure, type PeopleView } from '../domain/people';
import { PLAIN_TEXT } from '../domain/plain-text';
import { isSeen } from '../domain/seen-name';
import { call, object } from './call';
import { connectionId, nothing, tokenRef } from './decode';

const name = z.string().trim().min(1).max(LONGEST_NAME);
/** Whoever answers for something: a name that shows all it holds, and shows something. */
export const answering = name.regex(PLAIN_TEXT).refine(isSeen);
const connection = connectionId;

/** People, owners, the audit log, and what others attested. The page never names a file. */
export const peopleCalls = {
  'people:view': call<PeopleView, PeopleFailure>()(object({ connection })),
  'people:add': call<null, PeopleFailure>()(object({ connection, name: answering })),
  /** Two names are one person's: the first is what the person is known by from then on. */
  'people:merge': call<null, PeopleFailure>()(object({ connection, person: name, other: name })),
  'people:unmerge': call<null, PeopleFailure>()(object({ connection, alias: name })),
  /** Without an answer: somebody was asked. */
  'people:attest': call<null, PeopleFailure>()(
    object({
      connection,
      ref: tokenRef,
      answer: z.strictObject({ by: answering, said: z.enum(ATTESTED) }).exactOptional(),
    }),
  ),
  'people:import-log': call<LogImported, ImportFailure>()(object({ connection })),
  'people:import-demo-log': call<LogImported, ImportFailure>()(object({ connection })),
  'people:import-register': call<ImportReport, ImportFailure>()(object({ connection })),
  'people:read-keys': call<null, ImportFailure>()(object({ connection })),
  'people:read-accounts': call<null, AccountsFailure>()(object({ connection })),
  /** Without a verdict: what was said before is taken back. */
  'people:judge-account': call<null, PeopleFailure>()(
    object({ connection, name, verdict: z.enum(ACCOUNT_VERDICTS).exactOptional() }),
  ),
  /** Ends the import or reading under way; nothing of it is kept. */
  'people:stop': call<null>()(nothing),
  /** The import that told who made a token; `null` where none did. */
  'people:owner-source': call<OwnerSource | null>()(object({ ref: tokenRef })),
} as const;
