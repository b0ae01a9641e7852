import { startTransition, useEffect, useState } from 'react';

/**
 * True a moment after something is first wanted, for what takes long to draw: React draws it in pieces then, between which the page
 * answers. What is wanted from the start is drawn at once.
 */
export function useLater(isWanted: boolean): boolean {
  const [isDue, setDue] = useState(isWanted);
  useEffect(() => {
    if (isWanted)
      startTransition(() => {
        setDue(true);
      });
  }, [isWanted]);
  return isWanted && isDue;
}
