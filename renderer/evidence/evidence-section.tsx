import { LedgerPanel } from './ledger-panel';
import { ReportsPanel, type ShownIn } from './reports-panel';

interface EvidenceSectionProps {
  /** The query of the inventory; empty where it shows everything. */
  readonly filter: string;
  readonly shownIn: ShownIn;
}

/** What was done, provably, and the reports that say so. */
export function EvidenceSection({ filter, shownIn }: EvidenceSectionProps) {
  return (
    <>
      <header className="section-head">
        <h1>Evidence</h1>
      </header>
      <div className="section-scroll">
        <ReportsPanel filter={filter} shownIn={shownIn} />
        <LedgerPanel />
      </div>
    </>
  );
}
