import type { Page } from '@playwright/test';
import { expectAccessible, expectReadable } from './log-records';

/** As `expectAccessible` in the dark theme; then the colours in the light one, which stays. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectReadable(page);
}
