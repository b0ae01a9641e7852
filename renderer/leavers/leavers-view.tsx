import { useState } from 'react';

import type { ConnectionFacts } from '../../shared/domain/connection';
import type { Leaver, LeaverId } from '../../shared/domain/leaver';
import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import { VirtualList } from '../design/virtual-list';
import { Checklist } from './checklist';
import { ChoosePersonDialog } from './choose-person-dialog';
import { LeaverLine } from './leaver-line';
import type { LeaverWays } from './leaver-ways';

interface LeaversViewProps {
  readonly connection: ConnectionFacts;
  readonly leavers: readonly Leaver[];
  readonly opened: LeaverId | undefined;
  readonly onOpen: (leaver: LeaverId | undefined) => void;
  readonly ways: LeaverWays;
}

const keyOf = ({ id }: Leaver) => id;
const USUAL_HEIGHT = 45;

/** Everybody who leaves or has left, and the checklist that is opened. */
export function LeaversView({ connection, leavers, opened, onOpen, ways }: LeaversViewProps) {
  const [isChoosing, setChoosing] = useState(false);
  const leaver = leavers.find(({ id }) => id === opened);
  const choose = (
    <Button
      look="primary"
      onClick={() => {
        setChoosing(true);
      }}
    >
      Choose who leaves …
    </Button>
  );
  return (
    <>
      {leaver !== undefined && (
        <Checklist
          key={leaver.id}
          leaver={leaver}
          ways={ways}
          onBack={() => {
            onOpen(undefined);
          }}
        />
      )}
      {leaver === undefined && leavers.length === 0 && (
        <EmptyState title="Nobody is leaving">
          <p className="quiet">
            Choose somebody, and Rekey makes a checklist of what they had: their tokens, what they made, what
            they could read, and what nobody can know.
          </p>
          {choose}
        </EmptyState>
      )}
      {leaver === undefined && leavers.length > 0 && (
        <div className="leavers-view">
          <div className="spread">
            <p className="quiet">
              A checklist is due on the day it is opened (UTC), and every look checks it again.
            </p>
            {choose}
          </div>
          <VirtualList
            label="Checklists"
            className="leavers-rows"
            items={leavers}
            keyOf={keyOf}
            usualHeight={USUAL_HEIGHT}
          >
            {(one) => (
              <LeaverLine
                leaver={one}
                onOpen={() => {
                  onOpen(one.id);
                }}
              />
            )}
          </VirtualList>
        </div>
      )}
      {isChoosing && (
        <ChoosePersonDialog
          connection={connection}
          onChosen={(id) => {
            setChoosing(false);
            onOpen(id);
          }}
          onClose={() => {
            setChoosing(false);
          }}
        />
      )}
    </>
  );
}
