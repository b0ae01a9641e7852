import { useState } from 'react';

import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import type { useAct } from './row-act';

interface ReasonDialogProps {
  readonly title: string;
  readonly subtitle: string;
  readonly explanation: string;
  readonly verb: string;
  readonly ask: (reason: string) => Parameters<ReturnType<typeof useAct>['act']>[0];
  readonly acting: ReturnType<typeof useAct>;
  readonly onClose: () => void;
}

/** Asks for the reason of a decision that the ledger keeps. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, subtitle, explanation, verb, ask, acting, onClose } = props;
  const [reason, setReason] = useState('');
  const isReason = reason.trim().length >= 3;
  const decide = async () => {
    if (isReason && (await acting.act(ask(reason.trim())))) onClose();
  };
  return (
    <Dialog
      isSmall
      title={title}
      subtitle={subtitle}
      onCancel={onClose}
      foot={
        <>
          <Button data-focus-first onClick={onClose}>
            Cancel
          </Button>
          <Button look="danger" disabled={!isReason} isBusy={acting.isBusy} onClick={() => void decide()}>
            {verb}
          </Button>
        </>
      }
    >
      {acting.problem !== undefined && <Alert>{acting.problem}</Alert>}
      <p>{explanation}</p>
      <Field
        label="Reason"
        hint="It is kept in the ledger. Never type a token here."
        maxLength={500}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
    </Dialog>
  );
}
