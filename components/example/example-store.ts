import { create } from 'zustand';
import { hasExample, loadExample, removeExample } from '../../lib/exchange/example/load';
import { isExample, openRegistry } from '../../lib/registry/database';
import { keepUp } from '../../lib/registry/upkeep';
import type { RegulationProfile } from '../../lib/regulation/profile';
import { ownAddress } from './address';

/**
 * `unknown` → `absent` | `present`; `absent` → `loading` → `present` | `failed`; `present` → `removing`
 * → `absent`. Where the example is shown, nothing else is until it is `present`.
 */
export type ExampleState =
  | { state: 'unknown' | 'absent' | 'present' | 'removing' | 'failed' }
  | { state: 'loading'; rows: number };

interface ExampleStore {
  example: ExampleState;
  /** Finds out whether an example is here. */
  look(): Promise<void>;
  /** Puts one here, instead of one that is. */
  load(profile: RegulationProfile): Promise<void>;
  /** Takes it away; a page that shows it goes back to the own registry. */
  remove(): Promise<void>;
}

/** The example of this page and what can be done with it. */
export const useExample = create<ExampleStore>((set) => ({
  example: { state: 'unknown' },

  async look() {
    const present = await hasExample();
    set({ example: { state: present ? 'present' : 'absent' } });
    // The background brings the person's own registry up to a new version; the example nobody else does.
    if (present && isExample()) await keepUp(openRegistry());
  },

  async load(profile) {
    set({ example: { state: 'loading', rows: 0 } });
    try {
      await loadExample(
        { profile, now: Date.now() },
        { onProgress: (rows) => set({ example: { state: 'loading', rows } }) },
      );
      set({ example: { state: 'present' } });
    } catch (error) {
      console.error('Пример не загружен', error);
      set({ example: { state: 'failed' } });
    }
  },

  async remove() {
    set({ example: { state: 'removing' } });
    // A query that is still running must not make the database anew.
    if (isExample()) openRegistry().close();
    await removeExample();
    if (isExample()) location.assign(ownAddress());
    else set({ example: { state: 'absent' } });
  },
}));
