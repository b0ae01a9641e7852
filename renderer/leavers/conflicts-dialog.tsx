import type { AuditConflict } from '../../shared/domain/audit-log';
import type { PeopleView } from '../../shared/domain/people';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { VirtualList } from '../design/virtual-list';
import { counted, countWord } from '../words/count-words';
import { plain, projectWord, shortened } from '../words/token-words';
import { conflictSentence } from './people-words';

const keyOf = ({ kind, tokens }: AuditConflict) => `${kind} ${tokens[0]?.ref ?? ''}`;
const USUAL_HEIGHT = 57;

interface ConflictsDialogProps {
  readonly view: PeopleView;
  readonly onClose: () => void;
}

/** Where the log and what is known do not tell one story: both sides, and nothing concluded. */
export function ConflictsDialog({ view: { conflicts, conflictCount }, onClose }: ConflictsDialogProps) {
  return (
    <Dialog
      title={counted(conflictCount, 'conflict')}
      subtitle="Rekey concluded nothing about these tokens: the owner stays as it was known."
      onCancel={onClose}
      foot={
        <Button data-focus-first onClick={onClose}>
          Close
        </Button>
      }
    >
      {conflictCount > conflicts.length && <p>The first {countWord(conflicts.length)} are listed.</p>}
      <VirtualList
        label="Conflicts"
        className="conflict-rows"
        isReadOnly
        items={conflicts}
        keyOf={keyOf}
        usualHeight={USUAL_HEIGHT}
      >
        {(conflict) => (
          <div className="conflict-line">
            <span className="cut">
              <bdi>{shortened(plain(conflict.label))}</bdi>
            </span>
            <span className="mono cut" title={conflict.project}>
              {projectWord(conflict)}
            </span>
            <span className="selectable">
              {conflictSentence(conflict)}{' '}
              <span className="quiet">
                {conflict.events.length === 1 ? 'Line' : 'Lines'}{' '}
                {conflict.events.map(({ line }) => countWord(line)).join(', ')}
              </span>
            </span>
          </div>
        )}
      </VirtualList>
    </Dialog>
  );
}
