import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BadBackup } from '../../lib/exchange/backup/fault';
import { takeBackup } from '../../lib/exchange/backup/take';
import { readDictionaryFile } from '../../lib/exchange/dictionary-file';
import { entrySchema } from '../../lib/moderation/dictionary';
import { Registry } from '../../lib/registry/database';
import { COPIED_TABLES } from '../../lib/registry/rows';
import { actionWith } from '../registry/records';

// Files that somebody may hand in: nearly right ones, which get further than noise does.

const RUNS = Number(process.env.FUZZ_RUNS ?? 40);

const header = {
  vakhta: 'backup',
  format: 1,
  rows: 2,
  device: '01900000-0000-7000-8000-000000000001',
  made: '2026-11-24T09:00:00.000Z',
  operator: 'Оксана',
};
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>('', '__proto__', -1, 1e308, 'a'.repeat(64), [], {}),
);
const backupLine = fc.oneof(
  fc.constant(JSON.stringify(header)),
  fc
    .record({ t: fc.constantFrom<string>(...COPIED_TABLES, '__proto__', 'log'), r: value })
    .map((row) => JSON.stringify(row)),
  fc
    .dictionary(fc.constantFrom(...Object.keys(actionWith()), 'seq', 'hash', 'prev'), value)
    .map((change) => JSON.stringify({ t: 'entries', r: { ...actionWith(), ...change } })),
  fc
    .dictionary(
      fc.constantFrom('block', 'end', 'hash', 'lines', 'counts', 'key', 'signature'),
      value,
    )
    .map((line) => JSON.stringify(line)),
  fc.constantFrom('', '{', 'null', '[]', '"', '{"__proto__":{"t":"entries"}}', '\ud800'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

test('a file that is nearly a copy is refused with its reason and changes nothing', async () => {
  const registry = new Registry('fuzz');
  await fc.assert(
    fc.asyncProperty(
      fc.array(backupLine, { maxLength: 8 }),
      fc.boolean(),
      async (lines, headed) => {
        const text = (headed ? [JSON.stringify(header), ...lines] : lines).join('\n');
        const taking = takeBackup(registry, {
          file: new Blob([text]),
          passphrase: null,
          signal: new AbortController().signal,
          onProgress: () => undefined,
        });
        await expect(taking).rejects.toThrow(BadBackup);
        for (const name of [...COPIED_TABLES, 'log'])
          expect(await registry.table(name).count()).toBe(0);
      },
    ),
    { numRuns: RUNS },
  );
  registry.close();
});

test('a file that is nearly a dictionary gives entries that hold, or its faults', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'phrase',
      'exception',
      'фраза',
      'исключение',
      'вид',
      '=1+1',
      '"',
      '""',
      'insult',
      'certain',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const table = fc
    .tuple(
      fc.constantFrom(';', ',', '\t', '\r\n'),
      fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }),
    )
    .map(([separator, rows]) => rows.map((row) => row.join(separator)).join('\n'));
  const json = fc
    .record({
      format: fc.constantFrom<unknown>('vakhta-dictionary', 'other', 7),
      version: fc.constantFrom<unknown>(1, 2, '1', null),
      entries: fc.oneof(
        fc.array(
          fc.dictionary(
            fc.constantFrom(
              'kind',
              'phrase',
              'criterion',
              'ground',
              'strength',
              'rule',
              'note',
              'id',
              '__proto__',
            ),
            value,
          ),
          { maxLength: 4 },
        ),
        value,
      ),
    })
    .map((file) => JSON.stringify(file));
  fc.assert(
    fc.property(fc.oneof(table, json), (text) => {
      const reading = readDictionaryFile(new TextEncoder().encode(text), []);
      if (reading.state !== 'read') return;
      for (const draft of reading.drafts)
        expect(
          entrySchema.safeParse({ ...draft, id: '01900000-0000-7000-8000-000000000001' }).success,
        ).toBe(true);
    }),
    { numRuns: RUNS * 10 },
  );
});
