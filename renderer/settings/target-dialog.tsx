import type { ReactNode } from 'react';

import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';

interface TargetDialogProps {
  readonly title: string;
  readonly subtitle: string;
  readonly problem: string | undefined;
  readonly isAsking: boolean;
  readonly onKeep: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The frame of both dialogs: the sentence about what is wrong, which stays in view above the fields, and the way out below them. */
export function TargetDialog(props: TargetDialogProps) {
  const { title, subtitle, problem, isAsking, onKeep, onClose, children } = props;
  return (
    <Dialog
      isSmall
      title={title}
      subtitle={subtitle}
      onCancel={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={isAsking} onClick={onKeep}>
            {isAsking ? 'Asking you …' : 'Keep …'}
          </Button>
        </>
      }
    >
      <div className="dialog-problem">{problem !== undefined && <Alert>{problem}</Alert>}</div>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isAsking) onKeep();
        }}
      >
        {children}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
