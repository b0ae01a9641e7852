import { readFile } from 'node:fs/promises';

import type { z } from 'zod';

import { err, ok, type Result } from '../../shared/result';
import { oneAtATime } from './one-at-a-time';
import { setAside } from './set-aside';
import { writeAtomically } from './write-atomically';

/** One JSON file of a known shape. */
export interface JsonFile<Content> {
  /**
   * The content; `undefined` where there is no file yet. A file that does not fit is set aside, never overwritten. After
   * `disk` there may be content that nobody has seen: nothing is written until it has been read.
   */
  readonly read: () => Promise<Result<Content | undefined, 'set-aside' | 'disk'>>;
  readonly write: (content: Content) => Promise<Result<null, 'disk'>>;
}

/** A file that does not fit is kept under a name with a date, for a person to look at. */
export function jsonFile<Content>(path: string, schema: z.ZodType<Content>): JsonFile<Content> {
  const inOrder = oneAtATime();
  let isUnseen = false;

  const readOnce = async (): Promise<Result<Content | undefined, 'set-aside' | 'disk'>> => {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      return isAbsent(error) ? ok(undefined) : err('disk');
    }
    const parsed = schema.safeParse(parseJson(text));
    if (parsed.success) return ok(parsed.data);
    try {
      await setAside(path);
    } catch {
      return err('disk');
    }
    return err('set-aside');
  };

  const read = async () => {
    const content = await readOnce();
    isUnseen = !content.ok && content.error === 'disk';
    return content;
  };

  const write = async (content: Content): Promise<Result<null, 'disk'>> => {
    if (isUnseen) return err('disk');
    try {
      await writeAtomically(path, JSON.stringify(content));
      return ok(null);
    } catch {
      return err('disk');
    }
  };

  return { read: () => inOrder(read), write: (content) => inOrder(() => write(content)) };
}

export function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
