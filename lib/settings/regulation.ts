import { storage } from 'wxt/utils/storage';
import { checkProfile, type ProfileFault } from '../regulation/check';
import { KUZBASS, type RegulationProfile } from '../regulation/profile';
import { loadManaged, type Managed, watchManaged } from './managed';

/** The profile in use. */
export interface Regulation {
  profile: RegulationProfile;
  /** False while it is the built-in one. */
  own: boolean;
  /** The administrator has fixed it: it can be read and not changed. */
  fixed: boolean;
  /**
   * What keeps the stored copy from being used; the built-in one stands in for it, and the copy stays
   * stored as it is. Null while all is well.
   */
  faults: readonly ProfileFault[] | null;
}

/** What holds where nothing of one's own is stored. */
export const BUILT_IN: Regulation = { profile: KUZBASS, own: false, fixed: false, faults: null };

const item = storage.defineItem<unknown>('local:regulation', { fallback: null });

function read(stored: unknown, { values }: Managed): Regulation {
  if (values.regulation)
    return { profile: values.regulation, own: true, fixed: true, faults: null };
  if (stored === null || stored === undefined) return BUILT_IN;
  const { profile, faults } = checkProfile(stored);
  return profile ? { ...BUILT_IN, profile, own: true } : { ...BUILT_IN, faults };
}

/**
 * The profile that holds: the administrator's, else the one that is stored, else the built-in one, which
 * also stands in for a stored one that cannot be used.
 */
export async function loadRegulation(): Promise<Regulation> {
  const [stored, managed] = await Promise.all([item.getValue(), loadManaged()]);
  return read(stored, managed);
}

/** Stores the region's own profile; null goes back to the built-in one. Rejects when the storage does. */
export async function storeRegulation(profile: RegulationProfile | null): Promise<void> {
  if (profile === null) await item.removeValue();
  else await item.setValue(profile);
}

/** Calls back after each change of it or of the policy, in whatever world it was made. Returns a stop. */
export function watchRegulation(onChange: (regulation: Regulation) => void): () => void {
  let stopped = false;
  const tell = (regulation: Regulation) => {
    if (!stopped) onChange(regulation);
  };
  const stops = [
    item.watch((stored) => void loadManaged().then((managed) => tell(read(stored, managed)))),
    watchManaged(() => void loadRegulation().then(tell)),
  ];
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}
