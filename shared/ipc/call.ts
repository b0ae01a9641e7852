import { z } from 'zod';

import { scrub } from '../domain/ledger-entry';
import { isSeen } from '../domain/seen-name';
import type { Result } from '../result';
import { decodeWith, type Decode } from './decode';

/** A channel of the contract: `decode` exists at run time; `reply` only in the types. */
export interface Call<Arg, Reply> {
  readonly decode: Decode<Arg>;
  readonly reply?: Reply;
}

/** Makes a channel that answers with a value or a failure, and takes what its decoder lets in. */
export const call =
  <Value, Failure = never>() =>
  <Arg>(decode: Decode<Arg>): Call<Arg, Result<Value, Failure>> => ({ decode });

/** Lets in an object of exactly this shape. */
export const object = <Shape extends z.ZodRawShape>(shape: Shape) => decodeWith(z.strictObject(shape));

/** Kept in the journal and the ledger in the person's words, save what has the form of a token. */
export const reason = z.string().trim().min(3).max(500).refine(isSeen).transform(scrub);

/** A moment in UTC, in milliseconds, as the page may give it. */
export const instant = z.number().int().min(0).max(8.64e15);
