import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

import { Announcer } from './announcer';
import { keepPlace } from './keep-place';

interface DialogProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly isSmall?: boolean;
  /** Called by Escape; absent where the dialog must be answered. */
  readonly onCancel?: () => void;
  readonly children: ReactNode;
  readonly foot: ReactNode;
}

/** A modal dialog: the platform's own, which traps the focus, hides the rest and gives the focus back. */
export function Dialog({ title, subtitle, isSmall = false, onCancel, children, foot }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // While it is still in the page: what is no longer there cannot give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-focus-first]')?.focus();
    return () => {
      dialog?.close();
      keepPlace();
    };
  }, []);

  return (
    <dialog
      ref={element}
      aria-labelledby={titleId}
      className={isSmall ? 'dialog dialog-small' : 'dialog'}
      onCancel={(event) => {
        event.preventDefault();
        onCancel?.();
      }}
      onKeyDown={(event) => {
        // Chromium closes a dialog at a second Escape whatever its cancel event says.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel?.();
      }}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        {subtitle !== undefined && <div className="quiet">{subtitle}</div>}
      </header>
      <div className="dialog-body stack">{children}</div>
      <footer className="dialog-foot">{foot}</footer>
      <Announcer />
    </dialog>
  );
}
