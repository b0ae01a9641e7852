import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something that a person has to know: read out at once. `warning` is for what is not wrong, but matters. */
export function Alert({
  tone = 'error',
  children,
}: {
  readonly tone?: 'error' | 'warning';
  readonly children: ReactNode;
}) {
  return (
    <div
      role={tone === 'error' ? 'alert' : 'note'}
      className={tone === 'error' ? 'alert' : 'alert alert-warning'}
    >
      <TriangleAlert size={16} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
