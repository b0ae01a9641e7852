import { EmptyState } from '../design/empty-state';

/** People who leave, and what of their access is still to be closed. */
export function LeaversSection() {
  return (
    <>
      <header className="section-head">
        <h1>Leavers</h1>
      </header>
      <div className="section-scroll">
        <EmptyState title="Nobody is leaving" />
      </div>
    </>
  );
}
