import { useEffect, useState } from 'react';

const AT_THE_LATEST_MS = 1_000;

/** True from the first quiet moment on after something is drawn: what can wait is loaded then. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const handle = requestIdleCallback(
      () => {
        setIdle(true);
      },
      { timeout: AT_THE_LATEST_MS },
    );
    return () => {
      cancelIdleCallback(handle);
    };
  }, []);
  return isIdle;
}
