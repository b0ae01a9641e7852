import { onTestFinished } from 'vitest';

import { compose } from '../../electron/compose';
import type { Core, Surroundings } from '../../electron/core';
import { err, ok } from '../../shared/result';
import { hastyClock } from './demo-client';

/** Everything of main but Electron over a folder, with no network and a person who agrees to nothing. */
export async function coreOver(userData: string, over: Partial<Surroundings> = {}): Promise<Core> {
  const core = await compose({
    userData,
    cipher: { strength: () => 'none', seal: () => err('no-keychain'), open: () => err('no-keychain') },
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    clock: hastyClock,
    announce: () => undefined,
    confirmNatively: () => Promise.resolve(false),
    targetStore: { all: () => [], keep: () => ok(null) },
    osUser: 'mara',
    showProgress: () => undefined,
    notifier: { isSupported: () => true, show: () => undefined },
    showBadge: () => undefined,
    printPdf: () => Promise.reject(new Error('no printer')),
    version: '0.0.0',
    ...over,
  });
  onTestFinished(core.close);
  return core;
}
