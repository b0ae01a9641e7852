import { useState } from 'react';

import { isTypedAs } from '../../shared/domain/compare-text';
import { deletionWords, type RunRow } from '../../shared/domain/rotation-run';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { VirtualList } from '../design/virtual-list';
import { counted } from '../words/count-words';
import { plain, projectWord, scopeWord } from '../words/token-words';
import { scopeCounts } from './plan-words';
import type { RowOfRun } from './rotation-store';
import { useAct } from './row-act';

interface DeleteDialogProps {
  /** Of one connection; at least one. */
  readonly rows: readonly RowOfRun[];
  readonly organisation: string;
  readonly onClose: () => void;
}

const USUAL_HEIGHT = 39;

const keyOf = ({ id }: RunRow) => id;

/** The second confirmation: what is deleted, by name, and what that means. */
export function DeleteDialog({ rows, organisation, onClose }: DeleteDialogProps) {
  const { isBusy, problem, act } = useAct();
  const [typed, setTyped] = useState('');
  const tokens = rows.map(({ row }) => row);
  const wanted = deletionWords(organisation, tokens);
  const isTyped = isTypedAs(typed, wanted);
  const what = counted(rows.length, 'old token');
  const remove = async () => {
    if (!isTyped) return;
    const ids = tokens.map(({ id }) => id);
    if (await act(() => bridge['rotation:delete-old']({ rows: ids, typed }))) onClose();
  };
  const stop = () => {
    if (isBusy) void bridge['rotation:stop-deleting'](null);
    else onClose();
  };
  return (
    <Dialog
      isSmall
      title={`Delete ${what}`}
      subtitle={`${organisation} · ${scopeCounts(tokens)}`}
      onCancel={stop}
      foot={
        <>
          <Button data-focus-first onClick={stop}>
            {isBusy ? 'Stop after current' : 'Cancel'}
          </Button>
          <Button look="danger" disabled={!isTyped} isBusy={isBusy} onClick={() => void remove()}>
            Delete {what}
          </Button>
        </>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      <VirtualList
        label="Old tokens to delete"
        className="plan-rows"
        items={tokens}
        keyOf={keyOf}
        usualHeight={USUAL_HEIGHT}
      >
        {(row) => (
          <div className="plan-row delete-line">
            <span className="cut">
              <bdi>{plain(row.label)}</bdi>
            </span>
            <span>{scopeWord(row)}</span>
            <span className="mono cut">{projectWord(row)}</span>
          </div>
        )}
      </VirtualList>
      <p>
        Whatever still uses an old value stops working. CircleCI cannot bring a deleted token back. The new
        ones stay.
      </p>
      <Field
        label={`Type ${wanted} to confirm`}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void remove();
        }}
      />
    </Dialog>
  );
}
