import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableLanguages, tableWords } from '../../components/rules/table-words';
import {
  FILE_LIMIT,
  printCsv,
  printJson,
  type Reading,
  readDictionaryFile,
} from '../../lib/exchange/dictionary-file';
import { CRITERIA, STRENGTHS } from '../../lib/moderation/contract';
import { type Entry, entrySchema } from '../../lib/moderation/dictionary';
import { KUZBASS } from '../../lib/regulation/profile';

const id = '00000000-0000-4000-8000-000000000001';
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readDictionaryFile(bytes(text), tableLanguages());
const drafts = (reading: Reading) => (reading.state === 'read' ? reading.drafts : reading);
const withoutId = (entries: readonly Entry[]) => entries.map(({ id: _, ...draft }) => draft);

const ENTRIES: Entry[] = [
  {
    id,
    kind: 'word',
    phrase: 'чиновничья мразь',
    criterion: 'insult',
    ground: 'law',
    strength: 'probable',
    note: 'Первая строка;\nвторая, "в кавычках"',
  },
  {
    id,
    kind: 'word',
    phrase: '=тунеядец',
    criterion: 'custom',
    ground: null,
    strength: 'certain',
    note: '',
  },
  { id, kind: 'exception', phrase: '+7 900 000-12-34', rule: null, note: '-приёмная' },
  { id, kind: 'exception', phrase: 'свинья', rule: 'insult/abuse-weak', note: '' },
];

describe('out and in again', () => {
  it.each([
    ['JSON', printJson(ENTRIES)],
    ['CSV in Russian', printCsv(ENTRIES, tableWords('ru'))],
    ['CSV in English', printCsv(ENTRIES, tableWords('en'))],
  ])('%s', (_, text) => {
    expect(drafts(read(text))).toEqual(withoutId(ENTRIES));
  });

  it('any entry that is valid', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const entry = fc
      .oneof(
        fc.record({
          id: fc.constant(id),
          kind: fc.constant('word'),
          phrase: text,
          criterion: fc.constantFrom(...CRITERIA),
          ground: fc.constantFrom(null, ...KUZBASS.grounds.map((ground) => ground.id)),
          strength: fc.constantFrom(...STRENGTHS),
          note: text,
        }),
        fc.record({
          id: fc.constant(id),
          kind: fc.constant('exception'),
          phrase: text,
          rule: fc.constantFrom(null, 'insult/abuse'),
          note: text,
        }),
      )
      .map((raw) => entrySchema.safeParse(raw))
      .filter((parsed) => parsed.success)
      .map((parsed) => parsed.data as Entry)
      // A zero byte is what tells a picture from a text; a quotation of it is no word of anybody's.
      .filter(
        ({ phrase, note }) => (phrase + note).isWellFormed() && !/[\0\uFEFF]/.test(phrase + note),
      );
    fc.assert(
      fc.property(entry, (one) => {
        expect(drafts(read(printJson([one])))).toEqual(withoutId([one]));
        expect(drafts(read(printCsv([one], tableWords('ru'))))).toEqual(withoutId([one]));
      }),
    );
  });

  it('a spreadsheet would run nothing of it', () => {
    const csv = printCsv(ENTRIES, tableWords('ru'));
    expect(csv).toContain(";'=тунеядец;");
    expect(csv).toContain(";'+7 900 000-12-34;");
    expect(csv.startsWith('\uFEFF')).toBe(true);
  });
});

describe('tables as people write them', () => {
  const lazy = (phrase: string) => ({
    kind: 'word',
    phrase,
    criterion: 'custom',
    ground: null,
    strength: 'certain',
    note: '',
  });

  it.each([
    ['a list of words alone', 'фраза\nтунеядец\nлодырь\n'],
    ['no line end at the end', 'Фраза\r\nтунеядец\r\nлодырь'],
    [
      'empty lines and columns of their own',
      '\uFEFFфраза;кто добавил\nтунеядец;Анна\n;\n\nлодырь;\n',
    ],
    ['commas', 'phrase,note\nтунеядец,\nлодырь,\n'],
    ['tabs', 'фраза\tзаметка\nтунеядец\t\nлодырь\t\n'],
    ['the same row twice', 'фраза\nтунеядец\nлодырь\nтунеядец\n'],
  ])('%s', (_, text) => {
    expect(drafts(read(text))).toEqual([lazy('тунеядец'), lazy('лодырь')]);
  });

  it('windows-1251, as Russian spreadsheets save it, and UTF-16', () => {
    const cp1251 = Uint8Array.from('фраза\nтунеядец', (letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 ? code - 0x350 : code;
    });
    expect(drafts(readDictionaryFile(cp1251, tableLanguages()))).toEqual([lazy('тунеядец')]);
    const utf16 = new Uint8Array(Buffer.from('\uFEFFфраза\nтунеядец', 'utf16le'));
    expect(drafts(readDictionaryFile(utf16, tableLanguages()))).toEqual([lazy('тунеядец')]);
  });

  it('names of values in either language, in any case, or ids', () => {
    const rows = ['слово;Оскорбление;возможно', 'word;INSULT;probable', 'Word;insult;Возможно'];
    for (const row of rows) {
      const [kind, criterion, strength] = row.split(';');
      const text = `вид;критерий;уверенность;фраза\n${kind};${criterion};${strength};лодырь`;
      expect(drafts(read(text))).toEqual([
        { ...lazy('лодырь'), criterion: 'insult', strength: 'probable' },
      ]);
    }
  });
});

