import { memo, useState } from 'react';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { RunRow } from '../../shared/domain/rotation-run';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { plain, projectWord, scopeWord } from '../words/token-words';
import { BadgeButtons, hasBadge } from './badge-buttons';
import { DeliverDialog } from './deliver-dialog';
import { RevealDialog } from './reveal-dialog';
import { useAct } from './row-act';
import { useCopy } from './use-copy';
import { useHasVariables } from './use-delivery-places';

interface HandOverLineProps {
  readonly connection: ConnectionId;
  readonly row: RunRow;
}

/** One value that waits for a person. That it is stored can be said once it was revealed or copied, and not before. */
export const HandOverLine = memo(function HandOverLine({ connection, row }: HandOverLineProps) {
  const { isBusy, problem, act } = useAct();
  const [dialog, setDialog] = useState<'none' | 'reveal' | 'deliver'>('none');
  const { copy, wordFor } = useCopy();
  const copyWord = wordFor(row.id, 'value', 'Copy');
  const deliverWord = useHasVariables(connection) ? 'Write to a variable …' : 'Deliver to …';
  const label = plain(row.label);
  const wasSeen = row.wasRevealed === true || row.wasCopied === true;
  const close = () => {
    setDialog('none');
  };
  return (
    <>
      <div className="tray-row">
        <span className="cut" title={label}>
          <bdi>{label}</bdi>
          {row.wasRevealed === true && <span className="quiet"> · was shown</span>}
          {row.wasCopied === true && <span className="quiet"> · was copied</span>}
        </span>
        <span>{scopeWord(row)}</span>
        <span className="mono cut" title={row.project}>
          {projectWord(row)}
        </span>
        <div className="line">
          <Button
            aria-label={`Reveal: ${label}`}
            isBusy={isBusy}
            onClick={() => {
              setDialog('reveal');
            }}
          >
            Reveal
          </Button>
          <Button
            className="copy-button"
            aria-label={`${copyWord}: ${label}`}
            isBusy={isBusy}
            onClick={() => void act(() => copy(row.id, 'value'))}
          >
            {copyWord}
          </Button>
          <Button
            aria-label={`${deliverWord}: ${label}`}
            isBusy={isBusy}
            onClick={() => {
              setDialog('deliver');
            }}
          >
            {deliverWord}
          </Button>
          <Button
            look="primary"
            aria-label={`I have stored it: ${label}`}
            title={wasSeen ? undefined : 'Reveal or copy it first: nobody has seen this value yet'}
            disabled={!wasSeen}
            isBusy={isBusy}
            onClick={() => void act(() => bridge['handover:stored']({ row: row.id }))}
          >
            I have stored it
          </Button>
        </div>
      </div>
      {hasBadge(row) && <BadgeButtons row={row} isBusy={isBusy} act={act} />}
      {problem !== undefined && <Alert>{problem}</Alert>}
      {dialog === 'reveal' && <RevealDialog row={row} onClose={close} />}
      {dialog === 'deliver' && (
        <DeliverDialog title={deliverWord} connection={connection} row={row} onClose={close} />
      )}
    </>
  );
});
