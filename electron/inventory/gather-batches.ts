import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ProjectCoverage } from '../../shared/domain/coverage';
import type { InventoryBatch } from '../../shared/domain/inventory';
import type { TokenRecord } from '../../shared/domain/token';

const TOKENS = 500;
const PROJECTS = 20;

export interface Batches {
  readonly add: (tokens: readonly TokenRecord[], project?: ProjectCoverage) => void;
  /** One project more to read. */
  readonly expect: () => void;
  /** One project fewer than was thought. */
  readonly drop: () => void;
  /** Sends what has not been sent yet. */
  readonly end: () => void;
}

/** Gathers what a look finds into few, middling messages: each costs the page a repaint. */
export function gatherBatches(connection: ConnectionId, heard: (batch: InventoryBatch) => void): Batches {
  let tokens: TokenRecord[] = [];
  let projects: ProjectCoverage[] = [];
  let done = 0;
  let of = 0;

  const flush = () => {
    heard({ connection, tokens, projects, progress: { done, of } });
    tokens = [];
    projects = [];
  };

  return {
    add: (more, project) => {
      tokens.push(...more);
      if (project !== undefined) {
        projects.push(project);
        done += 1;
      }
      if (tokens.length >= TOKENS || projects.length >= PROJECTS) flush();
    },
    expect: () => {
      of += 1;
    },
    drop: () => {
      of -= 1;
    },
    end: flush,
  };
}
