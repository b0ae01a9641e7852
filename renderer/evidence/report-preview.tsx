import type { ReportPreview as Preview } from '../../shared/domain/report-request';
import { Alert } from '../design/alert';
import { counted, countWord } from '../words/count-words';
import { coverageWord } from '../words/coverage-words';
import { plain } from '../words/token-words';
import { KEY_WORDS, reconciledWord } from './report-words';
import type { Previewed } from './use-preview';

/** What the report will carry, before anything is written. */
export function ReportPreview({ previewed }: { readonly previewed: Previewed }) {
  return (
    <section
      className="report-preview"
      aria-label="What the report will carry"
      aria-busy={previewed.kind === 'asking'}
    >
      {previewed.kind === 'asking' && <p className="quiet">Counting …</p>}
      {previewed.kind === 'failed' && <Alert>{previewed.why}</Alert>}
      {previewed.kind === 'known' && <Known preview={previewed.preview} />}
    </section>
  );
}

function Known({ preview }: { readonly preview: Preview }) {
  const { title, verdict, coverage, unread, totals, sections, isReconciled, signedBy } = preview;
  return (
    <>
      <h3>{title}</h3>
      <p className="report-facts">
        <span className={coverage.isComplete ? 'tone-fine' : 'tone-warning'}>{coverageWord(coverage)}</span>
        <span className={isReconciled ? 'tone-fine' : 'tone-danger'}>{reconciledWord(preview)}</span>
        {unread.length > 0 && <span className="tone-warning">{counted(unread.length, 'list')} not read</span>}
      </p>
      <p className="selectable">{plain(verdict.sentence)}</p>
      <table className="report-totals">
        <caption className="visually-hidden">Totals of the report, counted twice</caption>
        <thead>
          <tr>
            <th scope="col">Total</th>
            <th scope="col">At source</th>
            <th scope="col">In the report</th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ what, atSource, inReport }) => (
            <tr key={what} className={atSource === inReport ? undefined : 'tone-danger'}>
              <th scope="row">{what}</th>
              <td>{countWord(atSource)}</td>
              <td>{countWord(inReport)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        Tables: {sections.map((section) => `${section.title} (${countWord(section.rows)})`).join(', ')}.{' '}
        {KEY_WORDS[signedBy]}
      </p>
    </>
  );
}
