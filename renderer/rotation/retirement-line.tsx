import { memo, useState } from 'react';

import { proofFacts } from '../../shared/domain/proof-facts';
import {
  isBlocked,
  needsAttestation,
  openItems,
  type RowId,
  type RunRow,
} from '../../shared/domain/rotation-run';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { exactUtc } from '../words/date-words';
import { plain, projectWord, scopeWord } from '../words/token-words';
import { AttestLine } from './attest-line';
import { BadgeButtons, hasBadge } from './badge-buttons';
import { ChecklistTicks } from './checklist-ticks';
import { ReasonDialog } from './reason-dialog';
import { useAct } from './row-act';

interface RetirementLineProps {
  readonly row: RunRow;
  /** How much of the overlap is left, in words; absent where it is over. */
  readonly left: string | undefined;
  readonly onDelete: (row: RowId) => void;
}

const LONGER_HOURS = 24;

/** One old token that waits: when its overlap ends, what still stands in the way, and what can be done. */
export const RetirementLine = memo(function RetirementLine({ row, left, onDelete }: RetirementLineProps) {
  const acting = useAct();
  const { isBusy, problem, act } = acting;
  const [dialog, setDialog] = useState<'none' | 'keep' | 'override' | 'attest'>('none');
  const label = plain(row.label);
  const open = openItems(row);
  const close = () => {
    setDialog('none');
  };
  return (
    <>
      <div className="tray-row tray-row-old">
        <span className="cut" title={label}>
          <bdi>{label}</bdi>
        </span>
        <span>{scopeWord(row)}</span>
        <span className="mono cut" title={row.project}>
          {projectWord(row)}
        </span>
        <span className="quiet tray-when" title={row.until === undefined ? undefined : exactUtc(row.until)}>
          {left === undefined
            ? needsAttestation(row)
              ? 'To be attested'
              : 'Can be deleted'
            : `${left} left`}
        </span>
        <div className="line">
          <Button
            disabled={isBlocked(row)}
            isBusy={isBusy}
            title={blockedTitle(row)}
            aria-label={`Delete now: ${label}`}
            onClick={() => {
              onDelete(row.id);
            }}
          >
            Delete now
          </Button>
          <Button
            isBusy={isBusy}
            aria-label={`Keep longer: ${label}`}
            title="24 hours more"
            onClick={() =>
              void act(() => bridge['rotation:keep-longer']({ rows: [row.id], hours: LONGER_HOURS }))
            }
          >
            Keep longer
          </Button>
          <Button
            isBusy={isBusy}
            aria-label={`Do not delete …: ${label}`}
            onClick={() => {
              setDialog('keep');
            }}
          >
            Do not delete …
          </Button>
        </div>
      </div>
      {hasBadge(row) && <BadgeButtons row={row} isBusy={isBusy} act={act} />}
      {problem !== undefined && dialog === 'none' && <Alert>{problem}</Alert>}
      {proofFacts(row).length > 0 && (
        <AttestLine
          row={row}
          isBusy={isBusy}
          onAttest={() => {
            setDialog('attest');
          }}
        />
      )}
      {row.checklist.length > 0 && row.overrideReason === undefined && (
        <ChecklistTicks
          row={row}
          open={open}
          act={act}
          onOverride={() => {
            setDialog('override');
          }}
        />
      )}
      {dialog === 'keep' && (
        <ReasonDialog
          title="Keep the old token"
          subtitle={label}
          explanation="The old token stays and goes on working beside the new one. This rotation ends here."
          verb="Keep the old token"
          ask={(reason) => () => bridge['rotation:cancel-retirement']({ row: row.id, reason })}
          acting={acting}
          onClose={close}
        />
      )}
      {dialog === 'attest' && (
        <ReasonDialog
          title="Attest that the new value works"
          subtitle={label}
          explanation="The old token still works, and nothing is deleted by this. Say how you know that the new value works where it is used, for example a pipeline that ran with it. Rekey cannot prove it, so the ledger will say that it rests on your word."
          verb="Attest that it works"
          ask={(reason) => () => bridge['rotation:attest']({ rows: [row.id], reason })}
          acting={acting}
          onClose={close}
        />
      )}
      {dialog === 'override' && (
        <ReasonDialog
          title="Delete without the checklist"
          subtitle={label}
          explanation="Places that still use the old value will stop working when it is deleted. The deletion itself is confirmed after this."
          verb="Override the checklist"
          ask={(reason) => () => bridge['rotation:override']({ row: row.id, reason })}
          acting={acting}
          onClose={close}
        />
      )}
    </>
  );
});

function blockedTitle(row: RunRow): string | undefined {
  if (openItems(row) > 0) return 'Tick off every place first, or override the checklist';
  return needsAttestation(row) ? 'Attest first that the new value works' : undefined;
}
