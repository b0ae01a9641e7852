import { createHash } from 'node:crypto';

import type {
  ReportFailure,
  ReportForm,
  ReportPreview,
  ReportRequest,
  ReportScope,
  WrittenReport,
} from '../../../shared/domain/report-request';
import { err, ok, type Result } from '../../../shared/result';
import { writeAtomically } from '../../files/write-atomically';
import { datesOf } from './calendar-dates';
import { eventsOf } from './calendar-events';
import { calendarIcs } from './calendar-form';
import { gatherReport, sourcesOf } from './gather-report';
import type { ReportPorts } from './report-ports';
import { writeReport } from './write-report';

/** Everything that can be asked of reports. */
export interface ReportDesk {
  readonly preview: (request: ReportRequest) => Promise<Result<ReportPreview, ReportFailure>>;
  /** Writes a pack into a folder; answers when it is there whole, or when nothing of it is. */
  readonly write: (
    request: ReportRequest,
    forms: readonly ReportForm[],
    folder: string,
  ) => Promise<Result<WrittenReport, ReportFailure>>;
  readonly cancel: () => void;
  /** Writes the public key that packs are signed with, as PEM. */
  readonly exportPublicKey: (
    path: string,
  ) => Promise<Result<{ readonly fingerprint: string }, ReportFailure>>;
  /** Writes every due date and expiry as a calendar. */
  readonly exportCalendar: (
    scope: ReportScope,
    path: string,
  ) => Promise<Result<{ readonly dates: number }, ReportFailure>>;
}

export function openReportDesk(ports: ReportPorts): ReportDesk {
  let writing: AbortController | undefined;

  const keep = async (
    what: 'public-key' | 'calendar',
    path: string,
    text: string,
  ): Promise<Result<null, ReportFailure>> => {
    try {
      await writeAtomically(path, text);
    } catch {
      return err({ kind: 'not-written' });
    }
    const noted = await ports.note({ kind: 'exported', what, sha256: digest(text) });
    return noted.ok ? ok(null) : err({ kind: 'ledger-unwritable' });
  };

  return {
    preview: async (request) => {
      const gathered = await gatherReport(request, ports);
      if (!gathered.ok) return gathered;
      const { title, verdict, coverage, unread, totals, isReconciled, sections } = gathered.value.report;
      const { place: signedBy } = await ports.signer();
      const counts = sections.map(({ id, title: name, rows }) => ({ id, title: name, rows: rows.length }));
      return ok({ title, verdict, coverage, unread, totals, isReconciled, sections: counts, signedBy });
    },
    write: async (request, forms, folder) => {
      if (writing !== undefined) return err({ kind: 'busy' });
      const own = new AbortController();
      writing = own;
      try {
        return await writeReport({ request, forms, folder }, ports, own.signal);
      } finally {
        writing = undefined;
      }
    },
    cancel: () => writing?.abort(),
    exportPublicKey: async (path) => {
      const { publicKey, fingerprint } = await ports.signer();
      const kept = await keep('public-key', path, publicKey);
      return kept.ok ? ok({ fingerprint }) : kept;
    },
    exportCalendar: async (scope, path) => {
      const sources = await sourcesOf(scope, ports);
      if (!sources.ok) return sources;
      const [rules, madeAt] = [ports.rules(), ports.now()];
      const dates = datesOf(sources.value, rules, madeAt);
      const organisation = [...new Set(sources.value.map(({ facts }) => facts.name))].join(', ');
      const facts = { organisation, madeAt, warnings: rules.policy.warnSteps };
      let text = '';
      for (const part of calendarIcs(eventsOf(dates), facts)) text += part.text;
      const kept = await keep('calendar', path, text);
      return kept.ok ? ok({ dates: dates.length }) : kept;
    },
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
