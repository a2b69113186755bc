import { createContext, useContext } from 'react';
import type { Locale, Messages } from '../../lib/i18n';
import type { RegulationProfile } from '../../lib/regulation/profile';
import type { Managed } from '../../lib/settings/managed';
import type { Regulation } from '../../lib/settings/regulation';
import type { Settings } from '../../lib/settings/settings';

/** What every screen works with. */
export interface App {
  /** As they hold: what is fixed stands over the operator's own. */
  settings: Settings;
  /** What the administrator has fixed. */
  managed: Managed;
  locale: Locale;
  messages: Messages;
  profile: RegulationProfile;
  /** The same profile with where it comes from. */
  regulation: Regulation;
  /** Stores a change; false when it could not be stored, which the operator has been told. */
  change(change: Partial<Settings>): Promise<boolean>;
}

/** Filled by `AppRoot`; null outside of it. */
export const AppContext = createContext<App | null>(null);

/** The app's settings, words and profile. Only inside `AppRoot`. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp outside of AppRoot');
  return app;
}
