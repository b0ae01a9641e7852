import type { StateProblem } from '../shared/domain/state-problem';
import { listSetAside } from './files/set-aside';
import type { Compared } from './rotation/known-elsewhere';

/** Gathers what did not fit: the files that were set aside, the journal, and what came of comparing it with other files. */
export function openStateProblems(
  folders: readonly string[],
  journal: 'ready' | Extract<StateProblem, { kind: 'journal' }>['why'],
  changed: () => void,
) {
  let compared: readonly StateProblem[] = [];
  return {
    compared: ({ held, restored, lost, unknownValues }: Compared) => {
      compared = [
        ...(restored > 0 ? [{ kind: 'restored' as const, items: restored }] : []),
        ...(lost > 0 ? [{ kind: 'lost' as const, items: lost }] : []),
        ...(held > 0 ? [{ kind: 'held' as const, items: held }] : []),
        ...(unknownValues > 0 ? [{ kind: 'unknown-values' as const, values: unknownValues }] : []),
      ];
      changed();
    },
    all: async (): Promise<readonly StateProblem[]> => [
      ...(journal === 'ready' ? [] : [{ kind: 'journal' as const, why: journal }]),
      ...compared,
      ...(await listSetAside(folders)).map((file) => ({ kind: 'set-aside' as const, ...file })),
    ],
  };
}
