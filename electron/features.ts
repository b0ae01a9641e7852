import { ok } from '../shared/result';
import { parseAddress } from './circleci/address';
import { isOldForm, readTyped } from './circleci/token-form';
import type { Clock } from './clock';
import type { Core } from './core';
import type { DemoServer } from './demo/demo-server';
import type { Features } from './ipc/features';
import { fileSource, textSource } from './people/byte-source';
import type { NativeQuestion } from './rotation/native-question';

const DEMO_SEED = 2026;

/** What the desktop brings to the features. */
export interface Desktop extends Pick<
  Features,
  | 'clipboard'
  | 'chooseExecutable'
  | 'chooseFolder'
  | 'chooseAuditLog'
  | 'chooseRegister'
  | 'chooseViewFile'
  | 'nameViewFile'
  | 'choosePolicyFile'
  | 'namePolicyFile'
  | 'chooseFoundFile'
  | 'chooseScanFolder'
  | 'copyText'
  | 'nameLedgerFile'
  | 'chooseReportFolder'
  | 'nameKeyFile'
  | 'nameCalendarFile'
  | 'namePlanFile'
  | 'editField'
  | 'drawn'
  | 'keychain'
  | 'page'
  | 'protectScreen'
  | 'openLink'
> {
  readonly version: string;
  readonly isPackaged: boolean;
  readonly clock: Clock;
  readonly confirmNatively: (question: NativeQuestion) => Promise<boolean>;
}

/** The organisation to try Rekey on: what serves it is read when it is asked for. */
async function startDemo(clock: Clock): Promise<DemoServer> {
  const { startDemoServer } = await import('./demo/demo-server');
  return startDemoServer({ profile: 'cloud-time', seed: DEMO_SEED, now: clock.now(), clock });
}

/** Joins the core to the desktop: everything that the page's calls can reach. */
export function featuresOf(core: Core, desktop: Desktop): Features {
  const {
    connections,
    inventory,
    coverage,
    rotation,
    policy,
    note,
    targets,
    consumers,
    leaks,
    reminders,
    ledger,
    reports,
    people,
    leavers,
    problems,
    journal,
    ownWork,
  } = core;
  const { version, isPackaged, clock, confirmNatively } = desktop;
  let demo: Promise<DemoServer> | undefined;

  return {
    ...desktop,
    connections,
    inventory,
    coverage,
    rotation,
    policy,
    note,
    targets,
    consumers,
    people,
    leavers,
    fileSource,
    demoAuditLog: async () => {
      const server = await demo;
      if (server === undefined) return undefined;
      const { auditLogOf } = await import('./demo/audit-log');
      return textSource('demo-audit-log.csv', auditLogOf(server.state, clock.now()));
    },
    problems,
    reports,
    ledger,
    leaks,
    reminders,
    facts: () => {
      const { policy: inForce, hash, exceptions, now } = policy.facts();
      const rules = { policy: inForce, policyHash: hash, exceptions };
      return { version, now, ...rules, journal, ownWork };
    },
    readRequest: ({ address, token, name, keep }) => {
      const server = parseAddress(address, !isPackaged);
      if (!server.ok) return server;
      const secret = readTyped(token);
      if (!secret.ok) return secret;
      const form = isOldForm(token) ? { mayBeProjectToken: true as const } : {};
      return ok({ address: server.value, token: secret.value, name, keep, isDemo: false, ...form });
    },
    startDemo: async () => {
      demo ??= startDemo(clock);
      const { address, token, organisation } = await demo;
      return { address, token, name: organisation, keep: 'session', isDemo: true };
    },
    connected: rotation.recover,
    confirmForgetting: async (id) => {
      const facts = connections.factsOf(id);
      return facts !== undefined && confirmNatively({ kind: 'forget-connection', name: facts.name });
    },
  };
}
