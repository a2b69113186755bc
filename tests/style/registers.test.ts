import { describe, expect, it } from 'vitest';
import { review } from '../../lib/style';
import { REGISTERS, type Register, silentIn } from '../../lib/style/registers';
import rules from '../../lib/style/rules.compiled.json';

const rulesIn = (text: string, register: Register) =>
  review(text, { ignored: silentIn(register, []) }).remarks.map(({ rule }) => rule);

describe('a register', () => {
  it('silences only rules that there are', () => {
    const known = new Set(rules.rules.map(({ category, id }) => `${category}/${id}`));
    const silent = REGISTERS.flatMap((register) => [...silentIn(register, [])]);
    const phrases = silent.filter((rule) => !rule.startsWith('syntax/'));
    expect(phrases.filter((rule) => !known.has(rule))).toEqual([]);
  });

  it.each([
    ['Движение перекрыто до 20 часов.', 'notice', 'passive/сделано-перекрыть'],
    ['Мост закрыт до утра.', 'notice', 'passive/сделано-закрыть'],
  ] as const)('of its kind lets a text be: %s', (text, register, rule) => {
    expect(rulesIn(text, 'post')).toContain(rule);
    expect(rulesIn(text, register)).not.toContain(rule);
  });

  it('answers with a date first, as a post does not', () => {
    expect(silentIn('answer', []).has('syntax/дата-в-начале')).toBe(true);
    expect(silentIn('post', []).size).toBe(0);
  });

  it('keeps what is officialese everywhere', () => {
    for (const register of REGISTERS)
      expect(rulesIn('В целях безопасности двор закрыт.', register)).toContain(
        'prep_denominal/в-целях',
      );
  });

  it('adds to what the author has switched off', () => {
    expect([...silentIn('post', ['time/в-мае'])]).toEqual(['time/в-мае']);
    expect(silentIn('answer', ['time/в-мае']).has('time/в-мае')).toBe(true);
  });
});
