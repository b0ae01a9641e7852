import { readFile, stat } from 'node:fs/promises';

import { z } from 'zod';

import type { AgePolicy } from '../../shared/domain/age-policy';
import type { PolicyFileFailure } from '../../shared/domain/policy-facts';
import { agePolicy } from '../../shared/ipc/policy-schema';
import { err, ok, type Result } from '../../shared/result';

const LARGEST_BYTES = 100_000;

/** A policy in a file, so that it can go from one desk to another: `docs/schemas/rekey-policy-1.schema.json`. */
export const POLICY_DOCUMENT = z.strictObject({ format: z.literal('rekey-policy-1'), policy: agePolicy });

/** What such a file holds. */
export const policyDocument = (policy: AgePolicy): string =>
  `${JSON.stringify({ format: 'rekey-policy-1', policy }, null, 2)}\n`;

const ANY_VERSION = z.object({ format: z.string().regex(/^rekey-policy-\d+$/) });

/** Reads a policy from a file that anybody may have written. */
export async function readPolicyDocument(
  path: string,
): Promise<Result<{ readonly policy: AgePolicy; readonly text: string }, PolicyFileFailure>> {
  let text: string;
  try {
    const found = await stat(path);
    if (!found.isFile()) return err({ kind: 'not-a-policy' });
    if (found.size > LARGEST_BYTES) return err({ kind: 'too-large' });
    text = await readFile(path, 'utf8');
  } catch {
    return err({ kind: 'disk' });
  }
  const raw = parsed(text.replace(/^\uFEFF/, ''));
  const version = ANY_VERSION.safeParse(raw);
  if (!version.success) return err({ kind: 'not-a-policy' });
  if (version.data.format !== 'rekey-policy-1') return err({ kind: 'other-version' });
  const document = POLICY_DOCUMENT.safeParse(raw);
  return document.success
    ? ok({ policy: document.data.policy, text })
    : err({ kind: 'impossible', fields: fieldsOf(document.error) });
}

/** Where something is wrong, in names of Rekey's own; what the file calls things besides is not repeated. */
const fieldsOf = ({ issues }: z.ZodError): readonly string[] => [
  ...new Set(issues.map(({ path }) => path.map(String).join('.') || 'the file')),
];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
