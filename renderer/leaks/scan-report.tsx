import type { FolderScan, ScanProgress } from '../../shared/domain/folder-scan';
import type { FoundId, FoundToken } from '../../shared/domain/found-token';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { useStores } from '../stores';
import { announce } from '../announce';
import { counted, countWord } from '../words/count-words';
import { plain } from '../words/token-words';
import { ScanList } from './found-list';
import { countsSentence } from './found-words';
import { SummaryLine } from './summary-line';

/** A search under way, which can be stopped; what was found until then is shown. */
export function ScanUnderWay({ files, found }: ScanProgress) {
  return (
    <div className="line">
      <progress aria-label="Files read" />
      <span role="status">
        {counted(files, 'file')} read · {counted(found, 'place')} found
      </span>
      <Button data-focus-first onClick={() => void bridge['leaks:stop-scan'](null)}>
        Stop
      </Button>
    </div>
  );
}

interface ScanReportProps {
  readonly scan: FolderScan;
  readonly found: readonly FoundToken[];
  readonly onChoose: (id: FoundId) => void;
}

/** What a folder holds, and how much of it was read. */
export function ScanReport({ scan, found, onChoose }: ScanReportProps) {
  const { app } = useStores();
  const { folder, rows, counts, notListed, wasStopped } = scan;
  const copy = async () => {
    const copied = await bridge['leaks:copy-scan'](null);
    announce(app, copied.ok ? 'Copied without values' : 'Nothing was copied');
  };
  return (
    <>
      {wasStopped && (
        <Alert tone="warning">Stopped before the end: files that were not read may hold more.</Alert>
      )}
      <SummaryLine>
        <strong>
          {plain(folder)}: {counted(found.length, 'value')} in {counted(rows.length + notListed, 'place')}
        </strong>
        <br />
        <span className="quiet">{countsSentence(counts)}</span>
      </SummaryLine>
      {notListed > 0 && (
        <Alert tone="warning">{countWord(notListed)} more places are counted, and not listed.</Alert>
      )}
      {rows.length > 0 && <ScanList rows={rows} found={found} onChoose={onChoose} />}
      {rows.length > 0 && (
        <div>
          <Button onClick={() => void copy()}>Copy as text, without values</Button>
        </div>
      )}
    </>
  );
}
