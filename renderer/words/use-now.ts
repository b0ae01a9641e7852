import { useEffect, useState } from 'react';

import type { Instant } from '../../shared/domain/instant';
import { useApp } from '../stores';

/** The present moment as main has it, moving on while the page stands; told anew every `everyMs`. */
export function useNow(everyMs: number): Instant {
  const start = useApp((state) => state.facts.now);
  const [now, setNow] = useState(() => start + performance.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(start + performance.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [start, everyMs]);
  return now;
}
