import type { RegulationProfile } from '../../regulation/profile';
import type { Draw } from './draw';

/** How much there is of everything. */
export interface Size {
  bodies: number;
  accounts: number;
  /** Weeks of publications up to the present one. */
  weeks: number;
  /** Publications a week that an account of middling zeal makes; the profile's norm where absent. */
  pace?: number;
  actions: number;
  /** Days over which the actions are spread, the present one included. */
  actionDays: number;
  authors: number;
}

/** What fills every screen and is made in a second or two. */
export const FILLED: Size = {
  bodies: 24,
  accounts: 46,
  weeks: 14,
  actions: 2_400,
  actionDays: 100,
  authors: 240,
};

/** What everything of one example is made from. */
export interface World {
  draw: Draw;
  profile: RegulationProfile;
  /** The present, milliseconds since the epoch. */
  now: number;
  /** Day of the region, `YYYY-MM-DD`. */
  today: string;
  /** When the registry was begun, milliseconds since the epoch. */
  since: number;
}
