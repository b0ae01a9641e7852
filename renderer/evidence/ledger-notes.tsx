import { headWord, type LedgerExport, type LedgerState } from '../../shared/domain/ledger-state';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { counted } from '../words/count-words';
import { keepingSentence, troubleSentence, verdictSentence, waitingSentence } from './ledger-state-words';

interface LedgerNotesProps {
  readonly state: LedgerState;
  readonly verifying: number | undefined;
  readonly verified: LedgerState | undefined;
  readonly exported: LedgerExport | undefined;
  readonly problem: string | undefined;
  readonly onStartNew: () => void;
}

/** What a person has to know of the ledger before its entries, and what came of what they asked for last. */
export function LedgerNotes(props: LedgerNotesProps) {
  const { state, verifying, verified, exported, problem, onStartNew } = props;
  const trouble = troubleSentence(state);
  const warnings = [keepingSentence(state), waitingSentence(state)].filter((one) => one !== undefined);
  return (
    <div className="ledger-notes">
      {trouble !== undefined && (
        <Alert>
          <p>{trouble}</p>
          <Button className="ledger-start" onClick={onStartNew}>
            Start a new ledger …
          </Button>
        </Alert>
      )}
      {problem !== undefined && <Alert>{problem}</Alert>}
      {warnings.map((warning) => (
        <Alert key={warning} tone="warning">
          {warning}
        </Alert>
      ))}
      {verifying !== undefined && (
        <label className="line">
          Verifying every line <progress className="ledger-progress" value={verifying} max={1} />
        </label>
      )}
      {verified !== undefined && verified.trouble === undefined && (
        <p className="selectable">
          <span className="tone-fine" aria-hidden>
            ●{' '}
          </span>
          {verdictSentence(verified)}
        </p>
      )}
      {exported !== undefined && (
        <div className="selectable">
          <p>
            Exported {counted(exported.head.entries, 'entry', 'entries')} as {exported.name}. Keep its head
            elsewhere: with it, anybody can tell whether entries are missing at the end.
          </p>
          <p className="mono ledger-head">{headWord(exported.head)}</p>
        </div>
      )}
    </div>
  );
}
