import { startTransition, useEffect, useRef, useState } from 'react';

const REST_MS = 160;
const LONGEST_MS = 1_000;

/**
 * A value once it has stopped changing for a moment, or after a second of changes: for what is costly to draw and may follow
 * a little later than what is typed.
 */
export function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState({ value });
  const changingSince = useRef<number>(undefined);
  const isSame = Object.is(value, rested.value);
  useEffect(() => {
    if (isSame) {
      changingSince.current = undefined;
      return undefined;
    }
    changingSince.current ??= performance.now();
    const left = changingSince.current + LONGEST_MS - performance.now();
    const timer = setTimeout(
      () => {
        startTransition(() => {
          setRested({ value });
        });
      },
      Math.max(0, Math.min(REST_MS, left)),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [value, isSame]);
  return rested.value;
}
