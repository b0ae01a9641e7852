import { proofFacts } from '../../shared/domain/proof-facts';
import { needsAttestation, type RunRow } from '../../shared/domain/rotation-run';
import { Button } from '../design/button';
import { plain } from '../words/token-words';

interface AttestLineProps {
  readonly row: RunRow;
  readonly isBusy: boolean;
  readonly onAttest: () => void;
}

/** What is known of a new value that nothing proves, and the way for a person to say that it works. */
export function AttestLine({ row, isBusy, onAttest }: AttestLineProps) {
  return (
    <div role="group" aria-label={`Proof of the new value: ${plain(row.label)}`} className="stack proof-line">
      {proofFacts(row).map((fact) => (
        <p key={fact} className="quiet">
          {plain(fact)}
        </p>
      ))}
      {needsAttestation(row) && (
        <div>
          <Button
            isBusy={isBusy}
            aria-label={`Attest that it works …: ${plain(row.label)}`}
            onClick={onAttest}
          >
            Attest that it works …
          </Button>
        </div>
      )}
    </div>
  );
}
