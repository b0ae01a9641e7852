import type { Channel } from '../../shared/ipc/channel-names';
import { err, ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels = Extract<Channel, `leaks:${string}`>;

type Needed = Pick<Features, 'leaks' | 'chooseFoundFile' | 'chooseScanFolder' | 'copyText'>;

/** Values go in, and nothing of them but the last four comes out; the page never names a file. */
export function leakHandlers(features: Needed): Pick<Handlers, Channels> {
  const { leaks, chooseFoundFile, chooseScanFolder, copyText } = features;
  const done = Promise.resolve(ok(null));
  return {
    'leaks:paste': ({ text }) => leaks.paste(text),
    'leaks:choose-file': async () => {
      const path = await chooseFoundFile();
      return path === undefined ? err({ kind: 'declined' }) : leaks.readFile(path);
    },
    'leaks:check': ({ found, connection }) => leaks.check(found, connection),
    'leaks:scan': async () => {
      const folder = await chooseScanFolder();
      return folder === undefined ? err({ kind: 'declined' }) : leaks.scan(folder);
    },
    'leaks:stop-scan': () => {
      leaks.stopScan();
      return done;
    },
    'leaks:copy-scan': async () => {
      const text = leaks.scanAsText();
      if (text === undefined) return err({ kind: 'forgotten' });
      await copyText(text);
      return ok(null);
    },
    'leaks:forget': () => {
      leaks.forget();
      return done;
    },
  };
}
