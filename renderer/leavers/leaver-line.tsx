import { closedCount, type Leaver } from '../../shared/domain/leaver';
import { Button } from '../design/button';
import { countWord } from '../words/count-words';
import { plain } from '../words/token-words';
import { LeaverStanding } from './leaver-standing';

/** One checklist: whose, how far it has come, and how it stands. */
export function LeaverLine({ leaver, onOpen }: { readonly leaver: Leaver; readonly onOpen: () => void }) {
  const person = plain(leaver.person);
  return (
    <div className="leaver-line">
      <span className="cut" title={person}>
        <bdi>{person}</bdi>
      </span>
      <span>
        {countWord(closedCount(leaver))} of {countWord(leaver.items.length)} closed
      </span>
      <LeaverStanding leaver={leaver} />
      <Button aria-label={`Open the checklist: ${person}`} onClick={onOpen}>
        Open checklist
      </Button>
    </div>
  );
}
