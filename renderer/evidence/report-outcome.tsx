import { useEffect, useRef } from 'react';

import type { ReportProgress, WrittenReport } from '../../shared/domain/report-request';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { counted, countWord } from '../words/count-words';
import { KEY_WORDS } from './report-words';
import type { ReportWork } from './use-report-work';

/** How far the writing is, or what has come of it. */
export function ReportOutcome({
  work,
  onCancel,
}: {
  readonly work: ReportWork;
  readonly onCancel: () => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  // What came of it may be below what is in view.
  useEffect(() => {
    if (work.kind !== 'resting') element.current?.scrollIntoView({ block: 'nearest' });
  }, [work.kind]);
  return (
    <div ref={element}>
      {work.kind === 'failed' && <Alert>{work.why}</Alert>}
      {work.kind === 'writing' && <Writing progress={work.progress} onCancel={onCancel} />}
      <div role="status" className="report-outcome selectable">
        {work.kind === 'exported' && <p>{work.words}</p>}
        {work.kind === 'written' && <Written report={work.report} />}
      </div>
    </div>
  );
}

function Writing({
  progress,
  onCancel,
}: {
  readonly progress: ReportProgress | undefined;
  readonly onCancel: () => void;
}) {
  return (
    <div className="report-progress">
      <progress aria-label="Writing the report" max={progress?.of ?? 1} value={progress?.done} />
      <span className="quiet">
        {progress === undefined
          ? 'Choose a folder …'
          : `${progress.file}: ${countWord(progress.done)} of ${counted(progress.of, 'row')}`}
      </span>
      <Button onClick={onCancel} disabled={progress === undefined}>
        Cancel
      </Button>
    </div>
  );
}

function Written({ report }: { readonly report: WrittenReport }) {
  const { folder, files, manifestSha256, signedBy, leftOut } = report;
  return (
    <>
      <p>
        <strong>{counted(files.length, 'file')}</strong> in <span className="mono">{folder}</span>.{' '}
        {KEY_WORDS[signedBy]}
      </p>
      <p>
        SHA-256 of the manifest: <span className="mono report-digest">{manifestSha256}</span>
      </p>
      {leftOut.length > 0 && (
        <>
          <h3>What is not in it</h3>
          <ul className="report-left-out">
            {leftOut.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
