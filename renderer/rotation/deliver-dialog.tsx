import { useState } from 'react';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Destination } from '../../shared/domain/destination';
import type { RunRow } from '../../shared/domain/rotation-run';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { plain } from '../words/token-words';
import { DestinationEditor } from './destination-editor';
import { useAct } from './row-act';

interface DeliverDialogProps {
  readonly title: string;
  readonly connection: ConnectionId;
  readonly row: RunRow;
  readonly onClose: () => void;
}

/** Chooses places for a value that waits in the tray, and has main deliver it there and prove it. */
export function DeliverDialog({ title, connection, row, onClose }: DeliverDialogProps) {
  const { isBusy, problem, act } = useAct();
  const [destinations, setDestinations] = useState<readonly Destination[]>([]);
  const deliver = async () => {
    const isDone = await act(() =>
      bridge['handover:deliver']({ row: row.id, destinations: [...destinations] }),
    );
    if (isDone) onClose();
  };
  return (
    <Dialog
      isSmall
      title={title.replace(/ …$/, '')}
      subtitle={plain(row.label)}
      onCancel={onClose}
      foot={
        <>
          <Button data-focus-first onClick={onClose}>
            Cancel
          </Button>
          <Button
            look="primary"
            disabled={destinations.length === 0}
            isBusy={isBusy}
            onClick={() => void deliver()}
          >
            Write and prove
          </Button>
        </>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      <DestinationEditor
        connection={connection}
        {...(row.project !== undefined && { project: row.project })}
        destinations={destinations}
        onChange={setDestinations}
      />
    </Dialog>
  );
}
