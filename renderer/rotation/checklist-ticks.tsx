import { useState } from 'react';

import type { ChecklistItem, RowId, RunRow } from '../../shared/domain/rotation-run';
import { bridge } from '../bridge';
import { Button } from '../design/button';
import { plain } from '../words/token-words';
import type { useAct } from './row-act';

interface ChecklistTicksProps {
  readonly row: RunRow;
  readonly open: number;
  readonly act: ReturnType<typeof useAct>['act'];
  readonly onOverride: () => void;
}

/** Where a person puts the new value by hand, to be ticked off; or overridden, with a reason. */
export function ChecklistTicks({ row, open, act, onOverride }: ChecklistTicksProps) {
  return (
    <ul className="checklist" aria-label={`Places to change by hand: ${plain(row.label)}`}>
      {row.checklist.map((item) => (
        <li key={item.id}>
          <Tick row={row.id} item={item} act={act} />
        </li>
      ))}
      {open > 0 && (
        <li>
          <Button
            look="plain"
            aria-label={`Override the checklist …: ${plain(row.label)}`}
            onClick={onOverride}
          >
            Override the checklist …
          </Button>
        </li>
      )}
    </ul>
  );
}

interface TickProps extends Pick<ChecklistTicksProps, 'act'> {
  readonly row: RowId;
  readonly item: ChecklistItem;
}

/** One place. It shows what was pressed at once, and what is written down where that did not work. */
function Tick({ row, item, act }: TickProps) {
  const [pressed, setPressed] = useState<boolean>();
  const tick = async (isTicked: boolean) => {
    setPressed(isTicked);
    const isDone = await act(() => bridge['rotation:tick']({ row, item: item.id, isTicked }));
    if (!isDone) setPressed(undefined);
  };
  return (
    <label className="line">
      <input
        type="checkbox"
        className="checkbox"
        checked={pressed ?? item.isTicked}
        onChange={(event) => void tick(event.target.checked)}
      />
      <span>
        {item.kind === 'badge' ? 'Badge in ' : ''}
        <bdi>{plain(item.where)}</bdi> has the new value
      </span>
    </label>
  );
}
