import { useState } from 'react';

import {
  isClosed,
  tokenOf,
  type Leaver,
  type LeaverItem,
  type LeaverItemId,
} from '../../shared/domain/leaver';
import { Alert } from '../design/alert';
import { VirtualList } from '../design/virtual-list';
import { ChecklistBar } from './checklist-bar';
import { ChecklistHead } from './checklist-head';
import { ChecklistLine } from './checklist-line';
import { attestationWords } from './attestation-words';
import { leaverFailureSentence } from './failure-words';
import type { LeaverWays } from './leaver-ways';
import { useAsk } from './use-ask';
import { usePeople } from './use-people';

interface ChecklistProps {
  readonly leaver: Leaver;
  readonly ways: LeaverWays;
  readonly onBack: () => void;
}

const keyOf = ({ id }: LeaverItem) => id;
const USUAL_HEIGHT = 57;

/** Everything of somebody who leaves, line by line: each is closed by a proof, a note or a reason. */
export function Checklist({ leaver, ways, onBack }: ChecklistProps) {
  const asking = useAsk(leaverFailureSentence);
  const { view } = usePeople(leaver.connection);
  const attested = ({ subject }: LeaverItem) => {
    const ref = tokenOf(subject)?.isByHand === true ? tokenOf(subject)?.ref : undefined;
    return ref && attestationWords(view?.attestations.find((one) => one.ref === ref));
  };
  const [selected, setSelected] = useState<ReadonlySet<LeaverItemId>>(new Set());
  const items = inOrder(leaver.items);
  const chosen = items.filter(({ id, state }) => selected.has(id) && state.kind !== 'rotated');
  const toggle = (id: LeaverItemId) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  return (
    <>
      <div className="leavers-view">
        <ChecklistHead leaver={leaver} ways={ways} asking={asking} onBack={onBack} />
        {asking.problem !== undefined && <Alert>{asking.problem}</Alert>}
        {leaver.signedOff === undefined && leaver.earlierSignOffs.length > 0 && (
          <Alert tone="warning">
            It was signed off, and is open again: something re-appeared, or something new of theirs was found.
          </Alert>
        )}
        <VirtualList
          label="Checklist"
          className="checklist-rows"
          isReadOnly={leaver.signedOff !== undefined}
          items={items}
          keyOf={keyOf}
          usualHeight={USUAL_HEIGHT}
        >
          {(item) => (
            <ChecklistLine
              item={item}
              attested={attested(item)}
              isSelected={selected.has(item.id)}
              isFixed={leaver.signedOff !== undefined || item.state.kind === 'rotated'}
              onToggle={toggle}
            />
          )}
        </VirtualList>
      </div>
      {leaver.signedOff === undefined && (
        <ChecklistBar
          leaver={leaver}
          chosen={chosen}
          asking={asking}
          onSelect={setSelected}
          onPlan={ways.onPlan}
        />
      )}
    </>
  );
}

/** What is still open comes first; what is closed keeps its place among the closed. */
const inOrder = (items: readonly LeaverItem[]): readonly LeaverItem[] => [
  ...items.filter((item) => !isClosed(item)),
  ...items.filter(isClosed),
];
