import { openEncodedRun, type EncodedRun } from './encoded-run';
import type { Hit, TextScanner } from './plain-scanner';

const PARTS = /[A-Za-z0-9+/_-]+|\n|[^A-Za-z0-9+/_\-\n]+/g;
/** What stands this far before a value in base64 may say what it is for, as the name of a variable does. */
const CONTEXT = 100;
/** Shorter lines are words, which go on by chance. */
const SHORTEST_WRAPPED = 16;

/**
 * Finds tokens in what is written in base64: `data:` of a Kubernetes secret, `Authorization: Basic …`, a file that went
 * through `base64`, also where it is wrapped or was UTF-16 before. What is encoded twice or compressed is not found.
 */
export function openEncodedScanner(): TextScanner {
  let line = 1;
  let at = 0;
  let before = '';
  let run: EncodedRun | undefined;
  /** How many characters of the run stand on its last line. */
  let onLine = 0;
  let isWrapping = false;

  const endRun = (): readonly Hit[] => {
    const ended = run;
    [run, onLine, isWrapping] = [undefined, 0, false];
    return ended?.end() ?? [];
  };

  const takePart = (part: string): readonly Hit[] => {
    if (part === '\n') {
      line += 1;
      // Only whole groups of four go on: then what follows is read alike, whether it belongs to the run or not.
      if (onLine < SHORTEST_WRAPPED || onLine % 4 !== 0) return endRun();
      [onLine, isWrapping] = [0, true];
      return [];
    }
    if (!/^[A-Za-z0-9+/_-]/.test(part)) {
      const isMargin = /^[ \t\r]+$/.test(part) && (isWrapping || part === '\r');
      return isMargin ? [] : endRun();
    }
    run ??= openEncodedRun(/circle/i.test(before));
    isWrapping = false;
    onLine += part.length;
    return run.take(part, { line, at });
  };

  return {
    take: (piece) => {
      const hits: Hit[] = [];
      for (const [part] of piece.matchAll(PARTS)) {
        hits.push(...takePart(part));
        at += part.length;
        before = (before + part).slice(-CONTEXT);
      }
      return hits;
    },
    end: endRun,
  };
}
