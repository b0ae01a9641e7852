import { useEffect, useState } from 'react';

import type { RunRow } from '../../shared/domain/rotation-run';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { plain } from '../words/token-words';
import { useAct } from './row-act';
import { rowFailureSentence } from './run-words';
import { useCopy } from './use-copy';

/** Shows a value, once asked for. It is in this dialog and nowhere else, and gone with it; only a decision closes it. */
export function RevealDialog({ row, onClose }: { readonly row: RunRow; readonly onClose: () => void }) {
  const { isBusy, problem, act } = useAct();
  const { copy, wordFor } = useCopy();
  const [value, setValue] = useState<string>();
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    let isOver = false;
    void bridge['handover:reveal']({ row: row.id }).then((revealed) => {
      if (isOver) return;
      if (revealed.ok) setValue(revealed.value.value);
      else if (revealed.error.kind !== 'refused') setFailure(rowFailureSentence(revealed.error));
    });
    return () => {
      isOver = true;
      void bridge['handover:hide']({ row: row.id });
    };
  }, [row.id]);

  const decide = async (ask: Parameters<typeof act>[0]) => {
    if (await act(ask)) onClose();
  };

  return (
    <Dialog
      isSmall
      title="New value"
      subtitle={plain(row.label)}
      foot={
        <>
          <Button data-focus-first isBusy={isBusy} onClick={onClose}>
            Keep in tray
          </Button>
          <Button
            isBusy={isBusy}
            onClick={() => void decide(() => bridge['rotation:act']({ row: row.id, action: 'discard-new' }))}
          >
            Discard and delete the new token
          </Button>
          <Button
            look="primary"
            disabled={value === undefined}
            isBusy={isBusy}
            onClick={() => void decide(() => bridge['handover:stored']({ row: row.id }))}
          >
            I have stored it
          </Button>
        </>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      {failure !== undefined && <Alert>{failure}</Alert>}
      {value !== undefined && (
        <>
          <code className="value-box" aria-label="Token value">
            {value}
          </code>
          <div className="line">
            <Button isBusy={isBusy} onClick={() => void act(() => copy(row.id, 'value'))}>
              {wordFor(row.id, 'value', 'Copy')}
            </Button>
            <span className="quiet">What Rekey copies, it clears after 30 seconds.</span>
          </div>
        </>
      )}
      <p className="quiet">
        Store it where it is used, then say so: the old token then waits out its overlap, and you confirm its
        deletion. CircleCI will not show this value again.
      </p>
    </Dialog>
  );
}
