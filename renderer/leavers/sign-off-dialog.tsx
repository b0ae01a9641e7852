import { useState } from 'react';

import type { Leaver } from '../../shared/domain/leaver';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { counted } from '../words/count-words';
import { plain } from '../words/token-words';
import type { LeaverAsking } from './leaver-asking';

interface SignOffDialogProps {
  readonly leaver: Leaver;
  readonly asking: LeaverAsking;
  readonly onClose: () => void;
}

/** Asks who answers for the checklist. */
export function SignOffDialog({ leaver, asking, onClose }: SignOffDialogProps) {
  const [by, setBy] = useState('');
  const sign = async () => {
    const signed = await asking.ask(() => bridge['leavers:sign-off']({ leaver: leaver.id, by: by.trim() }));
    if (signed !== undefined) onClose();
  };
  return (
    <Dialog
      isSmall
      title="Sign off"
      subtitle={plain(leaver.person)}
      onCancel={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={by.trim() === ''}
            isBusy={asking.isBusy}
            onClick={() => void sign()}
          >
            Sign off
          </Button>
        </>
      }
    >
      {asking.problem !== undefined && <Alert>{asking.problem}</Alert>}
      <p>
        All {counted(leaver.items.length, 'line')} are closed. Every later look checks them again, and what
        re-appears opens the checklist again.
      </p>
      <Field
        label="Your name"
        hint="It is kept in the ledger, with the time in UTC."
        data-focus-first
        maxLength={200}
        value={by}
        onChange={(event) => {
          setBy(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && by.trim() !== '') void sign();
        }}
      />
    </Dialog>
  );
}
