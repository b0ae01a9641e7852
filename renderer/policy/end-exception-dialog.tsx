import { useState } from 'react';

import type { PolicyException } from '../../shared/domain/policy-exception';
import { LONGEST_REASON } from '../../shared/domain/policy-facts';
import { announce } from '../announce';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { useApp, useStores } from '../stores';
import { exceptionFailureSentence } from './failure-words';
import { subjectWords } from './subject-words';

interface EndExceptionDialogProps {
  readonly exception: PolicyException;
  readonly onClose: () => void;
}

/** Asks for the reason, and ends an exception before its time. */
export function EndExceptionDialog({ exception, onClose }: EndExceptionDialogProps) {
  const { app } = useStores();
  const connections = useApp((state) => state.connections);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const isReason = reason.trim().length >= 3;
  const end = async () => {
    if (!isReason) return;
    const ended = await bridge['policy:end-exception']({ exception: exception.id, reason: reason.trim() });
    if (!ended.ok) {
      setProblem(exceptionFailureSentence(ended.error));
      return;
    }
    announce(app, 'The exception is ended');
    onClose();
  };
  return (
    <Dialog
      isSmall
      title="End this exception"
      subtitle={<bdi>{subjectWords(exception.subject, connections)}</bdi>}
      onCancel={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!isReason} onClick={() => void end()}>
            End this exception
          </Button>
        </>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      <p>From now on the policy alone says what is due. Another exception can be granted later.</p>
      <Field
        label="Reason"
        hint="It is kept in the ledger. Never type a token here."
        maxLength={LONGEST_REASON}
        value={reason}
        data-focus-first
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
    </Dialog>
  );
}
