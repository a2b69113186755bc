import type { Registry } from './database';
import { decisionOf } from './offender-rows';
import { settleAuthors } from './projection';
import { authorKey, type LedgerEntry, PERSONAL_FIELDS } from './schema';
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
 * Blanks the personal fields of entries and of what the log tells of them; the chain covers them by the
 * salted hash alone and stays valid. Inside the caller's transaction.
 */
async function blankEntries(registry: Registry, due: readonly LedgerEntry[]): Promise<void> {
  await registry.entries.bulkPut(due.map((entry) => ({ ...entry, ...BLANK, salt: '' })));
  const rows = await registry.log.bulkGet(due.map((entry) => entry.id));
  const blank = rows.flatMap((row) => (row ? [{ ...row, ...BLANK, authorKey: '' }] : []));
  await registry.log.bulkPut(blank.map(withoutWords));
  await storeWords(registry, blank);
}

const rowsAbout = (registry: Registry, key: string) =>
  registry.log.where('[authorKey+time]').between([key, ''], [key, '\uffff']).toArray();

/**
 * Decisions by which somebody stands on the blacklist until a set day: those that still hold are kept
 * whole, or nobody could tell when they end; those that are over hold nobody there any longer.
 * @param today `YYYY-MM-DD`
 */
async function timedBans(registry: Registry, today: string) {
  const holding = new Set<string>();
  const over = new Map<string, string>();
  const listed = await registry.authors.filter(({ blacklisted }) => blacklisted).primaryKeys();
  for (const key of listed) {
    const decision = decisionOf(await rowsAbout(registry, key));
    if (decision?.until === undefined) continue;
    if (decision.until < today) over.set(decision.id, key);
    else holding.add(decision.id);
  }
  return { holding, over };
}

/**
 * Erases the personal fields of all actions before `border` (ISO 8601 UTC) from the ledger and the
 * log, and authors of whom nothing younger is left and who are not blacklisted, or were until a day that
 * has passed. Entries stay and their chain stays valid. Works in batches, so a killed worker goes on next
 * time.
 * @param today `YYYY-MM-DD`, UTC
 * @returns how many actions were blanked
 */
export async function eraseExpired(
  registry: Registry,
  border: string,
  today = new Date().toISOString().slice(0, 10),
): Promise<number> {
  const { holding, over } = await timedBans(registry, today);
  let erased = 0;
  for (;;) {
    const batch = await registry.transaction('rw', registry.tables, async () => {
      const due = await registry.entries
        .where('time')
        .below(border)
        .filter(({ salt, id }) => salt !== '' && !holding.has(id))
        .limit(BATCH)
        .toArray();
      if (due.length === 0) return 0;
      for (const { id } of due) {
        const key = over.get(id);
        if (key !== undefined) await registry.authors.update(key, { blacklisted: false });
      }
      await blankEntries(registry, due);
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

/**
 * Erases one person on request, whatever the retention: the personal fields of all actions about them and
 * of what was said of these later, the card, and the place on the blacklist. The acts themselves stay in
 * the ledger without a name, and its chain stays valid. All or nothing.
 * @param key see `authorKey`
 * @returns how many actions were blanked
 */
export function erasePerson(registry: Registry, key: string): Promise<number> {
  return registry.transaction('rw', registry.tables, async () => {
    const ids = (await rowsAbout(registry, key)).map(({ id }) => id);
    const [bases, changes] = await Promise.all([
      registry.entries.bulkGet(ids),
      registry.entries.where('refers').anyOf(ids).toArray(),
    ]);
    const all = new Map([...bases, ...changes].flatMap((one) => (one ? [[one.id, one]] : [])));
    const due = [...all.values()].filter(({ salt }) => salt !== '');
    await blankEntries(registry, due);
    await registry.authors.delete(key);
    await registry.offenders.delete(key);
    await registry.unsettled.delete(key);
    return due.length;
  });
}
