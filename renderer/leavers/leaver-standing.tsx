import { closedCount, dueAt, type Leaver } from '../../shared/domain/leaver';
import { exactUtc } from '../words/date-words';
import { plain } from '../words/token-words';
import { useNow } from '../words/use-now';

/** How a checklist stands: a word and a shape, and whether its day is over. */
export function LeaverStanding({ leaver }: { readonly leaver: Leaver }) {
  const now = useNow();
  const { signedOff, earlierSignOffs, items } = leaver;
  if (signedOff !== undefined)
    return (
      <span className="badge tone-fine">
        <span className="badge-shape" aria-hidden>
          ○
        </span>
        <span>
          Signed off by <bdi>{plain(signedOff.by)}</bdi>, {exactUtc(signedOff.at)}
        </span>
      </span>
    );
  const isOverdue = now > dueAt(leaver);
  const isReady = closedCount(leaver) === items.length;
  const words = isReady ? 'Ready to sign off' : earlierSignOffs.length > 0 ? 'Open again' : 'Open';
  return (
    <span className={`badge ${isOverdue ? 'tone-danger' : 'tone-warning'}`}>
      <span className="badge-shape" aria-hidden>
        {isOverdue ? '●' : '◐'}
      </span>
      {words} · {isOverdue ? 'was due' : 'due'} by {exactUtc(dueAt(leaver))}
    </span>
  );
}
