import { useMemo, useState } from 'react';

import type { LeaverId } from '../../shared/domain/leaver';
import { formsOf, type ReportRequest } from '../../shared/domain/report-request';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { FormChoice } from './form-choice';
import { ReportOutcome } from './report-outcome';
import { ReportPreview } from './report-preview';
import { usePreview } from './use-preview';
import { useReportWork } from './use-report-work';

interface LeaverReportDialogProps {
  readonly leaver: LeaverId;
  readonly onClose: () => void;
}

const FORMS = formsOf('leaver');

/** The report of one checklist: looked through, and written. */
export function LeaverReportDialog({ leaver, onClose }: LeaverReportDialogProps) {
  const [forms, setForms] = useState(FORMS);
  const request = useMemo<ReportRequest>(() => ({ kind: 'leaver', leaver }), [leaver]);
  const previewed = usePreview(request);
  const { work, write, cancel } = useReportWork();
  const isWriting = work.kind === 'writing';
  const close = () => {
    if (!isWriting) onClose();
  };
  return (
    <Dialog
      title="Report of this checklist"
      subtitle="It goes into a folder of its own, signed, in the place that you choose."
      onCancel={close}
      foot={
        <>
          <Button data-focus-first isBusy={isWriting} onClick={close}>
            Close
          </Button>
          <Button
            look="primary"
            disabled={previewed.kind !== 'known' || forms.length === 0}
            isBusy={isWriting}
            onClick={() => void write(request, forms)}
          >
            Write report …
          </Button>
        </>
      }
    >
      <FormChoice offered={FORMS} forms={forms} onForms={setForms} />
      <ReportPreview previewed={previewed} />
      <ReportOutcome work={work} onCancel={cancel} />
    </Dialog>
  );
}
