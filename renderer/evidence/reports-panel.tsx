import { useMemo, useState } from 'react';

import {
  formsOf,
  REPORT_FORMS,
  type ReportForm as Form,
  type ReportScope,
  type ShownTokens,
} from '../../shared/domain/report-request';
import { Button } from '../design/button';
import { useApp } from '../stores';
import { useNow } from '../words/use-now';
import { firstDraft, requestOf, type ReportDraft } from './report-draft';
import { ReportForm } from './report-form';
import { ReportOutcome } from './report-outcome';
import { ReportPreview } from './report-preview';
import { usePreview } from './use-preview';
import { useReportWork } from './use-report-work';

/** What the inventory shows of some connections; the same function for as long as it shows the same. */
export type ShownIn = (scope: ReportScope) => ShownTokens | undefined;

interface ReportsPanelProps {
  /** The query of the inventory; empty where it shows everything. */
  readonly filter: string;
  readonly shownIn: ShownIn;
}

/** Reports to hand over: chosen, looked through, written. */
export function ReportsPanel({ filter, shownIn }: ReportsPanelProps) {
  const connections = useApp((state) => state.connections);
  const now = useNow();
  const policy = useApp((state) => state.policy.policy);
  const [draft, setDraft] = useState<ReportDraft>(() => firstDraft(connections, policy, now));
  const [forms, setForms] = useState<readonly Form[]>(REPORT_FORMS);
  const { connection, isFiltered, kind } = draft;
  const shown = useMemo(
    () => (isFiltered && kind === 'review' ? shownIn(connection) : undefined),
    [isFiltered, kind, shownIn, connection],
  );
  const request = useMemo(() => requestOf(draft, shown), [draft, shown]);
  const previewed = usePreview(request);
  const { work, write, cancel, exportKey, exportCalendar } = useReportWork();
  const chosen = formsOf(kind).filter((form) => forms.includes(form));
  const isWriting = work.kind === 'writing';
  const isReady = previewed.kind === 'known' && chosen.length > 0;
  return (
    <section className="panel" aria-label="Reports">
      <header className="panel-head">
        <h2>Reports</h2>
        <span className="foot-spring" />
        <Button isBusy={isWriting} onClick={() => void exportCalendar(connection)}>
          Export calendar …
        </Button>
        <Button isBusy={isWriting} onClick={() => void exportKey()}>
          Export public key …
        </Button>
      </header>
      <div className="reports">
        <ReportForm
          draft={draft}
          filter={filter}
          onChange={(change) => {
            setDraft((before) => ({ ...before, ...change }));
          }}
          forms={forms}
          onForms={setForms}
        />
        <ReportPreview previewed={previewed} />
        <div className="report-deeds">
          <Button
            look="primary"
            disabled={!isReady}
            isBusy={isWriting}
            onClick={() => {
              if (request !== undefined) void write(request, chosen);
            }}
          >
            Write report …
          </Button>
          <span className="quiet">
            It goes into a folder of its own, signed, in the place that you choose.
          </span>
        </div>
        <ReportOutcome work={work} onCancel={cancel} />
      </div>
    </section>
  );
}
