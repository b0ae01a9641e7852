import { useEffect, useRef, useState } from 'react';

import { closedCount, type Leaver } from '../../shared/domain/leaver';
import { Button } from '../design/button';
import { keepPlace } from '../design/keep-place';
import { countWord } from '../words/count-words';
import { exactUtc } from '../words/date-words';
import { plain } from '../words/token-words';
import type { LeaverAsking } from './leaver-asking';
import { LeaverStanding } from './leaver-standing';
import type { LeaverWays } from './leaver-ways';
import { SignOffDialog } from './sign-off-dialog';

interface ChecklistHeadProps {
  readonly leaver: Leaver;
  readonly ways: LeaverWays;
  readonly asking: LeaverAsking;
  readonly onBack: () => void;
}

/** Whose checklist it is, how far it has come, and its end. */
export function ChecklistHead({ leaver, ways, asking, onBack }: ChecklistHeadProps) {
  const [isSigning, setSigning] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // What led here is gone by then, and what leads back will be.
  useEffect(() => {
    heading.current?.focus();
    return keepPlace;
  }, []);
  const closed = closedCount(leaver);
  const total = leaver.items.length;
  const { onReport } = ways;
  return (
    <header className="stack">
      <div className="line">
        <Button look="plain" onClick={onBack}>
          All checklists
        </Button>
        <h2 ref={heading} tabIndex={-1} className="cut">
          <bdi>{plain(leaver.person)}</bdi>
        </h2>
        <LeaverStanding leaver={leaver} />
        <span className="foot-spring" />
        {onReport !== undefined && (
          <Button
            onClick={() => {
              onReport(leaver.id);
            }}
          >
            Report …
          </Button>
        )}
        {leaver.signedOff === undefined && (
          <Button
            look="primary"
            disabled={closed < total}
            title={closed < total ? 'Close every line first' : undefined}
            onClick={() => {
              setSigning(true);
            }}
          >
            Sign off …
          </Button>
        )}
      </div>
      <div className="line">
        <progress
          className="leaver-progress"
          aria-label="Closed lines"
          max={Math.max(total, 1)}
          value={closed}
        />
        <span role="status">
          {countWord(closed)} of {countWord(total)} closed
        </span>
        <span className="quiet">
          {leaver.names.length > 1 && `also known as ${leaver.names.slice(1).map(plain).join(', ')} · `}
          {leaver.checkedAt !== undefined && `checked against the look of ${exactUtc(leaver.checkedAt)}`}
        </span>
      </div>
      {isSigning && (
        <SignOffDialog
          leaver={leaver}
          asking={asking}
          onClose={() => {
            setSigning(false);
          }}
        />
      )}
    </header>
  );
}
