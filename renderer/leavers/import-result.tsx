import { MOST_ERRORS_TOLD, type ImportReport, type LineError } from '../../shared/domain/import-report';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { VirtualList } from '../design/virtual-list';
import { counted, countWord } from '../words/count-words';
import { plain, shortened } from '../words/token-words';
import { logSentence, PROBLEM_WORDS } from './import-words';
import type { Imported } from './use-imports';

const keyOf = ({ line }: LineError) => String(line);
const USUAL_HEIGHT = 24;

interface ImportResultProps {
  readonly result: Imported;
  readonly onClose: () => void;
}

/** What a file brought, and each line of it that brought nothing because something is wrong with it. */
export function ImportResult({ result, onClose }: ImportResultProps) {
  const report = result.kind === 'log' ? result.log.report : result.report;
  return (
    <section className="panel" aria-label="Imported">
      <header className="panel-head">
        <div role="status" className="import-words">
          <strong>
            <bdi>{shortened(plain(report.file), 80)}</bdi>
          </strong>{' '}
          {result.kind === 'log' ? logSentence(result.log) : `${counted(report.taken, 'line')} taken.`}
        </div>
        <Button look="plain" onClick={onClose}>
          Close
        </Button>
      </header>
      {(report.encoding === 'latin-1' || report.refused > 0) && (
        <div className="import-notes">
          {report.encoding === 'latin-1' && (
            <Alert tone="warning">
              This file is no UTF-8 and was read as Latin-1: look whether names and labels with accents are
              right.
            </Alert>
          )}
          {report.refused > 0 && <Errors report={report} />}
        </div>
      )}
    </section>
  );
}

function Errors({ report: { refused, errors } }: { readonly report: ImportReport }) {
  return (
    <>
      <Alert tone="warning">
        {counted(refused, 'line')} could not be taken; all others were.
        {refused > MOST_ERRORS_TOLD && ` The first ${countWord(MOST_ERRORS_TOLD)} are listed.`}
      </Alert>
      <VirtualList
        label="Lines that could not be taken"
        className="error-rows"
        isReadOnly
        items={errors}
        keyOf={keyOf}
        usualHeight={USUAL_HEIGHT}
      >
        {({ line, problem }) => (
          <div className="error-line">
            <span>Line {countWord(line)}</span>
            <span>{PROBLEM_WORDS[problem]}</span>
          </div>
        )}
      </VirtualList>
    </>
  );
}
