import { onTestFinished } from 'vitest';

import { compose } from '../../electron/compose';
import { featuresOf } from '../../electron/features';
import { handlersFor } from '../../electron/ipc/handlers';
import type { Channel, EventName } from '../../shared/ipc/channel-names';
import type { ArgOf, ReplyOf } from '../../shared/ipc/contract';
import type { Notice } from '../../shared/domain/reminder';
import { err, ok, type Result } from '../../shared/result';
import { hastyClock } from './demo-client';
import { tempFolder } from './temp-folder';

/** Something that went from main to the page: the answer to a call, or an event. */
export interface Crossing {
  readonly name: Channel | EventName;
  readonly payload: unknown;
}

type Value<C extends Channel> = ReplyOf<C> extends Result<infer Good, unknown> ? Good : never;

/** Everything of main but Electron, as the page would call it, with all that crosses the wall. */
export interface WholeApp {
  readonly call: <C extends Channel>(channel: C, argument: ArgOf<C>) => Promise<ReplyOf<C>>;
  /** As `call`, of what the test expects to succeed. */
  readonly must: <C extends Channel>(channel: C, argument: ArgOf<C>) => Promise<Value<C>>;
  readonly crossings: readonly Crossing[];
  readonly clipboard: () => string;
  /** The folder of everything that it writes. */
  readonly userData: string;
  /** What desktop notifications said. */
  readonly notices: readonly Notice[];
}

interface WholeAppOptions {
  readonly folder?: string;
  readonly scanFolder?: () => string | undefined;
}

/** `folder` is of an app that was there before; `scanFolder` is what the person chooses when a folder is to be searched. */
export async function wholeApp({
  folder,
  scanFolder = () => undefined,
}: WholeAppOptions = {}): Promise<WholeApp> {
  const crossings: Crossing[] = [];
  let copied = '';
  const notices: Notice[] = [];
  const confirmNatively = () => Promise.resolve(true);
  const userData = folder ?? (await tempFolder());
  const core = await compose({
    userData,
    cipher: { strength: () => 'none', seal: () => err('no-keychain'), open: () => err('no-keychain') },
    fetch,
    clock: hastyClock,
    announce: (name, payload) => crossings.push({ name, payload }),
    confirmNatively,
    targetStore: { all: () => [], keep: () => ok(null) },
    osUser: 'mara',
    showProgress: () => undefined,
    notifier: { isSupported: () => true, show: (notice) => notices.push(notice) },
    showBadge: () => undefined,
    printPdf: () => Promise.reject(new Error('no printer')),
    version: '0.0.0',
  });
  onTestFinished(async () => {
    // What is being written is waited for, and nothing is written after it.
    for (const { id } of core.connections.list()) await core.inventory.forget(id);
    await core.close();
  });
  const handlers = handlersFor(
    featuresOf(core, {
      version: '0.0.0',
      isPackaged: false,
      clock: hastyClock,
      drawn: () => undefined,
      keychain: () => 'none',
      confirmNatively,
      clipboard: {
        clearsAfterSeconds: 30,
        copy: (secret) => {
          copied = secret.reveal();
          return Promise.resolve();
        },
        clearNow: () => Promise.resolve(),
      },
      chooseExecutable: () => Promise.resolve(undefined),
      chooseFolder: () => Promise.resolve(undefined),
      chooseAuditLog: () => Promise.resolve(undefined),
      chooseRegister: () => Promise.resolve(undefined),
      chooseViewFile: () => Promise.resolve(undefined),
      chooseFoundFile: () => Promise.resolve(undefined),
      chooseScanFolder: () => Promise.resolve(scanFolder()),
      copyText: (text) => {
        copied = text;
        return Promise.resolve();
      },
      nameViewFile: () => Promise.resolve(undefined),
      choosePolicyFile: () => Promise.resolve(undefined),
      namePolicyFile: () => Promise.resolve(undefined),
      nameLedgerFile: () => Promise.resolve(undefined),
      chooseReportFolder: () => Promise.resolve(undefined),
      nameKeyFile: () => Promise.resolve(undefined),
      namePlanFile: () => Promise.resolve(undefined),
      nameCalendarFile: () => Promise.resolve(undefined),
      page: { memory: () => ({ views: [] }), remember: () => ok(null) },
      editField: () => undefined,
      protectScreen: () => undefined,
      openLink: () => Promise.resolve(),
    }),
  );

  const call = async <C extends Channel>(channel: C, argument: ArgOf<C>): Promise<ReplyOf<C>> => {
    const payload = await handlers[channel](argument);
    crossings.push({ name: channel, payload });
    return payload;
  };
  return {
    call,
    must: async (channel, argument) => {
      const answer = (await call(channel, argument)) as Result<never, unknown>;
      if (!answer.ok) throw new Error(`${channel} was expected to succeed: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
    crossings,
    clipboard: () => copied,
    notices,
    userData,
  };
}
