import { canonicalPolicy } from '../shared/domain/canonical-policy';
import type { Clock } from './clock';
import type { Connections } from './credentials/connections';
import type { Vault } from './credentials/vault';
import type { ReportDesk } from './evidence/reports/report-desk';
import type { ReportPorts } from './evidence/reports/report-ports';
import { openSigner } from './evidence/reports/signing-key';
import type { InventoryDesk } from './inventory/inventory-desk';
import type { Announce } from './ipc/announce';
import type { RotationDesk } from './rotation/rotation-desk';

/** The parts that reports are made from. */
export interface ReportParts extends Pick<
  ReportPorts,
  'rules' | 'note' | 'ledgerHead' | 'leaverOf' | 'printPdf' | 'randomId'
> {
  readonly connections: Pick<Connections, 'list'>;
  readonly inventory: Pick<InventoryDesk, 'lastOf'>;
  readonly rotation: Pick<RotationDesk, 'runs'>;
  /** Where the key that signs is sealed; nothing where there is no keychain. */
  readonly sealed: () => Vault | undefined;
  readonly announce: Announce;
  readonly osUser: string;
  readonly version: string;
  readonly clock: Clock;
  /** SHA-256 in hex. */
  readonly digest: (text: string) => string;
}

/** Puts reports together with what they are made from, when the first is asked for: what writes them takes long to read. */
export function composeReports(parts: ReportParts): ReportDesk {
  const { connections, inventory, rotation, sealed, announce, osUser, version, clock, digest } = parts;
  const ports: ReportPorts = {
    ...parts,
    connections: connections.list,
    lastOf: inventory.lastOf,
    runs: rotation.runs,
    policyHash: (policy) => digest(canonicalPolicy(policy)),
    signer: openSigner(sealed),
    progress: (progress) => {
      announce('report:progress', progress);
    },
    appVersion: version,
    osUser: () => osUser,
    now: clock.now,
  };
  let opened: Promise<ReportDesk> | undefined;
  const open = async (): Promise<ReportDesk> => {
    const { openReportDesk } = await import('./evidence/reports/report-desk');
    return openReportDesk(ports);
  };
  const desk = () => (opened ??= open());
  return {
    preview: async (request) => (await desk()).preview(request),
    write: async (request, forms, folder) => (await desk()).write(request, forms, folder),
    cancel: () =>
      void opened?.then(({ cancel }) => {
        cancel();
      }),
    exportPublicKey: async (path) => (await desk()).exportPublicKey(path),
    exportCalendar: async (scope, path) => (await desk()).exportCalendar(scope, path),
  };
}
