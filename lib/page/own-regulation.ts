import { KUZBASS, type RegulationProfile } from '../regulation/profile';
import { loadRegulation, watchRegulation } from '../settings/regulation';

let profile: RegulationProfile = KUZBASS;

/** The regulation that holds now: what is cited on the page comes from here. */
export const ownRegulation = (): RegulationProfile => profile;

/** Reads the regulation; where it cannot be read, the built-in one stays. Never rejects. */
export async function readRegulation(): Promise<void> {
  try {
    profile = (await loadRegulation()).profile;
  } catch (error) {
    console.error('Свой регламент не прочитан', error);
  }
}

/**
 * Follows the regulation's changes.
 * @param onChange after each, once `ownRegulation` gives the new one
 * @returns stops it
 */
export function followRegulation(onChange: () => void): () => void {
  return watchRegulation((next) => {
    profile = next.profile;
    onChange();
  });
}
