import { Button } from '../../design/button';
import { countWord } from '../../words/count-words';
import type { CoverageLine } from './coverage-line';
import { hasFailed } from './outcome-words';

interface CoverageFootProps {
  readonly shown: number;
  readonly chosen: readonly CoverageLine[];
  readonly failed: readonly CoverageLine[];
  /** What is being read just now; nothing when nothing is. */
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  readonly onRetry: (lines: readonly CoverageLine[]) => void;
  readonly onDecide: (line: CoverageLine) => void;
  readonly onStop: () => void;
}

/** What is selected, what can be tried again, and how far that is. */
export function CoverageFoot({
  shown,
  chosen,
  failed,
  progress,
  onRetry,
  onDecide,
  onStop,
}: CoverageFootProps) {
  const [only, ...others] = chosen;
  const decidable = others.length === 0 && only !== undefined && hasFailed(only.outcome) ? only : undefined;
  return (
    <footer className="coverage-foot">
      <span>
        {countWord(chosen.length)} selected of {countWord(shown)} shown
      </span>
      <span className="coverage-spring" />
      {progress === undefined ? (
        <>
          {decidable !== undefined && (
            <Button
              onClick={() => {
                onDecide(decidable);
              }}
            >
              {decidable.outcome.kind === 'in-doubt' ? 'Accept the empty list…' : 'Project is gone…'}
            </Button>
          )}
          <Button
            disabled={failed.length === 0}
            onClick={() => {
              onRetry(failed);
            }}
          >
            Retry all that failed ({countWord(failed.length)})
          </Button>
          <Button
            look="primary"
            disabled={chosen.length === 0}
            onClick={() => {
              onRetry(chosen);
            }}
          >
            Retry selected ({countWord(chosen.length)})
          </Button>
        </>
      ) : (
        <>
          <progress
            className="coverage-progress"
            max={Math.max(progress.of, 1)}
            value={progress.done}
            aria-label="Projects read"
          />
          <span className="quiet">
            {progress.of === 0
              ? 'Finding projects …'
              : `${countWord(progress.done)} of ${countWord(progress.of)} projects`}
          </span>
          <Button onClick={onStop}>Stop</Button>
        </>
      )}
    </footer>
  );
}
