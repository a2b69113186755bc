import { describe, expect, test } from 'vitest';
import { messagesOf } from '../../lib/i18n';
import { review } from '../../lib/style';

/** Every sentence for people, functions called with numbers and names that stress them. */
function sentences(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const texts = [1, 3, 5].map((n) => {
      const args = Array.from({ length: value.length }, () => n);
      try {
        return String(value(...args));
      } catch {
        // It wants words, not numbers.
        return String(value(...args.map(String)));
      }
    });
    return texts.map((text) => [path, text]);
  }
  return Object.entries(value as object).flatMap(([key, inner]) =>
    sentences(inner, `${path}.${key}`),
  );
}

const ru = sentences(messagesOf('ru'), 'ru');
const en = sentences(messagesOf('en'), 'en');

/**
 * What the draft check may say of the interface: a status line names a state («Запись отменена»), and
 * who did it is the reader; the draft screen must name the very words that it speaks of; the registry
 * is what the decree calls it, and what operators call it.
 */
const isAllowed = (path: string, rule: string) =>
  rule.startsWith('passive/') ||
  rule === 'people_things/пакет-документов' ||
  (path.startsWith('ru.drafting.') &&
    ['press_release/пресс-релиз', 'people_things/обращение', 'abbrev/МКД'].includes(rule));

describe('words for people', () => {
  test('both languages say everything', () => {
    expect(new Set(en.map(([path]) => path.slice(3)))).toEqual(
      new Set(ru.map(([path]) => path.slice(3))),
    );
    expect(ru.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('no value slips through as «undefined»', () => {
    expect([...ru, ...en].filter(([, text]) => /undefined|NaN|\[object/.test(text))).toEqual([]);
  });

  test('English has no Cyrillic left over, save names of keys and networks', () => {
    const left = en
      // Its examples are of Russian drafts.
      .filter(([path]) => !path.startsWith('en.drafting.own.'))
      .filter(([, text]) => /[а-яё]{3,}/i.test(text.replace(/«[^»]*»/g, '')));
    expect(left).toEqual([]);
  });

  test('the product obeys its own draft check', () => {
    const remarks = ru.flatMap(([path, text]) =>
      review(text)
        .remarks.filter(({ rule }) => !isAllowed(path, rule))
        .map(({ rule, start, end }) => `${path}: ${rule} «${text.slice(start, end)}»`),
    );
    expect(remarks).toEqual([]);
  });
});
