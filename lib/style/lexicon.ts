import type { CompiledRules, Lexeme, Part, Step } from './compiled';
import {
  isOfStart,
  LINE,
  type PackedRules,
  PIECE,
  unpackLexeme,
  unpackPut,
  unpackStep,
  unpackUses,
  unpackWay,
} from './packed';

/** A way to say what a rule is about, as a pattern and what can be put instead. */
export interface Way {
  /** Earlier ones win where all else is equal. */
  index: number;
  rule: number;
  steps: readonly Step[];
  /** How many replacements there are; `puts` reads them. */
  choices: number;
  readonly puts: readonly Part[][];
}

/** A way that ends at a node: what stands at each place of its pattern among the edges that led here. */
export interface End {
  way: Way;
  edgeOf: readonly number[];
}

/** A node of the tree of patterns that begin with one symbol. */
export interface TreeNode {
  words: ReadonlyMap<number, TreeNode>;
  special: readonly { step: Exclude<Step, number>; node: TreeNode }[];
  ends: readonly End[];
}

/** What a word form may be in the patterns: its symbols, and for each the slots of the form in it. */
export interface Senses {
  symbols: readonly number[];
  /** By the index in `symbols`; none for a word that stands for itself. */
  slots: readonly (readonly number[])[];
  /** Patterns that begin with the form, each with the slots that it has there. */
  readonly beginnings: readonly { slots: readonly number[]; tree: TreeNode }[];
}

interface GrowingNode extends TreeNode {
  words: Map<number, GrowingNode>;
  special: { text: string; step: Exclude<Step, number>; node: GrowingNode }[];
  ends: End[];
}

const emptyNode = (): GrowingNode => ({ words: new Map(), special: [], ends: [] });

/** Words of a draft come again and again; the memory of them is dropped when it grows. */
const MOST_KNOWN = 8_000;

const SPACE = 0x20;
const TAB = 0x09;
const BREAK = 0x0a;

/** A number in base 36 at `[from, to)`; NaN for anything else. */
function numberAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - (code < 0x40 ? 0x30 : 0x57);
    if (digit < 0 || digit > 35) return Number.NaN;
    value = value * 36 + digit;
  }
  return value;
}

/**
 * The rules, read as far as texts ask for them: at the beginning only where each line begins. A form
 * is found by its stem, a tree of patterns is made when its first word is met.
 */
export class Lexicon {
  readonly rules: CompiledRules['rules'];
  /** Ids of the rules, `<category>/<rule>`, by index. */
  readonly names: readonly string[];
  /** Patterns that begin with a number, and those that begin with neither word nor number. */
  readonly numbered: TreeNode;
  readonly wordless: TreeNode | null;
  private readonly paradigms: (readonly string[] | undefined)[];
  private readonly slotsOfEnding: (ReadonlyMap<string, readonly number[]> | undefined)[];
  private readonly lexemeLines: readonly string[];
  private readonly lexemes: (Lexeme | undefined)[];
  private readonly usesOf: (readonly (readonly [number, number])[] | undefined)[];
  /** Lexemes with this stem. */
  private readonly byStem = new Map<string, number[]>();
  private readonly longestStem: number;
  private readonly filters: readonly ReadonlySet<number>[];
  private readonly words = new Map<string, string>();
  private readonly heads: readonly string[];
  private readonly wayStart: readonly number[];
  private readonly wayRule: readonly number[];
  /** Ways that begin with this symbol. */
  private readonly waysOf = new Map<number, number[]>();
  private readonly trees = new Map<number, TreeNode>();
  private known = new Map<string, Senses | null>();
  private actions: Map<number, readonly [does: number, did: number]> | undefined;

