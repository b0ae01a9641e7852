import { useState } from 'react';

import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { counted } from '../words/count-words';
import type { LeaverAsking } from './leaver-asking';

interface DecisionDialogProps {
  readonly kind: 'done-elsewhere' | 'not-applicable';
  readonly count: number;
  readonly asking: LeaverAsking;
  readonly onDecide: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

const WORDS = {
  'done-elsewhere': {
    title: 'Done elsewhere',
    explanation:
      'Rekey does nothing at CircleCI. The next look checks it: a token that is still there opens its line again.',
    label: 'Note',
  },
  'not-applicable': {
    title: 'Not applicable',
    explanation: 'What is closed like this stays closed for this person: no later look opens it again.',
    label: 'Reason',
  },
} as const;

const SHORTEST = 3;

/** Asks for the note or the reason that closes lines of a checklist. */
export function DecisionDialog({ kind, count, asking, onDecide, onClose }: DecisionDialogProps) {
  const [reason, setReason] = useState('');
  const { title, explanation, label } = WORDS[kind];
  const isReady = reason.trim().length >= SHORTEST && !asking.isBusy;
  const decide = async () => {
    if (isReady && (await onDecide(reason.trim()))) onClose();
  };
  return (
    <Dialog
      isSmall
      title={title}
      subtitle={counted(count, 'line')}
      onCancel={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!isReady} onClick={() => void decide()}>
            Close {counted(count, 'line')}
          </Button>
        </>
      }
    >
      {asking.problem !== undefined && <Alert>{asking.problem}</Alert>}
      <p>{explanation}</p>
      <Field
        label={label}
        hint="It is kept in the ledger and in the report. Never type a token here."
        data-focus-first
        maxLength={500}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void decide();
        }}
      />
    </Dialog>
  );
}
