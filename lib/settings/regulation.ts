import { storage } from 'wxt/utils/storage';
import { checkProfile, type ProfileFault } from '../regulation/check';
import { KUZBASS, type RegulationProfile } from '../regulation/profile';

/** The profile in use. */
export interface Regulation {
  profile: RegulationProfile;
  /** False while it is the built-in one. */
  own: boolean;
  /**
   * What keeps the stored copy from being used; the built-in one stands in for it, and the copy stays
   * stored as it is. Null while all is well.
   */
  faults: readonly ProfileFault[] | null;
}

/** What holds where nothing of one's own is stored. */
export const BUILT_IN: Regulation = { profile: KUZBASS, own: false, faults: null };

const item = storage.defineItem<unknown>('local:regulation', { fallback: null });

function read(stored: unknown): Regulation {
  if (stored === null || stored === undefined) return BUILT_IN;
  const { profile, faults } = checkProfile(stored);
  return profile ? { profile, own: true, faults: null } : { ...BUILT_IN, faults };
}

/** The profile as stored, the built-in one where none is or it cannot be used. */
export async function loadRegulation(): Promise<Regulation> {
  return read(await item.getValue());
}

/** Stores the region's own profile; null goes back to the built-in one. Rejects when the storage does. */
export async function storeRegulation(profile: RegulationProfile | null): Promise<void> {
  if (profile === null) await item.removeValue();
  else await item.setValue(profile);
}

/** Calls back after each change, in whatever world it was made. Returns a stop. */
export function watchRegulation(onChange: (regulation: Regulation) => void): () => void {
  return item.watch((stored) => onChange(read(stored)));
}
