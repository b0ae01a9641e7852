import { useEffect, useState } from 'react';

import type { ReportPreview, ReportRequest } from '../../shared/domain/report-request';
import { bridge } from '../bridge';
import { useRested } from '../design/use-rested';
import { reportFailureSentence } from './report-words';

/** What a report would carry, as far as that is known. */
export type Previewed =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly preview: ReportPreview }
  | { readonly kind: 'failed'; readonly why: string };

const NO_REQUEST: Previewed = {
  kind: 'failed',
  why: 'Choose when it begins and ends: the end is on the day of the beginning or later.',
};

/** Asks anew whenever something else is to be reported, and when what is reported has changed. */
export function usePreview(request: ReportRequest | undefined): Previewed {
  const [answered, setAnswered] = useState<{ readonly to: ReportRequest; readonly with: Previewed }>();
  const changes = useRested(useChanges());
  useEffect(() => {
    if (request === undefined) return undefined;
    let isOver = false;
    void bridge['report:preview'](request).then((answer) => {
      if (isOver) return;
      const previewed: Previewed = answer.ok
        ? { kind: 'known', preview: answer.value }
        : { kind: 'failed', why: reportFailureSentence(answer.error) };
      setAnswered({ to: request, with: previewed });
    });
    return () => {
      isOver = true;
    };
  }, [request, changes]);
  if (request === undefined) return NO_REQUEST;
  return answered?.to === request ? answered.with : { kind: 'asking' };
}

/** How often main has said that an inventory or a run is not as it was. */
function useChanges(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const count = () => {
      setChanges((before) => before + 1);
    };
    const [stopInventory, stopRuns] = [
      bridge['on:inventory:settled'](count),
      bridge['on:rotation:run-changed'](count),
    ];
    return () => {
      stopInventory();
      stopRuns();
    };
  }, []);
  return changes;
}
