import { liveQuery } from 'dexie';
import { useSyncExternalStore } from 'react';

/** What a query came to; `failure` of one that could not be answered. */
interface Answer<Rows> {
  rows?: Rows;
  failure?: unknown;
}

/**
 * Makes the hook of a live query that goes on for as long as the page is open: for rows that nearly every
 * screen needs, so that each screen has them at its first drawing instead of reading them again. The hook
 * gives undefined until they are read first, and throws what the database answers instead of them, to the
 * screen's error boundary; whoever comes after that asks anew.
 */
export function keptQuery<Rows>(read: () => Promise<Rows>): () => Rows | undefined {
  let answer: Answer<Rows> = {};
  let running: { unsubscribe(): void } | undefined;
  const listeners = new Set<() => void>();
  const become = (next: Answer<Rows>) => {
    answer = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    running ??= liveQuery(read).subscribe({
      next: (rows) => become({ rows }),
      error: (failure) => become({ failure }),
    });
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || !('failure' in answer)) return;
      running?.unsubscribe();
      running = undefined;
      answer = {};
    };
  };
  return () => {
    const { rows, failure } = useSyncExternalStore(subscribe, () => answer);
    if (failure) throw failure;
    return rows;
  };
}
