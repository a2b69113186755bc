import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../lib/language/sentences';
import { tokenize } from '../../lib/language/words';

function split(text: string): string[] {
  const tokens = tokenize(text);
  return sentencesOf(tokens).map(({ first, last }) =>
    text.slice(tokens[first]?.start, tokens[last - 1]?.end),
  );
}

describe('sentencesOf', () => {
  it.each([
    ['Каток открыт. Приходите!', ['Каток открыт.', 'Приходите!']],
    ['На ул. Мира, д. 5 в 2025 г. Открыли парк.', ['На ул. Мира, д. 5 в 2025 г. Открыли парк.']],
    ['Пришёл А. С. Пушкин. Читал.', ['Пришёл А. С. Пушкин.', 'Читал.']],
    ['«Успеем!» — сказал мастер.', ['«Успеем!» — сказал мастер.']],
    ['Заголовок\nПервая строка.', ['Заголовок', 'Первая строка.']],
    ['строка,\nкоторая идёт дальше.', ['строка,\nкоторая идёт дальше.']],
    ['1. Первый пункт. 2. Второй.', ['1. Первый пункт.', '2. Второй.']],
    ['', []],
  ])('%j', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });
});
