import { useLayoutEffect, useState, type RefObject } from 'react';

const AT_FIRST = 1_070;

/** How many pixels wide an element is inside its scrollbar, told anew whenever it changes. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(AT_FIRST);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(current.clientWidth);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return width;
}
