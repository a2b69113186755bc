import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { entrySchema } from '../../lib/moderation/dictionary';
import { loadEntries } from '../../lib/settings/dictionary';
import { loadLastBackup } from '../../lib/settings/last-backup';
import { loadOwnReplacements } from '../../lib/settings/own-replacements';
import { loadRegulation } from '../../lib/settings/regulation';
import { DEFAULT_SETTINGS, loadSettings, settingsSchema } from '../../lib/settings/settings';
import { ownFinder } from '../../lib/style/own';

// The storage may hold anything: an older version's words, a half-written value, another hand's work.
// Nothing that is kept there may stop the watch.

const RUNS = Number(process.env.FUZZ_RUNS ?? 200);
const nonsense = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(
    fc.constantFrom(...Object.keys(DEFAULT_SETTINGS), 'entries', 'list', '__proto__'),
    fc.jsonValue({ maxDepth: 3 }),
  ),
  fc.record({ entries: fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 5 }) }),
  fc.array(
    fc.record({ was: fc.string({ unit: 'binary' }), becomes: fc.string(), why: fc.string() }),
    { maxLength: 4 },
  ),
);

beforeEach(() => fakeBrowser.reset());

test('whatever lies in the storage, settings come out that hold', async () => {
  await fc.assert(
    fc.asyncProperty(nonsense, async (stored) => {
      const keys = ['settings', 'dictionary', 'own-replacements', 'regulation', 'last-backup'];
      await browser.storage.local.set(Object.fromEntries(keys.map((key) => [key, stored])));
      const settings = await loadSettings();
      expect(settingsSchema.parse(settings)).toEqual(settings);
      for (const entry of await loadEntries()) expect(entrySchema.parse(entry)).toEqual(entry);
      const { profile } = await loadRegulation();
      expect(profile.grounds.length).toBeGreaterThan(0);
      ownFinder(await loadOwnReplacements())('В целях проведения ремонта');
      const last = await loadLastBackup();
      expect(last === null || typeof last === 'string').toBe(true);
    }),
    { numRuns: RUNS },
  );
});
