import { useEffect } from 'react';

import type { RowFailure, RowId } from '../../shared/domain/rotation-run';
import type { Refusal } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { bridge } from '../bridge';
import { useRotation, useStores } from '../stores';

type Copied = Result<{ readonly clearsAfterSeconds: number }, RowFailure | Refusal>;

/** What of a row is on the clipboard: the value, its badge as Markdown, or the bare address of the badge. */
export type CopiedForm = 'value' | 'badge' | 'badge-address';

/** The one thing that Rekey has on the clipboard, and the seconds until main clears it. */
export function useCopy() {
  const { rotation } = useStores();
  const copied = useRotation((state) => state.copied);
  const copy = async (row: RowId, form: CopiedForm): Promise<Copied> => {
    const done =
      form === 'value'
        ? await bridge['handover:copy']({ row })
        : await bridge['handover:copy-badge']({ row, form: form === 'badge' ? 'markdown' : 'address' });
    if (done.ok) rotation.setState({ copied: { row, form, seconds: done.value.clearsAfterSeconds } });
    return done;
  };
  const wordFor = (row: RowId, form: CopiedForm, verb: string) =>
    copied?.row === row && copied.form === form ? `Clears in ${String(copied.seconds)} s` : verb;
  return { copy, wordFor };
}

/** Counts down what is on the clipboard, until main says that it is gone. To be used once on the page. */
export function useCopyCountdown(): void {
  const { rotation } = useStores();
  const copied = useRotation((state) => state.copied);
  useEffect(
    () =>
      bridge['on:handover:clipboard-cleared'](() => {
        rotation.setState({ copied: undefined });
      }),
    [rotation],
  );
  useEffect(() => {
    if (copied === undefined || copied.seconds === 0) return;
    const timer = setTimeout(() => {
      rotation.setState({ copied: { ...copied, seconds: copied.seconds - 1 } });
    }, 1_000);
    return () => {
      clearTimeout(timer);
    };
  }, [rotation, copied]);
}
