import { describe, expect, it } from 'vitest';
import type { CompiledRules, Step } from '../../lib/style/compiled';
import { Lexicon, type TreeNode, type Way } from '../../lib/style/lexicon';
import { pack } from '../../lib/style/packed';

const rules: CompiledRules = {
  paradigms: ['ть,л,ла', '-,а'],
  lexemes: [
    { stem: 'чини', paradigm: 0, kind: 'verb', gender: '', animate: false },
    { stem: 'кот', paradigm: 1, kind: 'noun', gender: 'm', animate: true },
    { stem: 'бел', paradigm: 1, kind: 'adjective', gender: '', animate: false },
  ],
  filters: [
    [0, 1],
    [1, 40],
  ],
  symbols: [['в'], [[0, 1], 'починка'], [[1, 0]]],
  actions: [[1, 0, 0]],
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
          { action: 0, done: true, step: 0, subjectless: true },
          { action: 0, done: false, step: 0, slot: 0 },
          { lexeme: 0, subject: 4, past: true },
          { lexeme: 0, subject: 4, past: false },
        ],
      ],
    },
  ],
};

describe('packed rules', () => {
  const lexicon = new Lexicon(pack(rules));

  it('keep what there is of the rules and their lexemes', () => {
    expect(lexicon.rules).toEqual(rules.rules);
    expect(lexicon.names).toEqual(['time/один', 'passive/два']);
    expect(rules.lexemes.map((_, index) => lexicon.lexeme(index))).toEqual(rules.lexemes);
    expect(rules.symbols.map((_, symbol) => lexicon.lexemeOf(symbol))).toEqual([-1, 0, 1]);
  });

  it('know the senses of a form', () => {
    expect(lexicon.sensesOf('в')).toMatchObject({ symbols: [0], slots: [[]] });
    expect(lexicon.sensesOf('починка')).toMatchObject({ symbols: [1], slots: [[]] });
    expect(lexicon.sensesOf('чинил')).toMatchObject({ symbols: [1], slots: [[1]] });
    // The filter of the symbol leaves this form out, and the paradigm has none in that slot.
    expect(lexicon.sensesOf('чинила')).toBeNull();
    expect(lexicon.sensesOf('кот')).toBeNull();
    expect(lexicon.sensesOf('кота')).toMatchObject({ symbols: [2], slots: [[1]] });
    expect(lexicon.sensesOf('молоток')).toBeNull();
    expect(lexicon.formOf(1, 0)).toBeNull();
    expect(lexicon.formOf(1, 1)).toBe('кота');
  });

  it('lead to each way by its steps, with all that it takes and puts', () => {
    const found = new Map<
      number,
      { way: Way; edges: (number | Step)[]; edgeOf: readonly number[] }
    >();
    const walk = (node: TreeNode, edges: (number | Step)[]) => {
      for (const { way, edgeOf } of node.ends) found.set(way.index, { way, edges, edgeOf });
      for (const [symbol, next] of node.words) walk(next, [...edges, symbol]);
      for (const { step, node: next } of node.special) walk(next, [...edges, step]);
    };
    for (let symbol = 0; symbol <= 37; symbol += 1) {
      const tree = lexicon.treeFrom(symbol);
      if (tree) walk(tree, [symbol]);
    }
    if (lexicon.wordless) walk(lexicon.wordless, []);
    for (const [index, way] of rules.ways.entries()) {
      const led = found.get(index);
      expect(led?.way).toMatchObject({
        rule: way.rule,
        steps: way.steps,
        choices: way.puts.length,
      });
      expect(led?.way.puts).toEqual(way.puts);
      expect(led?.edgeOf.map((edge) => led.edges[edge])).toEqual(way.steps);
    }
  });

  it('stay JSON', () => {
    expect(JSON.parse(JSON.stringify(pack(rules)))).toEqual(pack(rules));
  });
});
