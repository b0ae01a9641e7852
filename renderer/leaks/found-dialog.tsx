import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { counted } from '../words/count-words';
import { FoundCard, type ReplaceToken } from './found-card';
import { FoundList } from './found-list';
import { FoundStart } from './found-start';
import { ScanReport, ScanUnderWay } from './scan-report';
import { SummaryLine } from './summary-line';
import { useFound } from './use-found';

interface FoundDialogProps {
  readonly onReplace: ReplaceToken;
  readonly onClose: () => void;
}

/** From a token that somebody found to the plan that replaces it. */
export function FoundDialog({ onReplace, onClose }: FoundDialogProps) {
  const { finding, problem, chosen, choose, again, paste, readFile, scan, learned, forgotten } = useFound();
  const isListed = finding.step === 'listed';
  const one = isListed ? finding.found.find(({ id }) => id === chosen) : undefined;
  const hasOthers = isListed && (finding.scan !== undefined || finding.found.length > 1);
  const isStart = finding.step === 'start' || finding.step === 'reading';

  return (
    <Dialog
      title="I found a token"
      subtitle="Which token it is, whether it works, and how to replace it. The value is never written to disk."
      onCancel={onClose}
      foot={
        <>
          {one !== undefined && hasOthers && (
            <Button
              onClick={() => {
                choose(undefined);
              }}
            >
              Back to the list
            </Button>
          )}
          {isListed && <Button onClick={again}>Look at something else</Button>}
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      {isStart && (
        <FoundStart
          isBusy={finding.step === 'reading'}
          onPaste={(text) => void paste(text)}
          onFile={() => void readFile()}
          onFolder={() => void scan()}
        />
      )}
      {finding.step === 'scanning' && <ScanUnderWay {...finding.progress} />}
      {one !== undefined && (
        <FoundCard
          key={one.id}
          found={one}
          onLearned={learned}
          onForgotten={forgotten}
          onReplace={onReplace}
        />
      )}
      {isListed && one === undefined && finding.scan === undefined && (
        <>
          <SummaryLine>{counted(finding.found.length, 'value')} of a token’s form</SummaryLine>
          <FoundList found={finding.found} onChoose={choose} />
        </>
      )}
      {isListed && one === undefined && finding.scan !== undefined && (
        <ScanReport scan={finding.scan} found={finding.found} onChoose={choose} />
      )}
    </Dialog>
  );
}
