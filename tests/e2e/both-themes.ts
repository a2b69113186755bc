import type { Page } from '@playwright/test';
import { expectAccessible } from './log-records';

/** As `expectAccessible`, in the dark theme and then in the light one, which stays. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
}
