import type { ApiFailure } from '../../shared/domain/api-failure';
import { err, ok, type Result } from '../../shared/result';
import { untilAborted } from './until-aborted';

export const MAX_BODY_BYTES = 8 * 1_024 * 1_024;

/** An error body that is not longer than this is read, so that its connection can be used again. */
const MAX_DROPPED_BYTES = 64 * 1_024;

export interface BodyLimits {
  readonly mostBytes: number;
  /** Ends the reading at once, with an error. */
  readonly signal: AbortSignal;
  /** Called for every part that arrives. */
  readonly onBytes?: () => void;
}

/**
 * Reads a body as UTF-8 text, up to the size limit. A body that breaks off is a failure, unless the caller gave up. What is
 * not read to its end still arrives, also after a `cancel` of the stream: only an abort of the request ends it.
 */
export async function readBody(response: Response, limits: BodyLimits): Promise<Result<string, ApiFailure>> {
  const bytes = await readBytes(response, limits);
  if (!bytes.ok) return bytes;
  try {
    // A byte order mark is left out, as RFC 8259 lets a reader do.
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return err({ kind: 'not-utf8' });
  }
}

/** Reads a body that nobody needs, as far as that is worth a connection. One that is longer is no failure. */
export async function dropBody(
  response: Response,
  limits: Omit<BodyLimits, 'mostBytes'>,
): Promise<Result<null, ApiFailure>> {
  const bytes = await readBytes(response, { ...limits, mostBytes: MAX_DROPPED_BYTES });
  return bytes.ok || bytes.error.kind === 'too-large' ? ok(null) : bytes;
}

async function readBytes(
  response: Response,
  { mostBytes, signal, onBytes = () => undefined }: BodyLimits,
): Promise<Result<Uint8Array, ApiFailure>> {
  if (response.body === null) return ok(new Uint8Array());
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) return ok(Buffer.concat(chunks));
      onBytes();
      size += value.byteLength;
      if (size > mostBytes) return err({ kind: 'too-large' });
      chunks.push(value);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    return err({ kind: 'truncated' });
  }
}
