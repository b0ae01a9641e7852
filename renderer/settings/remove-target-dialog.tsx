import { useState } from 'react';

import type { DeliveryTarget } from '../../shared/domain/delivery-target';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { targetFailureSentence } from './target-words';

interface RemoveTargetDialogProps {
  readonly target: DeliveryTarget;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}

/** Asks before a place is taken out of the list. */
export function RemoveTargetDialog({ target, onRemoved, onClose }: RemoveTargetDialogProps) {
  const [problem, setProblem] = useState<string>();
  const remove = async () => {
    const removed = await bridge['delivery:remove-target']({ target: target.id });
    if (removed.ok) onRemoved();
    else setProblem(targetFailureSentence(removed.error));
  };
  return (
    <Dialog
      isSmall
      title={`Remove “${target.name}”?`}
      onCancel={onClose}
      foot={
        <>
          <Button data-focus-first onClick={onClose}>
            Cancel
          </Button>
          <Button look="danger" onClick={() => void remove()}>
            Remove this place
          </Button>
        </>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      <p>
        Plans can no longer choose it. {target.kind === 'command' ? 'The program' : 'The folder'}, and every
        value that was delivered, stay as they are.
      </p>
    </Dialog>
  );
}
