import type { DeliveryTarget } from '../../shared/domain/delivery-target';
import { Button } from '../design/button';
import { counted } from '../words/count-words';
import { KIND_WORDS, whatItDoes } from './target-words';

interface TargetLineProps {
  readonly target: DeliveryTarget;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One place: its name, and what it runs or where it writes. */
export function TargetLine({ target, onEdit, onRemove }: TargetLineProps) {
  const what = whatItDoes(target);
  return (
    <li>
      <div className="tray-row target-line">
        <strong className="cut">{target.name}</strong>
        <span>{KIND_WORDS[target.kind]}</span>
        <span className="cut quiet" title={what}>
          <span className="mono">{what}</span>
          {target.kind === 'age-file' && ` · ${counted(target.recipients.length, 'recipient')}`}
        </span>
        <span className="line">
          <Button onClick={onEdit}>Edit</Button>
          <Button onClick={onRemove}>Remove</Button>
        </span>
      </div>
    </li>
  );
}