  constructor(private readonly packed: PackedRules) {
    this.rules = packed.rules;
    this.names = packed.rules.map(({ category, id }) => `${category}/${id}`);
    this.paradigms = [];
    this.slotsOfEnding = [];
    this.lexemes = [];
    this.usesOf = [];
    this.lexemeLines = packed.lexemes.split(LINE);
    this.filters = packed.filters.map((slots) => new Set(slots));
    this.heads = packed.heads.split(',');
    let longest = 0;
    for (const [index, line] of this.lexemeLines.entries()) {
      const stem = line.slice(0, line.indexOf(PIECE));
      const same = this.byStem.get(stem);
      if (same) same.push(index);
      else this.byStem.set(stem, [index]);
      if (stem.length > longest) longest = stem.length;
    }
    this.longestStem = longest;
    for (const line of packed.words.split(LINE)) {
      const at = line.indexOf(PIECE);
      this.words.set(line.slice(0, at), line.slice(at + 1));
    }
    const numbered: number[] = [];
    const wordless: number[] = [];
    const { ways } = packed;
    const starts: number[] = [];
    const rules: number[] = [];
    let rule = 0;
    for (let at = 0; at < ways.length; at = ways.indexOf(LINE, at) + 1) {
      if (ways.charCodeAt(at) === BREAK) {
        rule += 1;
        continue;
      }
      let end = at;
      for (let code = ways.charCodeAt(end); code !== SPACE && code !== TAB && code !== BREAK; ) {
        end += 1;
        code = ways.charCodeAt(end);
      }
      const first = numberAt(ways, at, end);
      const way = starts.push(at) - 1;
      rules.push(rule);
      const others = ways[at] === '#' ? numbered : wordless;
      const same = Number.isNaN(first) ? others : this.waysOf.get(first);
      if (same) same.push(way);
      else this.waysOf.set(first, [way]);
    }
    this.wayStart = starts;
    this.wayRule = rules;
    this.numbered = this.treeOf(numbered);
    this.wordless = wordless.length > 0 ? this.treeOf(wordless) : null;
  }

  lexeme(index: number): Lexeme | undefined {
    const known = this.lexemes[index];
    if (known) return known;
    const line = this.lexemeLines[index];
    if (line === undefined) return undefined;
    const { uses, ...lexeme } = unpackLexeme(line);
    this.usesOf[index] = unpackUses(uses);
    this.lexemes[index] = lexeme;
    return lexeme;
  }

  /** The first lexeme of a symbol, or −1 for one of words alone. */
  lexemeOf(symbol: number): number {
    const head = this.heads[symbol];
    return head ? Number.parseInt(head, 36) : -1;
  }

  /**
   * The verb hidden in a noun of action: `word` (lower case, ё as е) as a form of one of the symbol's
   * nouns. −1 where none is known.
   */
  verbOf(symbol: number, word: string, done: boolean): number {
    for (let length = Math.min(word.length, this.longestStem); length > 0; length -= 1) {
      for (const noun of this.byStem.get(word.slice(0, length)) ?? []) {
        const verbs = this.verbsOf(noun);
        const entry = verbs && this.lexeme(noun);
        if (!verbs || !entry || this.slotsOf(entry.paradigm, word.slice(length)).length === 0)
          continue;
        if (this.usesOf[noun]?.some(([used]) => used === symbol)) return verbs[done ? 1 : 0];
      }
    }
    return -1;
  }

  private verbsOf(noun: number): readonly [does: number, did: number] | undefined {
    if (!this.actions) {
      this.actions = new Map();
      for (const line of this.packed.actions.split(',')) {
        const [key = '', does = '', did = ''] = line.split('.');
        this.actions.set(Number.parseInt(key, 36), [
          Number.parseInt(does, 36),
          Number.parseInt(did, 36),
        ]);
      }
    }
    return this.actions.get(noun);
  }

  /** The form of a lexeme in a slot, or null where the paradigm has none. */
  formOf(lexeme: number, slot: number): string | null {
    const entry = this.lexeme(lexeme);
    if (!entry) return null;
    const ending = this.endingsOf(entry.paradigm)[slot];
    return ending === undefined || ending === '-' ? null : entry.stem + ending;
  }

  /** What a word form (lower case, ё as е) or a mark may be in the patterns, or null for nothing. */
  sensesOf(word: string): Senses | null {
    let senses = this.known.get(word);
    if (senses === undefined) {
      if (this.known.size >= MOST_KNOWN) this.known = new Map();
      senses = this.readSenses(word);
      this.known.set(word, senses);
    }
    return senses;
  }

  /** The patterns that begin with this symbol, from behind it; null when there are none. */
  treeFrom(symbol: number): TreeNode | null {
    const known = this.trees.get(symbol);
    if (known) return known;
    const ways = this.waysOf.get(symbol);
    if (!ways) return null;
    const tree = this.treeOf(ways).words.get(symbol) ?? null;
    if (tree) this.trees.set(symbol, tree);
    return tree;
  }

