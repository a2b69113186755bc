import { useEffect, useState } from 'react';
import type { PanelView } from '../../lib/messages/panel';
import { practise } from '../../lib/page/practice';
import type { OutboxRecord } from '../../lib/registry/schema';

/** What has been done in practice. It lives here alone and goes with the page. */
export interface PracticeState {
  records: readonly OutboxRecord[];
  /** The draft as it was last judged; null while no editor has been entered. */
  draft: PanelView['draft'];
  /** The practice did not start. */
  failed: boolean;
}

const NOTHING: PracticeState = { records: [], draft: null, failed: false };

/** Runs Vakhta on this very page while the component stands. */
export function usePractice(): PracticeState {
  const [state, setState] = useState(NOTHING);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    practise(
      {
        record: (record) =>
          setState((known) => ({ ...known, records: [...known.records, record] })),
        onDraft: (draft) => setState((known) => ({ ...known, draft: draft ?? known.draft })),
      },
      signal,
    ).catch((error: unknown) => {
      console.error('Тренировка не началась', error);
      if (!signal.aborted) setState((known) => ({ ...known, failed: true }));
    });
    return () => ending.abort();
  }, []);
  return state;
}
