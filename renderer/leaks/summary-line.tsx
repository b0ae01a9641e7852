import { useEffect, useRef, type ReactNode } from 'react';

/** What was found in a line that takes the focus: what had it before is gone. */
export function SummaryLine({ children }: { readonly children: ReactNode }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    line.current?.focus();
  }, []);
  return (
    <p ref={line} tabIndex={-1}>
      {children}
    </p>
  );
}