describe('a file with errors is not taken, and tells where they are', () => {
  it('row by row', () => {
    const text = [
      'вид;фраза;критерий;основание;уверенность;заметка',
      'слово;лодырь;Оскорбление;;точно;',
      'слово;тунеядец;Глупость;;точно;',
      'слово;;Оскорбление;;точно;',
      `слово;${'раз '.repeat(13).trim()};;;;`,
      'слово;"с переносом\nстроки";;Нет такого;;',
      `исключение;свинья;;;;${'а'.repeat(501)}`,
      'слово;лодырь;Мат;;точно;',
      'слово;лишний;;;;;сюда;и сюда',
    ].join('\n');
    expect(read(text)).toEqual({
      state: 'rows',
      more: 0,
      good: 2,
      troubles: [
        { row: 3, column: 'criterion', reason: 'unknown', value: 'Глупость' },
        { row: 4, column: 'phrase', reason: 'missing', value: '' },
        { row: 5, column: 'phrase', reason: 'phrase', value: 'раз '.repeat(13).trim() },
        { row: 6, column: 'ground', reason: 'unknown', value: 'Нет такого' },
        { row: 8, column: 'note', reason: 'too-long', value: `${'а'.repeat(60)}…` },
        { row: 9, column: 'phrase', reason: 'twice', value: 'лодырь' },
        { row: 10, column: null, reason: 'cells', value: 'сюда и сюда' },
      ],
    });
  });

  it('entry by entry in JSON', () => {
    const json = JSON.stringify({
      format: 'vakhta-dictionary',
      version: 1,
      entries: [
        { kind: 'word', phrase: 'лодырь', criterion: 'insult', strength: 'certain' },
        { kind: 'слово', phrase: 'лодырь' },
        { kind: 'exception', phrase: '' },
        { kind: 'word', phrase: 'лентяй', criterion: 'insult', strength: 'sure' },
      ],
    });
    expect(read(json)).toEqual({
      state: 'rows',
      more: 0,
      good: 1,
      troubles: [
        { row: 2, column: 'kind', reason: 'unknown', value: 'слово' },
        { row: 3, column: 'phrase', reason: 'missing', value: '' },
        { row: 4, column: 'strength', reason: 'unknown', value: 'sure' },
      ],
    });
  });

  it('a hundred troubles are told, the rest is counted', () => {
    const reading = read(`фраза\n${'!!!\n'.repeat(250)}`);
    expect(reading).toMatchObject({ state: 'rows', more: 150, good: 0 });
  });
});

describe('a file that is no dictionary', () => {
  it.each([
    ['too-large', new Uint8Array(FILE_LIMIT + 1).fill(0x61)],
    ['not-text', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2])],
    ['empty', bytes('  \n ')],
    ['empty', bytes('фраза\n\n')],
    ['not-json', bytes('{"format": "vakhta-dic')],
    ['not-dictionary', bytes('{"format": "other"}')],
    ['not-dictionary', bytes('["лодырь"]')],
    ['newer', bytes('{"format": "vakhta-dictionary", "version": 2, "entries": []}')],
    ['no-columns', bytes('имя;возраст\nАнна;30\n')],
    ['quotes', bytes('фраза\n"лодырь\nтунеядец\n')],
    [
      'too-many',
      bytes(`фраза\n${Array.from({ length: 5_001 }, (_, n) => `слово${n}`).join('\n')}`),
    ],
  ])('%s', (trouble, content) => {
    expect(readDictionaryFile(content, tableLanguages())).toEqual({ state: 'file', trouble });
  });

  it('whatever the bytes are, something is said and nothing thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        expect(readDictionaryFile(content, tableLanguages()).state).toMatch(/^(?:read|rows|file)$/);
      }),
    );
  });
});
