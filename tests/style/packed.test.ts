import { describe, expect, it } from 'vitest';
import type { CompiledRules } from '../../lib/style/compiled';
import { pack, unpack } from '../../lib/style/packed';

const rules: CompiledRules = {
  paradigms: ['ть,л,ла', '-,а'],
  lexemes: [
    { stem: 'чини', paradigm: 0, kind: 'verb', gender: '', animate: false },
    { stem: 'кот', paradigm: 1, kind: 'noun', gender: 'm', animate: true },
    { stem: 'бел', paradigm: 1, kind: 'adjective', gender: '', animate: false },
  ],
  filters: [[0, 1], [40]],
  symbols: [['в'], [[0, 1], 'починка'], [[1, 0]]],
  rules: [
    { category: 'time', id: 'один', why: 'Так короче.', weak: false, soft: true, example: null },
    { category: 'passive', id: 'два', why: 'Так.', weak: true, soft: false, example: ['а', 'б'] },
  ],
  ways: [
    {
      rule: 0,
      steps: [
        0,
        { gap: 2 },
        { phrase: 1 },
        { behind: 0 },
        { number: true },
        { capital: true },
        { edge: 'start' },
        { edge: 'end' },
      ],
      puts: [['слово ', { step: 2, case: 3 }], [{ step: 4 }, ' ', { step: 1, adverb: true }], []],
    },
    {
      rule: 0,
      steps: [37, { not: [1, 40], before: true }, { not: [], before: false, number: true }],
      puts: [],
    },
    {
      rule: 1,
      steps: [
        1,
        { ahead: 'number' },
        { ahead: 'infinitive' },
        { ahead: [1, 2] },
        { ahead: { phrase: 4 } },
      ],
      puts: [
        [
          { lexeme: 2, agrees: 1 },
          { lexeme: 1, step: 0, number: 'p' },
          { lexeme: 0, step: 0, slot: 13 },
          { lexeme: 0, step: 0, subjectless: true },
          { step: 2, caseOf: 0 },
          { step: 2, one: 'будет', many: 'будут' },
        ],
      ],
    },
  ],
};

describe('packed rules', () => {
  it('unpack to what was packed', () => {
    expect(unpack(pack(rules))).toEqual(rules);
  });

  it('stay JSON', () => {
    expect(JSON.parse(JSON.stringify(pack(rules)))).toEqual(pack(rules));
  });
});