  private endingsOf(paradigm: number): readonly string[] {
    if (this.paradigms.length === 0) {
      for (const line of this.packed.paradigms.split(LINE)) this.paradigms.push(line.split(','));
    }
    return this.paradigms[paradigm] ?? [];
  }

  private slotsOf(paradigm: number, ending: string): readonly number[] {
    let slots = this.slotsOfEnding[paradigm];
    if (!slots) {
      const made = new Map<string, number[]>();
      for (const [slot, written] of this.endingsOf(paradigm).entries()) {
        const same = made.get(written);
        if (same) same.push(slot);
        else made.set(written, [slot]);
      }
      made.delete('-');
      slots = made;
      this.slotsOfEnding[paradigm] = slots;
    }
    return slots.get(ending) ?? [];
  }

  private readSenses(word: string): Senses | null {
    const found = new Map<number, number[]>();
    const take = (symbol: number, slot: number) => {
      const same = found.get(symbol);
      if (same) same.push(slot);
      else found.set(symbol, [slot]);
    };
    for (const [symbol] of unpackUses(this.words.get(word) ?? '')) found.set(symbol, []);
    for (let length = Math.min(word.length, this.longestStem); length >= 0; length -= 1) {
      const same = this.byStem.get(word.slice(0, length));
      if (!same) continue;
      const ending = word.slice(length);
      for (const index of same) {
        const lexeme = this.lexeme(index);
        const slots = lexeme ? this.slotsOf(lexeme.paradigm, ending) : [];
        if (slots.length === 0) continue;
        for (const [symbol, filter] of this.usesOf[index] ?? []) {
          for (const slot of slots) if (this.filters[filter]?.has(slot)) take(symbol, slot);
        }
      }
    }
    if (found.size === 0) return null;
    const symbols = [...found.keys()].sort((a, b) => a - b);
    const slots = symbols.map((symbol) => found.get(symbol) ?? []);
    const beginnings = symbols.flatMap((symbol, index) => {
      const tree = this.treeFrom(symbol);
      return tree ? [{ slots: slots[index] ?? [], tree }] : [];
    });
    return { symbols, slots, beginnings };
  }

  private wayAt(index: number): { way: Way; texts: string[] } {
    const { ways } = this.packed;
    const from = this.wayStart[index] ?? 0;
    const line = ways.slice(from, ways.indexOf(LINE, from));
    const { steps: texts, puts: unread } = unpackWay(line);
    let puts: Part[][] | undefined;
    const way: Way = {
      index,
      rule: this.wayRule[index] ?? -1,
      steps: texts.map(unpackStep),
      choices: unread.length,
      get puts() {
        puts ??= unread.map(unpackPut);
        return puts;
      },
    };
    return { way, texts };
  }

  /**
   * What looks at the place where the pattern began is asked last: then patterns that begin with the
   * same words share them, and hardly any of them is asked at all.
   */
  private treeOf(ways: readonly number[]): GrowingNode {
    const root = emptyNode();
    for (const index of ways) {
      const { way, texts } = this.wayAt(index);
      const order = Array.from(texts.keys());
      const asked = [
        ...order.filter((step) => !isOfStart(texts[step] ?? '')),
        ...order.filter((step) => isOfStart(texts[step] ?? '')),
      ];
      let node = root;
      for (const step of asked) node = edge(node, texts[step] ?? '', way.steps[step] ?? 0);
      const edgeOf: number[] = [];
      for (const [at, step] of asked.entries()) edgeOf[step] = at;
      node.ends.push({ way, edgeOf });
    }
    return root;
  }
}

/** The node behind a step; it is made when the step is new here. */
function edge(node: GrowingNode, text: string, step: Step): GrowingNode {
  if (typeof step === 'number') {
    let next = node.words.get(step);
    if (!next) {
      next = emptyNode();
      node.words.set(step, next);
    }
    return next;
  }
  let known = node.special.find((other) => other.text === text);
  if (!known) {
    known = { text, step, node: emptyNode() };
    node.special.push(known);
  }
  return known.node;
}
