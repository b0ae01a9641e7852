import { err, ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels = 'report:preview' | 'report:write' | 'report:cancel' | 'report:public-key' | 'calendar:export';

type Needed = Pick<Features, 'reports' | 'chooseReportFolder' | 'nameKeyFile' | 'nameCalendarFile'>;

const DECLINED = err({ kind: 'declined' as const });

/** The page asks; where a file goes is said in dialogs of main's own. */
export function reportHandlers(features: Needed): Pick<Handlers, Channels> {
  const { reports, chooseReportFolder, nameKeyFile, nameCalendarFile } = features;
  return {
    'report:preview': (request) => reports.preview(request),
    'report:write': async ({ request, forms }) => {
      const folder = await chooseReportFolder();
      return folder === undefined ? DECLINED : reports.write(request, forms, folder);
    },
    'report:cancel': () => {
      reports.cancel();
      return Promise.resolve(ok(null));
    },
    'report:public-key': async () => {
      const path = await nameKeyFile();
      return path === undefined ? DECLINED : reports.exportPublicKey(path);
    },
    'calendar:export': async ({ connection }) => {
      const path = await nameCalendarFile();
      return path === undefined ? DECLINED : reports.exportCalendar(connection, path);
    },
  };
}
