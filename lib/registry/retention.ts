import type { Registry } from './database';
import { settleAuthors } from './projection';
import { authorKey, PERSONAL_FIELDS } from './schema';
import { storeWords, withoutWords } from './words';

const BLANK = Object.fromEntries(PERSONAL_FIELDS.map((field) => [field, ''])) as Record<
  (typeof PERSONAL_FIELDS)[number],
  ''
>;
const BATCH = 500;

/**
 * The moment before which personal data are erased.
 * @param now milliseconds since the epoch
 * @param months as set; calendar months, UTC
 * @returns ISO 8601 UTC
 */
export function retentionBorder(now: number, months: number): string {
  const border = new Date(now);
  border.setUTCMonth(border.getUTCMonth() - months);
  return border.toISOString();
}

/**
 * Erases the personal fields of all actions before `border` (ISO 8601 UTC) from the ledger and the
 * log, and authors of whom nothing younger is left and who are not blacklisted. Entries stay and their
 * chain stays valid. Works in batches, so a killed worker goes on next time.
 * @returns how many actions were blanked
 */
export async function eraseExpired(registry: Registry, border: string): Promise<number> {
  let erased = 0;
  for (;;) {
    const batch = await registry.transaction('rw', registry.tables, async () => {
      const due = await registry.entries
        .where('time')
        .below(border)
        .filter((entry) => entry.salt !== '')
        .limit(BATCH)
        .toArray();
      if (due.length === 0) return 0;
      await registry.entries.bulkPut(due.map((entry) => ({ ...entry, ...BLANK, salt: '' })));
      const rows = await registry.log.bulkGet(due.map((entry) => entry.id));
      const blank = rows.flatMap((row) => (row ? [{ ...row, ...BLANK, authorKey: '' }] : []));
      await registry.log.bulkPut(blank.map(withoutWords));
      await storeWords(registry, blank);
      await settleAuthors(
        registry,
        due.map(({ network, authorUrl }) => authorKey(network, authorUrl)),
      );
      return due.length;
    });
    erased += batch;
    if (batch < BATCH) break;
  }
  const gone = await registry.authors
    .where('lastTime')
    .below(border)
    .filter((author) => !author.blacklisted)
    .primaryKeys();
  await registry.offenders.bulkDelete(gone);
  await registry.authors.bulkDelete(gone);
  return erased;
}
