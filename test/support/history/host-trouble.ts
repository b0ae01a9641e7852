import { openFaults, type Fault, type Trouble } from '../../../electron/demo/fault';

/** What goes wrong besides what the demo server can do: what strikes after the effect, and lists that leave a row out. */
export type HostTrouble =
  | Trouble
  | { readonly kind: 'status-after'; readonly status: number }
  | { readonly kind: 'silent'; readonly when: 'before' | 'after' }
  /** Leaves out one row, another with every answer. */
  | { readonly kind: 'short-list'; readonly from: number }
  | { readonly kind: 'label-changed' }
  /** 2xx, and nothing was written. */
  | { readonly kind: 'write-ignored' };

export interface HostFault extends Omit<Fault, 'trouble'> {
  readonly trouble: HostTrouble;
}

export type TroubleFor = (method: string, path: string) => HostTrouble | undefined;

/** Counts as the demo server does; only what the trouble is differs. */
export function openHostFaults(faults: readonly HostFault[]): TroubleFor {
  const marks = faults.map((fault) => ({ ...fault, trouble: { kind: 'html' } as const }));
  const counters = marks.map((fault, index) => ({
    find: openFaults([fault]),
    trouble: faults[index]?.trouble,
  }));
  return (method, path) => {
    const hits = counters.filter(({ find }) => find(method, path) !== undefined);
    return hits[0]?.trouble;
  };
}

/** Whether the demo server's own routes know the trouble. */
export const forRoutes = (trouble: HostTrouble | undefined): Trouble | undefined =>
  trouble?.kind === 'delete-ignored' ||
  trouble?.kind === 'arrives-twice' ||
  trouble?.kind === 'scope-changed' ||
  trouble?.kind === 'duplicate-label' ||
  trouble?.kind === 'wrong-value'
    ? trouble
    : undefined;
