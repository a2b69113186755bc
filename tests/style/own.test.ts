import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Review } from '../../lib/style/contract';
import {
  healOwnReplacements,
  MOST_OWN_REPLACEMENTS,
  type OwnReplacement,
  ownFinder,
  ownRule,
  withOwnRemarks,
} from '../../lib/style/own';

const line = (was: string, becomes: string, why = ''): OwnReplacement => ({ was, becomes, why });

/** The draft with every own replacement in place. */
function rewrite(draft: string, ...lines: OwnReplacement[]): string {
  let text = draft;
  for (const { start, end, replacements } of ownFinder(lines)(draft).toReversed())
    text = text.slice(0, start) + replacements[0] + text.slice(end);
  return text;
}

describe('own replacements', () => {
  it('are found by whole words with any spaces, and give exact places', () => {
    const draft = 'Ждём вас в  МФЦ\u00a0«Ленинский», в МФЦ. Не в МФЦшке.';
    const remarks = ownFinder([line('в мфц', 'в центре «Мои документы»', 'Так понятнее.')])(draft);
    expect(remarks.map(({ start, end }) => draft.slice(start, end))).toEqual(['в  МФЦ', 'в МФЦ']);
    expect(remarks[0]).toMatchObject({
      category: 'own',
      rule: 'own/в-мфц',
      why: 'Так понятнее.',
      replacements: ['в центре «Мои документы»'],
    });
  });

  it('take ё for е and never cross the end of a sentence', () => {
    expect(rewrite('Учет идёт. Учёт идет.', line('учёт идёт', 'считаем'))).toBe(
      'Считаем. Считаем.',
    );
    expect(ownFinder([line('идёт учёт', 'считаем')])('Снег идёт. Учёт тоже.')).toEqual([]);
    expect(ownFinder([line('идёт учёт', 'считаем')])('Снег идёт\nУчёт тоже')).toEqual([]);
  });

  it('keep the capitals that the text has', () => {
    const rule = line('управляющая компания', 'ваша УК');
    expect(rewrite('Управляющая компания отвечает.', rule)).toBe('Ваша УК отвечает.');
    expect(rewrite('Отвечает управляющая компания.', rule)).toBe('Отвечает ваша УК.');
    expect(rewrite('ЗВОНИТЕ: УПРАВЛЯЮЩАЯ КОМПАНИЯ', rule)).toBe('ЗВОНИТЕ: ВАША УК');
    // An abbreviation of the list is no shouting, a name of the list is no start of a sentence.
    const name = line('МУП', 'городское предприятие');
    expect(rewrite('Работает МУП. МУП чинит трубы.', name)).toBe(
      'Работает городское предприятие. Городское предприятие чинит трубы.',
    );
  });

  it('can take capitals away and do not ask twice', () => {
    const rule = line('Губернатор', 'губернатор');
    const once = rewrite('Губернатор приехал. Это Губернатор области.', rule);
    expect(once).toBe('Губернатор приехал. Это губернатор области.');
    expect(ownFinder([rule])(once)).toEqual([]);
  });

  it.each([
    ['Уважаемые жители, завтра не будет воды.', 'уважаемые жители', 'Завтра не будет воды.'],
    ['Завтра, по имеющейся информации, ремонт.', 'по имеющейся информации', 'Завтра, ремонт.'],
    ['Завтра ремонт, по имеющейся информации.', 'по имеющейся информации', 'Завтра ремонт.'],
    ['Чиним дорогу в рабочем порядке у школы.', 'в рабочем порядке', 'Чиним дорогу у школы.'],
    ['Чиним (в рабочем порядке) дорогу.', 'в рабочем порядке', 'Чиним дорогу.'],
    ['Чиним (в рабочем порядке и быстро) дорогу.', 'в рабочем порядке', 'Чиним (и быстро) дорогу.'],
    ['В рабочем порядке. Ждите.', 'в рабочем порядке', ' Ждите.'],
    ['В рабочем порядке', 'в рабочем порядке', ''],
    ['Дальше:\nв рабочем порядке чиним', 'в рабочем порядке', 'Дальше:\nчиним'],
  ])('leave out words with their comma and space: %s', (draft, was, after) => {
    expect(rewrite(draft, line(was, ''))).toBe(after);
  });

  it('leave quoted words alone unless the phrase is quoted itself', () => {
    expect(rewrite('Вышла книга «Наш край родной».', line('край', 'область'))).toBe(
      'Вышла книга «Наш край родной».',
    );
    expect(rewrite('В МУП «Водоканал» ждут.', line('МУП «Водоканал»', 'Водоканал'))).toBe(
      'В Водоканал ждут.',
    );
  });

  it('prefer the longest phrase and are silent where the author does not want them', () => {
    const lines = [line('глава', 'мэр'), line('глава города', 'мэр Кемерова')];
    expect(rewrite('Глава города и глава района.', ...lines)).toBe('Мэр Кемерова и мэр района.');
    const ignored = new Set([ownRule('Глава  города')]);
    const left = ownFinder(lines)('Приехал глава города.', ignored);
    expect(left.map(({ replacements }) => replacements)).toEqual([['мэр']]);
  });

  it('heal line by line', () => {
    const good = line('МКД', 'многоэтажка');
    const stored = [null, { was: 5 }, good, line('мкд', 'дом'), line(' \n ', 'х'), line('а', 'а')];
    expect(healOwnReplacements(stored)).toEqual([good]);
    expect(healOwnReplacements([{ was: 'МКД', becomes: '', why: 7 }])).toEqual([line('МКД', '')]);
    expect(healOwnReplacements('nonsense')).toEqual([]);
    const many = Array.from({ length: 600 }, (_, index) => line(`слово${index}`, 'другое'));
    expect(healOwnReplacements(many)).toHaveLength(MOST_OWN_REPLACEMENTS);
  });

  it('stay inside the draft, in order and apart, whatever the text', () => {
    const words = fc.constantFrom('Глава', 'глава', 'города', ',', '.', '«', '»', '\n', '😀', '(');
    const find = ownFinder([line('глава', ''), line('глава города', 'мэр'), line(',', ';')]);
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.boolean(), (pieces, spaced) => {
        const draft = pieces.join(spaced ? ' ' : '');
        let at = 0;
        for (const { start, end } of find(draft)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(draft.length);
      }),
    );
  });
});

describe('a review with own remarks', () => {
  const remark = (start: number, end: number, rule: string): Review['remarks'][number] => ({
    category: rule.startsWith('own') ? 'own' : 'cliche',
    rule,
    start,
    end,
    why: '',
    replacements: [],
  });

  it('has the body’s word where two meet, and stays in order', () => {
    const readability = { ease: 0, grade: 0, words: 0, sentences: 0, readingSeconds: 0 };
    const review: Review = {
      remarks: [remark(0, 4, 'a'), remark(6, 12, 'b'), remark(20, 25, 'c')],
      readability,
      score: 50,
    };
    const merged = withOwnRemarks(review, [remark(10, 18, 'own/x')]);
    expect(merged.remarks.map(({ rule }) => rule)).toEqual(['a', 'own/x', 'c']);
    expect(merged.score).toBe(50);
  });
});
