import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PlaceKind,
  placesOf,
  remarksOf,
  WALK_STEPS,
  type WalkStep,
} from '../../components/draft/press-release';
import { SAMPLE } from '../../components/draft/sample';
import {
  advisedSentences,
  isSafe,
  mergedChange,
  piecesAfter,
  piecesBefore,
} from '../../components/draft/sentences';
import { healDraft, NO_DRAFT } from '../../components/draft/stored';
import { lengthForX } from '../../lib/networks/sites/x-length';
import { review } from '../../lib/style';
import type { Remark } from '../../lib/style/contract';

/** What a step finds, as `kind: words`. */
const found = (step: WalkStep, text: string) =>
  placesOf(step, text).map(({ kind, start, end }): [PlaceKind, string] => [
    kind,
    text.slice(start, end),
  ]);

describe('the walk from a press release to a post', () => {
  it('sees the dateline and the event that hides the news', () => {
    expect(found('opening', 'КЕМЕРОВО, 24 ноября. Сегодня состоялось открытие катка.')).toEqual([
      ['dateline', 'КЕМЕРОВО, 24 ноября.'],
      ['event', 'состоялось'],
    ]);
    expect(found('opening', '  5 мая 2026 года в школе прошла линейка.')).toEqual([
      ['dateline', '5 мая 2026 года'],
      ['event', 'прошла'],
    ]);
    expect(found('opening', 'В Берёзовском открыли каток. Приходите!')).toEqual([]);
    // Far from the opening it is not in the way.
    expect(found('opening', 'Раз. Два. Три. Вчера прошла игра.')).toEqual([]);
  });

  it('sees lists of people and single titles', () => {
    const list = 'В открытии приняли участие врачи и депутаты.';
    expect(found('people', `${list} Пришли дети.`)).toEqual([['list', list]]);
    expect(
      found('people', 'Ленту перерезал заместитель главы города по спорту Иван Петров.'),
    ).toEqual([['title', 'заместитель главы города по спорту Иван Петров']]);
    const two = 'Пришли мэр города Иван Петров и директор школы Анна Белова.';
    expect(found('people', two)).toEqual([['list', two]]);
    expect(found('people', 'Директор школы приглашает всех. Анна Белова поёт.')).toEqual([]);
  });

  it('sees quotations in every shape and words that are retold', () => {
    const said = '«Это важный объект, а МУП «Свет» молодцы», — отметил глава.';
    expect(found('quotes', `Каток открыт. ${said} Приходите.`)).toEqual([['quote', said]]);
    expect(found('quotes', 'Мэр сказал: «Откроем ещё пять катков»')).toEqual([
      ['quote', 'сказал: «Откроем ещё пять катков»'],
    ]);
    expect(found('quotes', '— Работы идут по плану, — подчеркнула Анна Белова.')).toEqual([
      ['quote', '— Работы идут по плану, — подчеркнула Анна Белова.'],
    ]);
    expect(found('quotes', 'Министр отметил, что работы идут.')).toEqual([
      ['retold', 'отметил, что'],
    ]);
    expect(found('quotes', 'Ходим на фильм «Ирония судьбы» в пятницу.')).toEqual([]);
  });

  it('points at what matters to the reader, at most three sentences', () => {
    const text =
      'Кемерово, 24 ноября. Состоялось совещание. С 1 декабря приём бесплатный на ул. Мира, 5. Выступил хор.';
    expect(found('reader', text)).toEqual([
      ['fact', 'С 1 декабря приём бесплатный на ул. Мира, 5.'],
    ]);
    const many = Array.from({ length: 9 }, (_, day) => `${day + 1} мая можно гулять.`).join(' ');
    expect(placesOf('reader', many)).toHaveLength(3);
  });

  it('counts verbal nouns and takes the remarks about verbs', () => {
    const heavy = 'Обеспечение проведения обследования и оформление документов идут.';
    expect(placesOf('verbs', heavy)).toEqual([
      { kind: 'nouns', start: 0, end: heavy.length, count: 4 },
    ]);
    expect(found('verbs', 'Здание администрации и собрание организаций.')).toEqual([]);
    const remarks = review('Осуществляется вывоз снега. В настоящее время холодно.').remarks;
    expect(remarksOf('opening', remarks)).toEqual([]);
    expect(remarksOf('verbs', remarks).map(({ start }) => start)).toEqual([0]);
  });

  it('finds ways to act: links, telephones, invitations', () => {
    expect(
      found('call', 'Приходите! Запись на gosuslugi.ru, тел. 8 (384) 236-12-12 или 36-12-12.'),
    ).toEqual([
      ['invite', 'Приходите'],
      ['link', 'gosuslugi.ru'],
      ['phone', '8 (384) 236-12-12'],
      ['phone', '36-12-12'],
    ]);
    expect(found('call', 'Сделали дорогу за 1 500 000 рублей.')).toEqual([]);
  });

  it('measures sentences, paragraphs and hashtags', () => {
    const long = `Вот ${'слово '.repeat(20).trim()}.`;
    expect(placesOf('length', `Коротко. ${long}`)).toEqual([
      { kind: 'long', start: 9, end: 9 + long.length, count: 21 },
    ]);
    const wall = 'Снег идёт. '.repeat(60).trim();
    expect(placesOf('length', `${wall}\n\nДа.`)).toEqual([
      { kind: 'wall', start: 0, end: wall.length, count: wall.length },
    ]);
    expect(found('length', 'Парк #каток #спорт #зима #город')).toEqual([
      ['hashtags', '#каток #спорт #зима #город'],
    ]);
    expect(found('length', 'Парк #каток #спорт')).toEqual([]);
  });

  it('has something to say of the sample at every step', () => {
    for (const step of WALK_STEPS.filter((name) => name !== 'length'))
      expect(
        placesOf(step, SAMPLE).length + remarksOf(step, review(SAMPLE).remarks).length,
        step,
      ).toBeGreaterThan(0);
  });

  it('gives places inside the text, in order, whatever the text', () => {
    const words = fc.constantFrom(
      ...'глава Иван Петров , . « » — - : \n отметил что 24 ноября состоялось #а 8-800-555-35-35 " “ 😀'.split(
        / /,
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (pieces) => {
        const text = pieces.join(' ');
        for (const step of WALK_STEPS) {
          let at = 0;
          for (const { kind, start, end } of placesOf(step, text)) {
            expect(start).toBeGreaterThanOrEqual(kind === 'wall' || step === 'length' ? 0 : at);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            at = end;
          }
        }
      }),
    );
  });
});

