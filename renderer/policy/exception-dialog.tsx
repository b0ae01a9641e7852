import { useState } from 'react';

import { isSelfApproved } from '../../shared/domain/exception-draft';
import { longestException, type ExceptionSubject } from '../../shared/domain/policy-exception';
import { LONGEST_PERSON, LONGEST_REASON } from '../../shared/domain/policy-facts';
import { announce } from '../announce';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { useApp, useInventory, useStores } from '../stores';
import { counted } from '../words/count-words';
import { exceptionFailureSentence } from './failure-words';
import { subjectWords } from './subject-words';
import { lastDay, NOTHING_TYPED, readException, type TypedException } from './typed-exception';

interface ExceptionDialogProps {
  readonly subject: ExceptionSubject;
  /** How many tokens it is for now. */
  readonly covers: number;
  readonly onClose: () => void;
}

/** Lets a token, or a group, outlive the policy until a day: somebody answers for it, somebody agreed, and there is a reason. */
export function ExceptionDialog({ subject, covers, onClose }: ExceptionDialogProps) {
  const { app } = useStores();
  const connections = useApp((state) => state.connections);
  const { policy } = useApp((state) => state.policy);
  const now = useInventory((state) => state.now);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [problem, setProblem] = useState<string>();
  const most = longestException(policy);
  const [isBusy, setBusy] = useState(false);
  const canGrant = most !== 0 && !isBusy;
  const grant = async () => {
    const draft = readException(typed, subject, policy, now);
    setBusy(draft.ok);
    const granted = draft.ok ? await bridge['policy:grant'](draft.value) : undefined;
    setBusy(false);
    if (!draft.ok) setProblem(draft.error);
    else if (granted?.ok === false) setProblem(exceptionFailureSentence(granted.error));
    else {
      announce(app, 'The exception is granted');
      onClose();
    }
  };
  const field = (name: keyof TypedException) => ({
    value: typed[name],
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped({ ...typed, [name]: event.target.value });
    },
  });
  return (
    <Dialog
      isSmall
      title="Grant an exception"
      subtitle={<bdi>{subjectWords(subject, connections)}</bdi>}
      onCancel={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!canGrant} onClick={() => void grant()}>
            Grant this exception
          </Button>
        </>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      {most === 0 && <Alert>{exceptionFailureSentence({ kind: 'none-allowed' })}</Alert>}
      <p>
        {subject.kind === 'token'
          ? 'It is for this token only: the one that replaces it after a rotation does not inherit it.'
          : `It is for ${counted(covers, 'token')} now, and for those that will fit the filter later.`}{' '}
        It ends by itself, and can be ended before. Rekey asks you once more, in a dialog of its own.
      </p>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (canGrant) void grant();
        }}
      >
        <Field
          label="Owner"
          hint="Who answers for it."
          maxLength={LONGEST_PERSON}
          data-focus-first
          {...field('owner')}
        />
        <Field label="Approver" hint="Who agreed to it." maxLength={LONGEST_PERSON} {...field('approver')} />
        {isSelfApproved(typed) && (
          <Alert tone="warning">
            Owner and approver are the same person. It can be granted; ledger and reports show both names.
          </Alert>
        )}
        <Field
          label="Reason"
          hint="It is kept in the ledger. Never type a token here."
          maxLength={LONGEST_REASON}
          {...field('reason')}
        />
        <Field
          label="Ends on (UTC)"
          hint={`It ends when that day begins, ${counted(most, 'day')} from now at the latest.`}
          type="date"
          max={lastDay(policy, now)}
          {...field('until')}
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
