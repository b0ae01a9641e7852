import type { DeliveryTarget } from '../../shared/domain/delivery-target';
import { CommandDialog } from './command-dialog';
import { FolderDialog } from './folder-dialog';
import { RemoveTargetDialog } from './remove-target-dialog';

/** Which dialog of the places stands open. */
export type OpenDialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'add'; readonly what: DeliveryTarget['kind'] }
  | { readonly kind: 'edit' | 'remove'; readonly target: DeliveryTarget };

export const NO_DIALOG: OpenDialog = { kind: 'none' };

interface TargetDialogsProps {
  readonly open: OpenDialog;
  readonly onKept: (kept: DeliveryTarget) => void;
  readonly onRemoved: (removed: DeliveryTarget) => void;
  readonly onClose: () => void;
}

/** The dialog that stands open, if one does. */
export function TargetDialogs({ open, onKept, onRemoved, onClose }: TargetDialogsProps) {
  const ways = { onKept, onClose };
  if (open.kind === 'none') return null;
  if (open.kind === 'add') {
    return open.what === 'command' ? <CommandDialog {...ways} /> : <FolderDialog {...ways} />;
  }
  const { target } = open;
  if (open.kind === 'remove') {
    const removed = () => {
      onRemoved(target);
    };
    return <RemoveTargetDialog target={target} onRemoved={removed} onClose={onClose} />;
  }
  return target.kind === 'command' ? (
    <CommandDialog command={target} {...ways} />
  ) : (
    <FolderDialog folder={target} {...ways} />
  );
}
