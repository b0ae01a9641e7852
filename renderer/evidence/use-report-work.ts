import { useEffect, useState } from 'react';

import type {
  ReportForm,
  ReportProgress,
  ReportRequest,
  ReportScope,
  WrittenReport,
} from '../../shared/domain/report-request';
import { bridge } from '../bridge';
import { counted } from '../words/count-words';
import { reportFailureSentence } from './report-words';

/** What became of the last thing that was asked for. */
export type ReportWork =
  | { readonly kind: 'resting' }
  | { readonly kind: 'writing'; readonly progress?: ReportProgress }
  | { readonly kind: 'written'; readonly report: WrittenReport }
  | { readonly kind: 'exported'; readonly words: string }
  | { readonly kind: 'failed'; readonly why: string };

interface ReportDeeds {
  readonly work: ReportWork;
  readonly write: (request: ReportRequest, forms: readonly ReportForm[]) => Promise<void>;
  readonly cancel: () => void;
  readonly exportKey: () => Promise<void>;
  readonly exportCalendar: (connection: ReportScope) => Promise<void>;
}

/** Has reports, the calendar and the public key written by main, and follows how far that is. */
export function useReportWork(): ReportDeeds {
  const [work, setWork] = useState<ReportWork>({ kind: 'resting' });
  useEffect(
    () =>
      bridge['on:report:progress']((progress) => {
        setWork((before) => (before.kind === 'writing' ? { kind: 'writing', progress } : before));
      }),
    [],
  );

  const fail = (error: Parameters<typeof reportFailureSentence>[0]) => {
    // Who closes a dialog knows that nothing was written.
    if (error.kind === 'declined') setWork({ kind: 'resting' });
    else setWork({ kind: 'failed', why: reportFailureSentence(error) });
  };

  return {
    work,
    write: async (request, forms) => {
      setWork({ kind: 'writing' });
      const written = await bridge['report:write']({ request, forms });
      if (written.ok) setWork({ kind: 'written', report: written.value });
      else fail(written.error);
    },
    cancel: () => void bridge['report:cancel'](null),
    exportKey: async () => {
      const exported = await bridge['report:public-key'](null);
      if (!exported.ok) fail(exported.error);
      else
        setWork({
          kind: 'exported',
          words: `The public key is written. Its fingerprint: ${exported.value.fingerprint}`,
        });
    },
    exportCalendar: async (connection) => {
      const exported = await bridge['calendar:export']({ connection });
      if (!exported.ok) fail(exported.error);
      else
        setWork({
          kind: 'exported',
          words: `The calendar is written, with ${counted(exported.value.dates, 'date')}.`,
        });
    },
  };
}
