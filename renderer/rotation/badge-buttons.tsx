import type { RunRow } from '../../shared/domain/rotation-run';
import { Button } from '../design/button';
import { plain } from '../words/token-words';
import type { useAct } from './row-act';
import { useCopy, type CopiedForm } from './use-copy';

interface BadgeButtonsProps {
  readonly row: RunRow;
  readonly isBusy: boolean;
  readonly act: ReturnType<typeof useAct>['act'];
}

/** True for a Status token whose new value Rekey still holds: a badge with it can be made, and only as long. */
export const hasBadge = ({ newScope, project, holdsValue }: RunRow): boolean =>
  newScope === 'status' && project !== undefined && holdsValue;

/** The new badge of a Status token, to be put where the old one was. */
export function BadgeButtons({ row, isBusy, act }: BadgeButtonsProps) {
  const { copy, wordFor } = useCopy();
  const button = (form: CopiedForm, verb: string) => {
    const word = wordFor(row.id, form, verb);
    return (
      <Button
        look="plain"
        className="copy-button"
        aria-label={`${word}: ${plain(row.label)}`}
        isBusy={isBusy}
        onClick={() => void act(() => copy(row.id, form))}
      >
        {word}
      </Button>
    );
  };
  return (
    <div className="badge-line line">
      <span className="quiet">Its badge, with the new value in it:</span>
      {button('badge', 'Copy badge')}
      {button('badge-address', 'Copy badge address')}
    </div>
  );
}
