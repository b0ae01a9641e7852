import { useState } from 'react';

import type { ConnectionId } from '../../shared/domain/connection-id';
import { LONGEST_NAME } from '../../shared/domain/people';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { peopleFailureSentence } from './failure-words';
import { useAsk } from './use-ask';

interface AddPersonDialogProps {
  readonly connection: ConnectionId;
  readonly onAdded: () => Promise<void>;
  readonly onClose: () => void;
}

/** Enters somebody whom no source names. */
export function AddPersonDialog({ connection, onAdded, onClose }: AddPersonDialogProps) {
  const { isBusy, problem, ask } = useAsk(peopleFailureSentence);
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const add = async () => {
    if (name === '' || (await ask(() => bridge['people:add']({ connection, name }))) === undefined) return;
    await onAdded();
    onClose();
  };
  return (
    <Dialog
      isSmall
      title="Add a person"
      onCancel={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={name === ''} isBusy={isBusy} onClick={() => void add()}>
            Add
          </Button>
        </>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      <Field
        label="Name"
        hint="Their login at CircleCI, where you know it: it is what the audit log calls them by."
        data-focus-first
        maxLength={LONGEST_NAME}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void add();
        }}
      />
    </Dialog>
  );
}
