import type { ExceptionSubject, PolicyException } from '../../shared/domain/policy-exception';
import { EndExceptionDialog } from './end-exception-dialog';
import { ExceptionDialog } from './exception-dialog';
import { NoGroupDialog } from './no-group-dialog';

/** Which dialog of exceptions stands open. */
export type OpenExceptionDialog =
  | {
      readonly kind: 'grant';
      readonly subject: ExceptionSubject | undefined;
      readonly cannot: readonly string[];
      readonly covers: number;
    }
  | { readonly kind: 'end'; readonly exception: PolicyException };

interface ExceptionDialogsProps {
  readonly open: OpenExceptionDialog | undefined;
  readonly onClose: () => void;
}

/** The dialog that stands open, if one does: it can be asked for from several sections. */
export function ExceptionDialogs({ open, onClose }: ExceptionDialogsProps) {
  if (open === undefined) return null;
  if (open.kind === 'end') return <EndExceptionDialog exception={open.exception} onClose={onClose} />;
  const { subject, cannot, covers } = open;
  return subject === undefined ? (
    <NoGroupDialog cannot={cannot} onClose={onClose} />
  ) : (
    <ExceptionDialog subject={subject} covers={covers} onClose={onClose} />
  );
}
