import { Button } from '../design/button';
import { Dialog } from '../design/dialog';

interface NoGroupDialogProps {
  /** The parts of the filter that stand in the way, in words. */
  readonly cannot: readonly string[];
  readonly onClose: () => void;
}

/** Says why the filter that is shown cannot be excepted, and what to do about it. */
export function NoGroupDialog({ cannot, onClose }: NoGroupDialogProps) {
  return (
    <Dialog
      isSmall
      title="This filter cannot be excepted"
      onCancel={onClose}
      foot={
        <Button data-focus-first onClick={onClose}>
          Close
        </Button>
      }
    >
      <p>
        Nothing was granted. Who is under an exception must not change by itself as time passes, so it can
        only ask for kind, scope, project, owner, label and connection, one of each. Take these parts out of
        the filter first:
      </p>
      <ul className="policy-sentences" aria-label="Parts that cannot be excepted">
        {cannot.map((words) => (
          <li key={words}>
            <bdi>{words}</bdi>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