const draft = 'Погода хорошая. В настоящее время в целях порядка проводится уборка снега. Да!';
const remark = (phrase: string, ...replacements: string[]): Remark => ({
  category: 'time',
  rule: `time/${phrase}`,
  start: draft.indexOf(phrase),
  end: draft.indexOf(phrase) + phrase.length,
  why: '',
  replacements,
});

describe('a draft by sentences', () => {
  const now = remark('В настоящее время', 'Сейчас');
  const order = remark('в целях порядка');
  const snow = remark('проводится уборка снега', 'убирают снег', 'снег убирают');

  it('keeps only sentences with remarks and shows both sides', () => {
    const [sentence, ...others] = advisedSentences(draft, [now, order, snow]);
    expect(others).toEqual([]);
    expect(sentence?.text).toBe('В настоящее время в целях порядка проводится уборка снега.');
    if (!sentence) return;
    const marked = (pieces: ReturnType<typeof piecesBefore>) =>
      pieces.map(({ text, remark: of }) => (of ? `[${text}]` : text)).join('');
    expect(marked(piecesBefore(sentence))).toBe(
      '[В настоящее время] [в целях порядка] [проводится уборка снега].',
    );
    expect(marked(piecesAfter(sentence, ({ replacements }) => replacements[0] ?? null))).toBe(
      '[Сейчас] в целях порядка [убирают снег].',
    );
  });

  it('tells equal sentences apart and keeps their ids while they move', () => {
    const twice = 'В настоящее время тихо. В настоящее время тихо.';
    const at = (start: number): Remark => ({ ...now, start, end: start + 17 });
    const ids = advisedSentences(twice, [at(0), at(24)]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    const moved = advisedSentences(`Ура! ${twice}`, [at(5), at(29)]).map(({ id }) => id);
    expect(moved).toEqual(ids);
  });

  it('merges safe replacements into one change', () => {
    expect([now, order, snow].filter(isSafe)).toEqual([now]);
    const change = mergedChange(draft, [snow, now, order]);
    expect(change && draft.slice(0, change.start) + change.text + draft.slice(change.end)).toBe(
      'Погода хорошая. Сейчас в целях порядка убирают снег. Да!',
    );
    expect(mergedChange(draft, [order])).toBeNull();
  });

  it('loses no character of the text, whatever the remarks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(draft.length - 1), fc.integer({ min: 1, max: 9 })), {
          maxLength: 6,
        }),
        (spans) => {
          const remarks = spans
            .map(([start, length]) => ({
              ...now,
              start,
              end: Math.min(draft.length, start + length),
            }))
            .sort((a, b) => a.start - b.start);
          const sentences = advisedSentences(draft, remarks);
          expect(sentences.flatMap(({ remarks: own }) => own)).toEqual(remarks);
          for (const sentence of sentences) {
            expect(
              piecesBefore(sentence)
                .map(({ text }) => text)
                .join(''),
            ).toBe(sentence.text);
            expect(draft.slice(sentence.start, sentence.start + sentence.text.length)).toBe(
              sentence.text,
            );
          }
        },
      ),
    );
  });
});

describe('limits of the networks', () => {
  it.each([
    ['Привет', 6],
    ['', 0],
    ['👨‍👩‍👧‍👦!', 3],
    ['🇷🇺', 2],
    ['© 24', 4],
    ['日本', 4],
    ['Вот https://example.com/very/long/path?with=query тут', 4 + 23 + 4],
  ])('X counts «%s» as %i', (text, length) => {
    expect(lengthForX(text)).toBe(length);
  });
});

describe('the stored draft', () => {
  it('heals field by field', () => {
    expect(healDraft(null)).toEqual(NO_DRAFT);
    expect(healDraft('nonsense')).toEqual(NO_DRAFT);
    expect(healDraft({ text: 'Каток', walk: { step: 'nowhere' }, register: 'ode' })).toEqual({
      text: 'Каток',
      walk: null,
      register: 'post',
    });
    expect(healDraft({ text: 5, walk: { step: 'quotes', done: ['x'], before: 'Было' } })).toEqual({
      text: '',
      walk: { step: 'quotes', done: [], before: 'Было', finished: false },
      register: 'post',
    });
  });
});
