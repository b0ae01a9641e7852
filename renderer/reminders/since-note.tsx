import type { SinceLastLook } from '../../shared/domain/reminder';
import { Button } from '../design/button';
import { sinceSentence } from './since-words';

interface SinceNoteProps {
  readonly since: SinceLastLook | undefined;
  readonly onDismiss: () => void;
}

/** A line above the inventory, until a person puts it away. */
export function SinceNote({ since, onDismiss }: SinceNoteProps) {
  const sentence = since && sinceSentence(since);
  if (sentence === undefined) return null;
  return (
    <div className="since-note spread">
      <p role="note">{sentence}</p>
      <Button look="plain" aria-label="Dismiss what changed since you last looked" onClick={onDismiss}>
        Dismiss
      </Button>
    </div>
  );
}
