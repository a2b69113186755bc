import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../lib/moderation/contract';
import {
  applyDictionary,
  compileDictionary,
  type Entry,
  entryKey,
  entrySchema,
  exceptablePhrases,
  formsOfPhrase,
  silencerOf,
  type WordEntry,
} from '../../lib/moderation/dictionary';

let next = 1;
const id = () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`;
const word = (phrase: string, change: Partial<WordEntry> = {}): Entry => ({
  id: id(),
  kind: 'word',
  phrase,
  criterion: 'custom',
  ground: null,
  strength: 'certain',
  note: '',
  ...change,
});
const exception = (phrase: string, rule: string | null = null): Entry => ({
  id: id(),
  kind: 'exception',
  phrase,
  rule,
  note: '',
});
/** What a dictionary of one phrase finds in a text. */
const found = (phrase: string, text: string) =>
  compileDictionary([word(phrase)])
    .occurrences(text)
    .map(({ start, end }) => text.slice(start, end));
const finding = (text: string, words: string, change: Partial<Finding> = {}): Finding => ({
  criterion: 'insult',
  strength: 'certain',
  rule: 'insult/abuse',
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  why: 'Потому что.',
  ...change,
});

describe('own words are found', () => {
  it.each([
    [
      'чиновничья мразь',
      'о чиновничьей мрази, с чиновничьей мразью',
      'чиновничьей мрази|чиновничьей мразью',
    ],
    ['чиновничья мразь', 'ЧИНОВНИЧЬИ  МРАЗИ!', 'ЧИНОВНИЧЬИ  МРАЗИ'],
    ['козёл', 'козлы, козел и козлу', 'козлы|козел|козлу'],
    ['Подонок', 'подонки', 'подонки'],
    ['тунеядец', 'сказал «тунеядцы».', 'тунеядцы'],
    ['по блату', 'Все места по блату', 'по блату'],
    ['8 (384-2) 36-00-00', 'звоните: 8 (384-2) 36-00-00', '8 (384-2) 36-00-00'],
    ['t.me/reklama', 'пишите t.me/reklama', 't.me/reklama'],
    ['VPN', 'ставьте vpn', 'vpn'],
  ])('%s in «%s»', (phrase, text, words) => {
    expect(found(phrase, text).join('|')).toBe(words);
  });

  it.each([
    ['подонок', 'пoдoнoк', 'Latin letters inside'],
    ['подонок', 'по\u200bдо\u00adнок', 'invisible signs'],
    ['подонок', 'подооонок', 'stretched letters'],
    ['подонок', 'п0донок', 'a digit for a letter'],
    ['класс', 'классссс', 'a doubled letter stretched'],
  ])('%s behind «%s»: %s', (phrase, text) => {
    expect(found(phrase, text)).toEqual([text]);
  });

  it('offsets are those of the text as given, after emoji and marks too', () => {
    const text = '👨‍👩‍👧 Ну и «подо\u0301нки» 😡';
    const [place] = compileDictionary([word('подонок')]).occurrences(text);
    expect(text.slice(place?.start, place?.end)).toBe('подо\u0301нки');
  });
});

describe('nothing else is found', () => {
  it.each([
    ['лес', 'лесть лестница лесной залес'],
    ['мат', 'мать с матросом на матче'],
    ['чиновничья мразь', 'чиновничья. Мразь'],
    ['чиновничья мразь', 'чиновничья, мразь'],
    ['чиновничья мразь', 'чиновничья большая мразь'],
    ['мразь чиновничья', 'чиновничья мразь'],
    ['сор', 'cop'],
    ['vpn', 'впн'],
  ])('%s in «%s»', (phrase, text) => {
    expect(found(phrase, text)).toEqual([]);
  });
});

describe('findings of own words', () => {
  it('carry criterion, strength, ground and the reason', () => {
    const entry = word('тунеядец', {
      criterion: 'insult',
      strength: 'probable',
      ground: 'law',
      note: 'Так решили.',
    });
    expect(applyDictionary('эти тунеядцы', [], compileDictionary([entry]))).toEqual([
      {
        criterion: 'insult',
        strength: 'probable',
        rule: `custom/${entry.id}`,
        ground: 'law',
        start: 4,
        end: 12,
        why: 'Так решили.',
      },
    ]);
    const plain = word('тунеядец');
    const [only] = applyDictionary('тунеядцы', [], compileDictionary([plain]));
    expect(only).not.toHaveProperty('ground');
    expect(only?.why).toContain('«тунеядец»');
  });

  it('stand for the finding of a rule that says no more, and beside one that does', () => {
    const text = 'вы тунеядцы';
    const own = word('тунеядец', { criterion: 'insult', strength: 'probable' });
    const rules = (strength: Finding['strength']) =>
      applyDictionary(
        text,
        [finding(text, 'тунеядцы', { strength })],
        compileDictionary([own]),
      ).map(({ rule }) => rule);
    expect(rules('probable')).toEqual([`custom/${own.id}`]);
    expect(rules('certain')).toEqual(['insult/abuse', `custom/${own.id}`]);
  });

  it('are bounded in number however often the word stands', () => {
    const dictionary = compileDictionary([word('мразь')]);
    expect(applyDictionary('мразь! '.repeat(5_000), [], dictionary)).toHaveLength(100);
  });
});

describe('exceptions', () => {
  const text = 'Тупая корова, а корова на лугу, свинья везде грязь найдёт';

  it('silence what lies inside, in any form, and nothing that reaches further', () => {
    const findings = [finding(text, 'Тупая корова'), finding(text, 'свинья')];
    const apply = (...entries: Entry[]) =>
      applyDictionary(text, findings, compileDictionary(entries)).map(({ start, end }) =>
        text.slice(start, end),
      );
    expect(apply(exception('корова'))).toEqual(['Тупая корова', 'свинья']);
    expect(apply(exception('тупые коровы'))).toEqual(['свинья']);
    expect(apply(exception('свинья везде грязь найдёт'))).toEqual(['Тупая корова']);
    expect(apply(exception('свинья, которой нет'))).toEqual(['Тупая корова', 'свинья']);
  });

  it('of one rule leave the others', () => {
    const other = finding(text, 'свинья', { rule: 'model/insult', strength: 'probable' });
    const left = applyDictionary(
      text,
      [finding(text, 'свинья'), other],
      compileDictionary([exception('свинья', 'insult/abuse')]),
    );
    expect(left).toEqual([other]);
  });

  it('silence own words too', () => {
    const dictionary = compileDictionary([word('свинья'), exception('свинья везде грязь найдёт')]);
    expect(applyDictionary(text, [], dictionary)).toEqual([]);
    expect(applyDictionary('вы свиньи', [], dictionary)).toHaveLength(1);
  });

  it('are offered for words, heaviest first, each once; not for whole comments', () => {
    const offered = exceptablePhrases(text, [
      finding(text, 'корова, а корова на лугу', { rule: 'model/insult' }),
      finding(text, 'свинья'),
      finding(text, 'корова'),
      finding(text, 'корова', { rule: 'insult/animal' }),
    ]);
    expect(offered).toEqual(['свинья', 'корова']);
    expect(
      exceptablePhrases('козлы и козёл', [
        finding('козлы и козёл', 'козлы'),
        finding('козлы и козёл', 'козёл'),
      ]),
    ).toEqual(['козлы']);
  });

  it('that are offered silence the finding they are offered for, whatever its spelling', () => {
    for (const [whole, words] of [
      ['ах ты п.и.д.о.р', 'п.и.д.о.р'],
      ['бл@ть, ну', 'бл@ть'],
      ['зв. +7 900 000-12-34', '+7 900 000-12-34'],
      ['это х**ня', 'х**ня'],
      ['ну п и з д е ц', 'п и з д е ц'],
    ] as const) {
      const one = finding(whole, words);
      // Spelled out letters are more words than are offered; a person may still write them.
      const [phrase = words] = exceptablePhrases(whole, [one]);
      expect(applyDictionary(whole, [one], compileDictionary([exception(phrase)])), whole).toEqual(
        [],
      );
    }
  });
});

describe('an entry', () => {
  it.each(['', '   ', '!!!', '🤡', 'а'.repeat(201), 'раз '.repeat(13)])(
    'is refused: «%s»',
    (phrase) => {
      expect(entrySchema.safeParse(word(phrase)).success).toBe(false);
    },
  );

  it('is trimmed and kept', () => {
    expect(entrySchema.parse(word('  чиновничья мразь '))).toMatchObject({
      phrase: 'чиновничья мразь',
    });
  });

  it('is the same by its words, not by case, ё or signs', () => {
    expect(entryKey(word('Козёл, ты'))).toBe(entryKey(word('козел ты')));
    expect(entryKey(word('козёл'))).not.toBe(entryKey(exception('козёл')));
    expect(entryKey(exception('козёл'))).not.toBe(entryKey(exception('козёл', 'insult/abuse')));
  });

  it('tells its forms word by word', () => {
    const [first, second] = formsOfPhrase('Чиновничья мразь');
    expect(first).toContain('чиновничьей');
    expect(second).toContain('мразью');
    expect(formsOfPhrase('VPN')).toEqual([['vpn']]);
  });
});

it('whatever the text and the dictionary, findings lie inside the text and hold the phrase’s words', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'абвыея .,!?*@0a\u0301\u200b😀-'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 5 }), letters, (phrases, text) => {
      const entries = phrases
        .map((phrase) => word(phrase))
        .filter((entry) => entrySchema.safeParse(entry).success);
      const dictionary = compileDictionary(entries);
      for (const { start, end } of applyDictionary(text, [], dictionary)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      for (const { phrase } of entries) {
        const places = dictionary.occurrences(phrase);
        expect(
          places.some(({ entry }) => entry.phrase === phrase),
          phrase,
        ).toBe(true);
      }
    }),
  );
});

describe('an own word that an exception covers', () => {
  it('names the exception, in whatever form, and only one that covers it whole', () => {
    const own = word('тунеядец') as WordEntry;
    const silencer = exception('тунеядцы');
    expect(silencerOf(own, compileDictionary([silencer]))).toBe(silencer);
    expect(silencerOf(own, compileDictionary([exception('лодырь')]))).toBeUndefined();
    expect(
      silencerOf(word('наглый тунеядец') as WordEntry, compileDictionary([silencer])),
    ).toBeUndefined();
  });

  it('heeds the rule that an exception is for', () => {
    const own = word('тунеядец') as WordEntry;
    expect(
      silencerOf(own, compileDictionary([exception('тунеядец', 'insult/abuse')])),
    ).toBeUndefined();
    const meant = exception('тунеядец', `custom/${own.id}`);
    expect(silencerOf(own, compileDictionary([meant]))).toBe(meant);
  });
});
