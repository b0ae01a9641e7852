import { z } from 'zod';

import type { AgePolicy } from '../domain/age-policy';
import type { ExceptionDraft } from '../domain/exception-draft';
import { scrub } from '../domain/ledger-entry';
import { PLAIN_TEXT } from '../domain/plain-text';
import { LONGEST_SUBJECT_LABEL, parseExceptionId, type ExceptionSubject } from '../domain/policy-exception';
import {
  LONGEST_PERSON,
  LONGEST_POLICY_NAME,
  LONGEST_REASON,
  LONGEST_RISK_ANALYSIS,
} from '../domain/policy-facts';
import { OVERLAPS } from '../domain/rotation-plan';
import { isSeen } from '../domain/seen-name';
import type { TokenFilter } from '../domain/token-filter';
import { instant } from './call';
import { branded, connectionId, tokenRef } from './decode';

/** What a person typed, in one line that shows all it holds, without what has the form of a token. */
const words = (most: number, least = 1) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(PLAIN_TEXT)
    .refine((text) => least === 0 || isSeen(text))
    .transform(scrub);

/** A hundred years are no limit any more. */
const days = z.number().int().min(0).max(36_500);
const limit = days.min(1).exactOptional();

export const policyName = words(LONGEST_POLICY_NAME);

/** A policy, from a person's hand or from a file. */
export const agePolicy: z.ZodType<AgePolicy> = z.strictObject({
  name: policyName,
  maxAgeDays: z.strictObject({ all: limit, 'view-builds': limit, status: limit, personal: limit }),
  unusedDays: limit,
  createdBefore: instant.exactOptional(),
  unknownAgeDueAfterDays: days,
  warnSteps: z.array(days.min(1).max(365)).max(10).readonly(),
  overlapHours: z.literal(OVERLAPS),
  longestExceptionDays: days.exactOptional(),
  wantsRiskAnalysis: z.literal(true).exactOptional(),
  riskAnalysis: words(LONGEST_RISK_ANALYSIS).exactOptional(),
});

const part = words(300);

/** A group of tokens by at least one thing that they are. */
const tokenFilter: z.ZodType<TokenFilter> = z
  .strictObject({
    connection: connectionId.exactOptional(),
    kind: z.enum(['personal', 'project']).exactOptional(),
    scopes: z
      .array(z.enum(['all', 'view-builds', 'status', 'full', 'write', 'read', 'other']))
      .min(1)
      .max(7)
      .readonly()
      .exactOptional(),
    label: part.exactOptional(),
    project: part.exactOptional(),
    owner: words(300, 0).exactOptional(),
  })
  .refine((filter) => Object.keys(filter).length > 0);

export const exceptionId = branded(parseExceptionId);

export const exceptionSubject: z.ZodType<ExceptionSubject> = z.discriminatedUnion('kind', [
  // A label is the host's, and as odd as that lets it be.
  z.strictObject({
    kind: z.literal('token'),
    ref: tokenRef,
    label: z.string().max(LONGEST_SUBJECT_LABEL).transform(scrub),
  }),
  z.strictObject({ kind: z.literal('filter'), filter: tokenFilter }),
]);

const person = words(LONGEST_PERSON);
export const exceptionReason = words(LONGEST_REASON, 3);

/** What exceptions have from the person who asks for them. */
export const exceptionWords = {
  subject: exceptionSubject,
  owner: person,
  approver: person,
  reason: exceptionReason,
  until: instant,
};

export const exceptionDraft: z.ZodType<ExceptionDraft> = z.strictObject(exceptionWords);
