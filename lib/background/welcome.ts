import { browser } from 'wxt/browser';
import { askManaged } from '../settings/managed';

/** The page of the first day, in the package. */
const WELCOME = '/welcome.html';

/** Why the extension starts, as the browser tells it. */
export interface Installed {
  reason: string;
}

/**
 * Whether a person sits at this browser. A program that drives one is in nobody's first day, and a tab
 * that opens by itself would be in its way. Firefox tells by `webdriver`, which a worker of Chromium has
 * not; Chromium without a window by its name.
 */
const isAttended = ({ webdriver, userAgent }: Pick<Navigator, 'userAgent' | 'webdriver'>) =>
  webdriver !== true && !userAgent.includes('Headless');

/**
 * Opens the first-day page once, after an install by a person; never after an update, and not where the
 * administrator does not want it.
 */
export async function welcome(
  { reason }: Installed,
  here: Pick<Navigator, 'userAgent' | 'webdriver'> = navigator,
): Promise<void> {
  if (reason !== 'install' || !isAttended(here)) return;
  const { values } = await askManaged();
  if (values.firstDay === false) return;
  await browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
}
