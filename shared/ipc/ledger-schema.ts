import { z } from 'zod';

import { COVERAGE_DECISIONS } from '../domain/coverage-decision';
import type { LedgerEntry } from '../domain/ledger-entry';
import { STEP_PROOFS, type LedgerFact } from '../domain/ledger-fact';
import { parseExceptionId, type ExceptionId } from '../domain/policy-exception';
import { connectionId, projectSlug, rowId, runId, tokenRef } from './decode';
import { needReason, rotationStep } from './step-schema';

const text = z.string();
const count = z.number().int().min(0);
const digest = z.string().regex(/^(?:[0-9a-f]{64})?$/);
const exception = z.custom<ExceptionId>((raw) => parseExceptionId(raw) !== undefined);
const project = { project: projectSlug.exactOptional(), projectName: text.exactOptional() };
const token = { token: tokenRef, label: text, ...project };

/** Every fact that a ledger may hold, and nothing else: a field that nobody decided on makes it none. */
export const ledgerFact: z.ZodType<LedgerFact> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum([
      'checklist-overridden',
      'retirement-cancelled',
      'left-unproved',
      'orphan-removal-agreed',
      'found-not-ours',
      'use-attested',
    ]),
    ...token,
    reason: text,
  }),
  z.strictObject({ kind: z.enum(['connection-added', 'connection-forgotten']), name: text }),
  z.strictObject({
    kind: z.literal('look-ended'),
    outcome: z.enum(['complete', 'partial', 'stopped', 'failed']),
    tokens: count,
    read: count,
    projects: count,
  }),
  z.strictObject({ kind: z.literal('policy-changed'), name: text, hash: digest, before: digest }),
  z.strictObject({
    kind: z.enum(['exception-granted', 'exception-revoked']),
    exception,
    owner: text,
    approver: text,
    reason: text,
    until: z.number(),
  }),
  z.strictObject({ kind: z.literal('plan-made'), hash: digest, rotates: count, skips: count }),
  z.strictObject({
    kind: z.literal('plan-confirmed'),
    hash: digest,
    run: runId,
    rotates: count,
    overlapHours: z.number(),
  }),
  z.strictObject({
    kind: z.literal('row-moved'),
    ...token,
    run: runId,
    row: rowId,
    step: rotationStep,
    need: needReason.exactOptional(),
    proof: z.enum(STEP_PROOFS).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('deletion-confirmed'), count }),
  z.strictObject({
    kind: z.enum(['value-revealed', 'value-copied', 'value-discarded']),
    token: tokenRef.exactOptional(),
    label: text.exactOptional(),
    ...project,
    row: rowId,
  }),
  z.strictObject({
    kind: z.literal('exported'),
    what: z.enum(['report', 'ledger', 'policy', 'calendar', 'public-key', 'plan']),
    sha256: digest,
  }),
  z.strictObject({
    kind: z.literal('imported'),
    what: z.enum(['audit-log', 'people', 'register', 'policy']),
    sha256: digest,
    taken: count,
    refused: count,
  }),
  z.strictObject({
    kind: z.literal('coverage-decided'),
    decision: z.enum(COVERAGE_DECISIONS),
    about: text,
    tokens: count,
  }),
  z.strictObject({ kind: z.literal('people-merged'), person: text, alias: text }),
  z.strictObject({
    kind: z.literal('attested'),
    ...token,
    by: text,
    answer: z.enum(['kept', 'deleted', 'rotated']),
  }),
  z.strictObject({ kind: z.literal('leaver-opened'), leaver: text, person: text, items: count }),
  z.strictObject({
    kind: z.literal('leaver-item'),
    leaver: text,
    item: text,
    state: z.enum(['to-rotate', 'done-elsewhere', 'not-applicable', 'rotated', 're-opened']),
    reason: text,
    person: text.exactOptional(),
    about: text.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('leaver-signed-off'), leaver: text, person: text, by: text }),
  z.strictObject({
    kind: z.literal('leak-checked'),
    form: z.enum(['legacy', 'personal', 'project']),
    outcome: z.enum(['located', 'not-ours', 'refused', 'not-provable', 'undecided', 'dead']),
    token: tokenRef.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('folder-scanned'), files: count, found: count }),
  z.strictObject({
    kind: z.literal('ledger-begun'),
    was: z.enum(['altered', 'truncated', 'unreadable']),
    entries: count,
    head: digest,
  }),
]);

/** One line of a ledger, once it is JSON. Lines of before Rekey wrote down who are as good as others. */
export const ledgerEntry: z.ZodType<LedgerEntry> = z.strictObject({
  number: z.number(),
  at: z.number(),
  before: z.string(),
  actor: z.strictObject({ login: text.exactOptional(), osUser: text }).exactOptional(),
  connection: connectionId.exactOptional(),
  fact: ledgerFact,
});
