import type { Page } from '@playwright/test';

/**
 * Puts rows into tables of the registry as they are, without the desk that would follow them up.
 * `page` must be a page of the extension with the registry open.
 */
export async function putRows(
  page: Page,
  tables: Readonly<Record<string, readonly object[]>>,
): Promise<void> {
  await page.evaluate(async (all) => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('vakhta');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    const change = database.transaction(Object.keys(all), 'readwrite');
    for (const [table, rows] of Object.entries(all))
      for (const row of rows) change.objectStore(table).put(row);
    await new Promise<void>((done, fail) => {
      change.oncomplete = () => done();
      change.onerror = () => fail(change.error);
    });
    database.close();
  }, tables);
}
