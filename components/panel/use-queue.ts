import { useMemo } from 'react';
import type { CommentView, PanelView } from '../../lib/messages/panel';
import { usePanel } from './panel-store';
import { countsOf, currentOf, grouped, ordered, passes, type QueueRow, stopsOf } from './queue';

export interface Queue {
  /** Waiting comments, most certain first, whatever the filter. */
  waiting: CommentView[];
  done: CommentView[];
  /** What passes the filter, alike ones together. */
  rows: QueueRow[];
  stops: CommentView[];
  current: CommentView | null;
  counts: ReturnType<typeof countsOf>;
}

/** The page's queue as the operator wants to see it. */
export function useQueue(view: PanelView): Queue {
  const { criteria, strengths, search, openGroups } = usePanel();
  return useMemo(() => {
    const all = ordered(view.queue);
    const waiting = all.filter(({ done }) => done === null);
    const shown = waiting.filter((item) => passes(item, { criteria, strengths, search }));
    const rows = grouped(shown);
    const current = currentOf(all, shown, view.current);
    const open = new Set(openGroups);
    for (const row of rows)
      if (row.type === 'group' && row.items.slice(1).some(({ key }) => key === current?.key))
        open.add(row.id);
    return {
      waiting,
      done: all.filter(({ done }) => done !== null),
      rows,
      stops: stopsOf(rows, open),
      current,
      counts: countsOf(waiting),
    };
  }, [view.queue, view.current, criteria, strengths, search, openGroups]);
}
