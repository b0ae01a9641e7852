import { useEffect, useState } from 'react';

import type { ReportPreview, ReportRequest } from '../../shared/domain/report-request';
import { bridge } from '../bridge';
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

/** Asks anew whenever something else is to be reported. */
export function usePreview(request: ReportRequest | undefined): Previewed {
  const [answered, setAnswered] = useState<{ readonly to: ReportRequest; readonly with: Previewed }>();
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
  }, [request]);
  if (request === undefined) return NO_REQUEST;
  return answered?.to === request ? answered.with : { kind: 'asking' };
}
