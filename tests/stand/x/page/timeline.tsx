import { type ReactNode, useEffect, useLayoutEffect, useReducer, useRef } from 'react';

/** One row of a timeline. */
export interface Row {
  key: string;
  content: ReactNode;
  /** Kept in the page wherever it stands: an editor that somebody writes in. */
  pinned?: true;
}

/** CSS pixels above and below the window that are drawn too. */
const MARGIN = 500;
/** Height of a row that was never drawn, CSS pixels. */
const GUESS = 140;

interface Placed {
  row: Row;
  top: number;
}

/**
 * A virtual list as the network has it: only what is near the window stands in the page, each row is
 * placed absolutely, and the elements of rows that left are given to others. So the order of elements
 * is not that of the posts, and one element shows many posts in its life.
 */
export function Timeline({ rows, label }: { rows: readonly Row[]; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<string, number>());
  const pool = useRef(0);
  const [, draw] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    addEventListener('scroll', draw, { signal, passive: true });
    addEventListener('resize', draw, { signal });
    return () => life.abort();
  }, []);

  const from = scrollY - (box.current ? box.current.offsetTop : 0) - MARGIN;
  const to = from + innerHeight + 2 * MARGIN;
  let total = 0;
  let index = 0;
  const near: (Placed & { index: number })[] = [];
  const pinned: Placed[] = [];
  for (const row of rows) {
    const height = heights.current.get(row.key) ?? GUESS;
    if (row.pinned) pinned.push({ row, top: total });
    else {
      if (total + height > from && total < to) near.push({ row, top: total, index });
      index += 1;
    }
    total += height;
  }
  pool.current = Math.max(pool.current, near.length);
  const slots: (Placed | undefined)[] = Array.from({ length: pool.current });
  for (const placed of near) slots[placed.index % pool.current] = placed;
  const drawn = [...pinned, ...slots.filter((placed) => placed !== undefined)];

  useLayoutEffect(() => {
    let moved = false;
    for (const [place, { row }] of drawn.entries()) {
      const cell = box.current?.children[place];
      const height = cell instanceof HTMLElement ? cell.offsetHeight : GUESS;
      if (heights.current.get(row.key) === height) continue;
      heights.current.set(row.key, height);
      moved = true;
    }
    if (moved) draw();
  });

  return (
    <section role="region" aria-label={label}>
      <div ref={box} className="timeline" style={{ minHeight: total }}>
        {pinned.map(({ row, top }) => (
          <Cell key={row.key} row={row} top={top} />
        ))}
        {slots.map((placed, slot) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: an element belongs to its place in the pool, whatever it shows
          placed ? <Cell key={slot} row={placed.row} top={placed.top} /> : null,
        )}
      </div>
    </section>
  );
}

function Cell({ row, top }: Placed) {
  return (
    <div
      data-testid="cellInnerDiv"
      className="cell"
      style={{ transform: `translateY(${top}px)`, position: 'absolute', width: '100%' }}
    >
      {row.content}
    </div>
  );
}
