import type { RunRow } from '../../shared/domain/rotation-run';
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
          <label className="line">
            <input
              type="checkbox"
              checked={item.isTicked}
              onChange={(event) =>
                void act(() =>
                  bridge['rotation:tick']({ row: row.id, item: item.id, isTicked: event.target.checked }),
                )
              }
            />
            <span>
              {item.kind === 'badge' ? 'Badge in ' : ''}
              <bdi>{plain(item.where)}</bdi> has the new value
            </span>
          </label>
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
