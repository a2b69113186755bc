import { create } from 'zustand';
import { BadBackup } from '../../lib/exchange/backup/fault';
import {
  type BackupSource,
  type BackupSummary,
  checkBackup,
  takeBackup,
} from '../../lib/exchange/backup/take';
import { type BackupOrder, makeBackup } from '../../lib/exchange/backup/write';
import { type ChainReport, checkChains } from '../../lib/registry/chain-of';
import { openRegistry } from '../../lib/registry/database';
import { storeLastBackup } from '../../lib/settings/last-backup';
import { download } from '../files/download';
import { tellDue } from '../record/tell-due';

/** `idle` → `running` → `done` | `stopped` | `failed`; a new one may start from any but `running`. */
export type CheckState =
  | { state: 'idle' | 'stopped' | 'failed' }
  | { state: 'running'; done: number; total: number }
  | { state: 'done'; report: ChainReport };

/** As above; `kind` is what is being written. */
export type SaveState =
  | { state: 'idle' | 'stopped' | 'failed' }
  | { state: 'running'; kind: BackupOrder['kind']; done: number; total: number }
  | { state: 'done'; fileName: string };

/**
 * `idle` → `checking` → `found` → `taking` → `done`; a sealed file goes through `locked`, a bad one ends
 * in `bad`. `stopped` and `failed` keep nothing; from every state but `checking` and `taking` a file may
 * be chosen.
 */
export type RestoreState =
  | { state: 'idle' | 'stopped' | 'failed' }
  | { state: 'done'; summary: BackupSummary }
  | { state: 'locked'; file: File; wrong: boolean }
  | { state: 'bad'; error: BadBackup }
  | { state: 'checking' | 'taking'; rows: number }
  | { state: 'found'; file: File; passphrase: string | null; summary: BackupSummary };

interface SafetyStore {
  chain: CheckState;
  save: SaveState;
  restore: RestoreState;
  checkChain(): Promise<void>;
  saveCopy(
    order: Pick<BackupOrder, 'kind' | 'operator'>,
    passphrase: string | null,
    name: string,
  ): Promise<void>;
  open(file: File, passphrase: string | null): Promise<void>;
  take(): Promise<void>;
  stop(job: 'chain' | 'save' | 'restore'): void;
  forget(): void;
}

const aborts: Partial<Record<'chain' | 'save' | 'restore', AbortController>> = {};

function begin(job: 'chain' | 'save' | 'restore'): AbortSignal {
  const abort = new AbortController();
  aborts[job] = abort;
  return abort.signal;
}

/** What runs goes on while the operator looks at another screen. */
export const useSafety = create<SafetyStore>((set, get) => ({
  chain: { state: 'idle' },
  save: { state: 'idle' },
  restore: { state: 'idle' },

  async checkChain() {
    const signal = begin('chain');
    set({ chain: { state: 'running', done: 0, total: 0 } });
    try {
      const registry = openRegistry();
      const total = await registry.entries.count();
      const report = await checkChains(registry, {
        signal,
        onProgress: (done) => set({ chain: { state: 'running', done, total } }),
      });
      set({ chain: { state: 'done', report } });
    } catch {
      set({ chain: { state: signal.aborted ? 'stopped' : 'failed' } });
    }
  },

  async saveCopy({ kind, operator }, passphrase, name) {
    const signal = begin('save');
    const now = Date.now();
    set({ save: { state: 'running', kind, done: 0, total: 0 } });
    try {
      const file = await makeBackup(
        {
          registry: openRegistry(),
          kind,
          operator,
          now,
          signal,
          onProgress: (done, total) => set({ save: { state: 'running', kind, done, total } }),
        },
        passphrase,
        name,
      );
      download(file);
      if (kind === 'backup') await storeLastBackup(new Date(now).toISOString());
      set({ save: { state: 'done', fileName: file.name } });
    } catch {
      set({ save: { state: signal.aborted ? 'stopped' : 'failed' } });
    }
  },

  async open(file, passphrase) {
    const signal = begin('restore');
    set({ restore: { state: 'checking', rows: 0 } });
    const source: BackupSource = {
      file,
      passphrase,
      signal,
      onProgress: (rows) => set({ restore: { state: 'checking', rows } }),
    };
    try {
      const summary = await checkBackup(openRegistry(), source);
      set({ restore: { state: 'found', file, passphrase, summary } });
    } catch (error) {
      const locked = error instanceof BadBackup && error.fault === 'passphrase';
      if (locked) set({ restore: { state: 'locked', file, wrong: passphrase !== null } });
      else set({ restore: failure(error, signal) });
    }
  },

  async take() {
    const { restore } = get();
    if (restore.state !== 'found') return;
    const { file, passphrase } = restore;
    const signal = begin('restore');
    set({ restore: { state: 'taking', rows: 0 } });
    try {
      const summary = await takeBackup(openRegistry(), {
        file,
        passphrase,
        signal,
        onProgress: (rows) => set({ restore: { state: 'taking', rows } }),
      });
      tellDue();
      set({ restore: { state: 'done', summary } });
    } catch (error) {
      set({ restore: failure(error, signal) });
    }
  },

  stop: (job) => aborts[job]?.abort(),
  forget: () => set({ restore: { state: 'idle' } }),
}));

function failure(error: unknown, signal: AbortSignal): RestoreState {
  if (signal.aborted) return { state: 'stopped' };
  if (error instanceof BadBackup) return { state: 'bad', error };
  console.error('Копия не взята', error);
  return { state: 'failed' };
}
