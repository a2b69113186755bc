import { type RefObject, useLayoutEffect, useState } from 'react';

/** How much room a table has. */
export interface Size {
  /** rem; 0 until it is known. */
  width: number;
  /** CSS pixels; 0 until it is known. */
  height: number;
}

const UNKNOWN: Size = { width: 0, height: 0 };

/** What each table last had: mostly it has the same again, and is drawn once instead of twice. */
const lastSizes = new Map<string, Size>();

function sizeOf(target: HTMLElement): Size {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return { width: target.clientWidth / rem, height: target.offsetHeight };
}

/**
 * The width of a table's frame, rem, and its height at the first drawing. 0 where that is not known.
 * @param name of the table, one for each
 */
export function useSize(
  name: string,
  frame: RefObject<HTMLElement | null>,
): { width: number; firstHeight: number } {
  const [first] = useState(() => lastSizes.get(name) ?? UNKNOWN);
  const [width, setWidth] = useState(first.width);
  useLayoutEffect(() => {
    const target = frame.current;
    if (!target) return;
    const measure = () => {
      const size = sizeOf(target);
      lastSizes.set(name, size);
      setWidth(size.width);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [name, frame]);
  return { width, firstHeight: first.height };
}
