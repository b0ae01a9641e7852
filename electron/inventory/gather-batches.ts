import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ProjectCoverage } from '../../shared/domain/coverage';
import type { InventoryBatch } from '../../shared/domain/inventory';
import type { TokenRecord } from '../../shared/domain/token';
import type { Clock } from '../clock';

const TOKENS = 500;
const PROJECTS = 20;
/** One slow list must not hold back what others answered. */
const FLUSH_MS = 500;
/** The page names some of what is waited for, and counts the rest. */
const MOST_NAMED = 3;

export interface Batches {
  readonly add: (tokens: readonly TokenRecord[], project?: ProjectCoverage) => void;
  /** One project more to read. */
  readonly expect: () => void;
  /** One project fewer than was thought. */
  readonly drop: () => void;
  /** Resolves as `work` does; meanwhile the page is told that it is waited for. */
  readonly whileWaiting: <Value>(what: string, work: Promise<Value>) => Promise<Value>;
  /** Sends what has not been sent yet. */
  readonly end: () => void;
}

/**
 * Gathers what a sync finds into few, middling messages, each of which costs the page a repaint: by size, or after a moment,
 * whichever is first. Each says what is still waited for.
 */
export function gatherBatches(
  connection: ConnectionId,
  heard: (batch: InventoryBatch) => void,
  wait: Clock['wait'],
): Batches {
  let tokens: TokenRecord[] = [];
  let projects: ProjectCoverage[] = [];
  let done = 0;
  let of = 0;
  let isDue = false;
  let told = '';
  const ended = new AbortController();
  const waiting = new Map<string, number>();

  const flush = () => {
    const waitingFor = [...waiting.keys()].slice(0, MOST_NAMED);
    told = waitingFor.join('\n');
    heard({ connection, tokens, projects, progress: { done, of, waitingFor } });
    tokens = [];
    projects = [];
  };

  const hasNews = () =>
    tokens.length > 0 || projects.length > 0 || [...waiting.keys()].slice(0, MOST_NAMED).join('\n') !== told;

  const flushSoon = () => {
    if (isDue || ended.signal.aborted) return;
    isDue = true;
    void wait(FLUSH_MS, ended.signal).then(() => {
      isDue = false;
      if (!ended.signal.aborted && hasNews()) flush();
    });
  };

  return {
    add: (more, project) => {
      tokens.push(...more);
      if (project !== undefined) {
        projects.push(project);
        done += 1;
      }
      if (tokens.length >= TOKENS || projects.length >= PROJECTS) flush();
      else flushSoon();
    },
    expect: () => {
      of += 1;
    },
    drop: () => {
      of -= 1;
    },
    whileWaiting: async (what, work) => {
      waiting.set(what, (waiting.get(what) ?? 0) + 1);
      flushSoon();
      try {
        return await work;
      } finally {
        const left = (waiting.get(what) ?? 1) - 1;
        if (left === 0) waiting.delete(what);
        else waiting.set(what, left);
        flushSoon();
      }
    },
    end: () => {
      ended.abort();
      flush();
    },
  };
}
