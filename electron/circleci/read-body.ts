import type { ApiFailure } from '../../shared/domain/api-failure';
import { err, ok, type Result } from '../../shared/result';

export const MAX_BODY_BYTES = 8 * 1_024 * 1_024;

/** Reads a body as text, up to the size limit. A body that breaks off is a failure, unless the caller gave up. */
export async function readBody(response: Response, signal: AbortSignal): Promise<Result<string, ApiFailure>> {
  if (response.body === null) return ok('');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return ok(Buffer.concat(chunks).toString('utf8'));
      size += value.byteLength;
      if (size > MAX_BODY_BYTES) {
        await reader.cancel().catch(() => undefined);
        return err({ kind: 'too-large' });
      }
      chunks.push(value);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    return err({ kind: 'truncated' });
  }
}
