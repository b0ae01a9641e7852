import { useState } from 'react';

import { canRotate } from '../../shared/domain/decide-leaver';
import {
  isClosed,
  tokenOf,
  type Leaver,
  type LeaverDecision,
  type LeaverItem,
  type LeaverItemId,
} from '../../shared/domain/leaver';
import type { TokenRecord } from '../../shared/domain/token';
import { bridge } from '../bridge';
import { Button } from '../design/button';
import { useStores } from '../stores';
import { countWord } from '../words/count-words';
import type { LeaverAsking } from './leaver-asking';
import { DecisionDialog } from './decision-dialog';

interface ChecklistBarProps {
  readonly leaver: Leaver;
  readonly chosen: readonly LeaverItem[];
  readonly asking: LeaverAsking;
  readonly onSelect: (items: ReadonlySet<LeaverItemId>) => void;
  readonly onPlan: (tokens: readonly TokenRecord[]) => void;
}

/** What can be done with the lines that are selected: exactly those, all at once. */
export function ChecklistBar({ leaver, chosen, asking, onSelect, onPlan }: ChecklistBarProps) {
  const { inventory } = useStores();
  const [dialog, setDialog] = useState<'done-elsewhere' | 'not-applicable'>();
  const records = chosen.filter(canRotate).flatMap(({ subject }) => {
    const { rows } = inventory.getState();
    const token = tokenOf(subject);
    const row = token && rows.rowOf(token.ref);
    return row === undefined ? [] : [rows.recordAt(row)];
  });
  const decide = async (items: readonly LeaverItemId[], decision: LeaverDecision) => {
    const decided = await asking.ask(() =>
      bridge['leavers:decide']({ leaver: leaver.id, items: [...items], decision }),
    );
    if (decided !== undefined) onSelect(new Set());
    return decided !== undefined;
  };
  const rotate = async () => {
    const refs = new Set<string>(records.map(({ ref }) => ref));
    const items = chosen.filter(({ subject }) => refs.has(tokenOf(subject)?.ref ?? ''));
    if (
      await decide(
        items.map(({ id }) => id),
        { kind: 'to-rotate' },
      )
    )
      onPlan(records);
  };
  const ids = chosen.map(({ id }) => id);
  const open = leaver.items.filter((item) => !isClosed(item));
  const isIdle = chosen.length > 0 && !asking.isBusy;
  return (
    <footer className="foot">
      <span>{countWord(chosen.length)} selected</span>
      <Button
        look="plain"
        disabled={open.length === 0}
        onClick={() => {
          onSelect(new Set(open.map(({ id }) => id)));
        }}
      >
        Select all open ({countWord(open.length)})
      </Button>
      <span className="foot-spring" />
      <Button
        disabled={!isIdle || chosen.every(({ state }) => state.kind === 'open')}
        onClick={() => void decide(ids, { kind: 'open' })}
      >
        Undo the decision
      </Button>
      <Button
        disabled={!isIdle}
        onClick={() => {
          setDialog('not-applicable');
        }}
      >
        Not applicable …
      </Button>
      <Button
        disabled={!isIdle}
        onClick={() => {
          setDialog('done-elsewhere');
        }}
      >
        Done elsewhere …
      </Button>
      <Button
        look="primary"
        disabled={!isIdle || records.length === 0}
        title={
          isIdle && records.length === 0 ? 'None of these is a token that CircleCI lists here' : undefined
        }
        onClick={() => void rotate()}
      >
        Rotate {countWord(records.length)} …
      </Button>
      {dialog !== undefined && (
        <DecisionDialog
          kind={dialog}
          count={chosen.length}
          asking={asking}
          onDecide={(reason) => decide(ids, { kind: dialog, reason })}
          onClose={() => {
            setDialog(undefined);
          }}
        />
      )}
    </footer>
  );
}
