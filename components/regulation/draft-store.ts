import { create } from 'zustand';
import type { RegulationProfile } from '../../lib/regulation/profile';

/** Where something stands in a profile. */
export type Path = readonly (string | number)[];

interface DraftStore {
  /** The copy as it is being written, perhaps not yet a profile that may be used; null for none. */
  draft: RegulationProfile | null;
  begin(profile: RegulationProfile | null): void;
  /** Puts `value` at `path`. */
  put(path: Path, value: unknown): void;
}

/** The same tree with another value at one place. */
function withAt(tree: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(tree))
    return tree.map((one, place) => (place === key ? withAt(one, rest, value) : one));
  const known = tree as Record<string, unknown>;
  return { ...known, [key]: withAt(known[key], rest, value) };
}

/** What is being written stays while the operator looks at another screen. */
export const useRegulationDraft = create<DraftStore>((set) => ({
  draft: null,
  begin: (draft) => set({ draft }),
  put: (path, value) =>
    set(({ draft }) => ({ draft: withAt(draft, path, value) as RegulationProfile | null })),
}));
