import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMorphology } from '../../scripts/rules/morphology';
import { elementsOf, expand } from '../../scripts/rules/patterns';

// The language of the moderation's rules (lib/moderation/rule.ts). Who writes a rule wrongly must be told
// what is wrong, in words; nothing may become a rule that finds everything or nothing.

const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000);

beforeAll(() => loadMorphology());

const said = (pattern: string): string => {
  try {
    expand(pattern);
    return 'nothing';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('a bad rule is refused in words', () => {
  it.each([
    ['(за|на', 'Не закрыта скобка: (за|на'],
    ['[ое', 'Не закрыта скобка: [ое'],
    ['чмошник{zz}', 'Нет набора окончаний «zz»: чмошник{zz}'],
    ['<дом:VERB>', 'Не знаю форм слова «дом» (VERB)'],
    ['<дебилами>', '«дебилами» не начальная форма'],
    ['', 'Не понимаю «»'],
    ['*', 'Не понимаю «*»'],
    ['[]', 'Ничего не значит: «[]»'],
    ['latin', 'Не понимаю «latin»'],
    ['слово!', 'Не понимаю «слово!»'],
    ['<дебил', 'Не понимаю «<дебил»'],
  ])('%s', (pattern, words) => {
    expect(said(pattern)).toContain(words);
  });
});

describe('whatever is written', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        '<',
        '>',
        '|',
        '*',
        '=',
        '/',
        '@',
        '~2',
        ':',
        'а',
        'ё',
        'дебил',
        'VERB',
        'adj',
        ' ',
        '',
      ],
    ),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  const pattern = fc.array(piece, { maxLength: 10 }).map((parts) => parts.join(''));

  it('a pattern gives Russian words and parts of words, or a sentence', () => {
    fc.assert(
      fc.property(pattern, (text) => {
        let expansion: ReturnType<typeof expand>;
        try {
          expansion = expand(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect((error as Error).message).toMatch(/^[А-Я«][\s\S]*[а-яё]/);
          return;
        }
        const { words, parts } = expansion;
        expect(words.size + parts.size).toBeGreaterThan(0);
        for (const word of words) expect(word).toMatch(/^[а-я]+$/);
        for (const part of parts) expect(part).toMatch(/^\^?[а-я]+\$?$/);
      }),
      { numRuns: RUNS },
    );
  });

  it('a phrase gives elements in its order, each with what to look for', () => {
    fc.assert(
      fc.property(pattern, (text) => {
        for (const variant of elementsOf(text))
          for (const { alternatives, gap } of variant) {
            expect(alternatives.length).toBeGreaterThan(0);
            expect(gap).toBeLessThan(10);
          }
      }),
      { numRuns: RUNS },
    );
  });
});
