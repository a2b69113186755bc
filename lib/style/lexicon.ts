import type { CompiledRules, Step } from './compiled';

/** A node of the trie of patterns. */
export interface TrieNode {
  words: Map<number, TrieNode>;
  special: { step: Exclude<Step, number>; key: string; node: TrieNode }[];
  /** Indices of ways that end here. */
  ways: number[];
}

/** Rules ready to match. */
export interface Lexicon {
  rules: CompiledRules['rules'];
  ways: CompiledRules['ways'];
  lexemes: CompiledRules['lexemes'];
  /** Word form → symbol, slot, symbol, slot, …; slot −1 for a literal. */
  symbolsOf: Map<string, number[]>;
  /** Symbol → its first lexeme, or −1 for literals. */
  lexemeOf: number[];
  root: TrieNode;
  /** The form of a lexeme in a slot, or null where the paradigm has none. */
  formOf(lexeme: number, slot: number): string | null;
}

const emptyNode = (): TrieNode => ({ words: new Map(), special: [], ways: [] });

/** Makes the word map and the trie; a few milliseconds, once. */
export function buildLexicon(compiled: CompiledRules): Lexicon {
  const paradigms = compiled.paradigms.map((paradigm) => paradigm.split(','));
  const formOf = (lexeme: number, slot: number): string | null => {
    const entry = compiled.lexemes[lexeme];
    if (!entry) return null;
    const ending = paradigms[entry.paradigm]?.[slot];
    return ending === undefined || ending === '-' ? null : entry.stem + ending;
  };

  const symbolsOf = new Map<string, number[]>();
  const add = (word: string, symbol: number, slot: number) => {
    const plain = word.replaceAll('ё', 'е');
    const known = symbolsOf.get(plain);
    if (known) known.push(symbol, slot);
    else symbolsOf.set(plain, [symbol, slot]);
  };
  const lexemeOf = compiled.symbols.map((alternatives, symbol) => {
    let first = -1;
    for (const alternative of alternatives) {
      if (typeof alternative === 'string') {
        add(alternative, symbol, -1);
        continue;
      }
      const [lexeme, filter] = alternative;
      if (first === -1) first = lexeme;
      for (const slot of compiled.filters[filter] ?? []) {
        const form = formOf(lexeme, slot);
        if (form !== null) add(form, symbol, slot);
      }
    }
    return first;
  });

  const root = emptyNode();
  for (const [index, { steps }] of compiled.ways.entries()) {
    let node = root;
    for (const step of steps) {
      if (typeof step === 'number') {
        let next = node.words.get(step);
        if (!next) {
          next = emptyNode();
          node.words.set(step, next);
        }
        node = next;
        continue;
      }
      const key = JSON.stringify(step);
      let edge = node.special.find((known) => known.key === key);
      if (!edge) {
        edge = { step, key, node: emptyNode() };
        node.special.push(edge);
      }
      node = edge.node;
    }
    node.ways.push(index);
  }
  const { rules, ways, lexemes } = compiled;
  return { rules, ways, lexemes, symbolsOf, lexemeOf, root, formOf };
}
