import { create } from 'zustand';
import { exportLog, type LogExport } from '../../lib/exchange/log-sheet';
import { download } from '../files/download';

/**
 * The export that runs or the last one that ended; it goes on while the operator looks at another
 * screen. States: `idle` → `running` → `done` | `stopped` | `failed` | `too-many`; a new one may start
 * from any but `running`.
 */
export type ExportState =
  | { state: 'idle' | 'stopped' | 'failed' | 'too-many' }
  | { state: 'running'; done: number; total: number }
  | { state: 'done'; fileName: string };

interface ExportStore {
  job: ExportState;
  start(order: Omit<LogExport, 'signal' | 'onProgress'>): Promise<void>;
  stop(): void;
  dismiss(): void;
}

let abort: AbortController | undefined;

/** The export of the log; one at a time. */
export const useExport = create<ExportStore>((set, get) => ({
  job: { state: 'idle' },
  async start(order) {
    if (get().job.state === 'running') return;
    const mine = new AbortController();
    abort = mine;
    const total = order.ids.length;
    set({ job: { state: 'running', done: 0, total } });
    try {
      const file = await exportLog({
        ...order,
        signal: mine.signal,
        onProgress: (done) => set({ job: { state: 'running', done, total } }),
      });
      download(file);
      set({ job: { state: 'done', fileName: file.name } });
    } catch (error) {
      if (mine.signal.aborted) set({ job: { state: 'stopped' } });
      else set({ job: { state: error instanceof RangeError ? 'too-many' : 'failed' } });
    }
  },
  stop: () => abort?.abort(),
  dismiss: () => set({ job: { state: 'idle' } }),
}));
