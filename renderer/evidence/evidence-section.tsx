import { LedgerPanel } from './ledger-panel';

/** What was done, provably, and the reports that say so. */
export function EvidenceSection() {
  return (
    <>
      <header className="section-head">
        <h1>Evidence</h1>
      </header>
      <div className="section-scroll">
        <LedgerPanel />
      </div>
    </>
  );
}
