import { CASES, readWord } from '../language/morphology/endings';
import { type Phrase, readCounted, readPhrase } from '../language/morphology/phrase';
import type { Token } from '../language/words';
import type { Step } from './compiled';
import type { End, Lexicon, Senses, TreeNode, Way } from './lexicon';

/** What one step of a pattern took. */
export interface Bound {
  first: number;
  /** Exclusive; equal to `first` for a step that takes nothing. */
  last: number;
  /** Slots in which the word may stand; empty for a literal. */
  slots: readonly number[];
  phrase: Phrase | null;
}

export interface Match {
  way: Way;
  /** Tokens taken, `[first, last)`. */
  first: number;
  last: number;
  bounds: Bound[];
}

const NO_SLOTS: readonly number[] = [];

/** Words that a phrase behind a pattern may have. */
const LONGEST_BEHIND = 8;

/** What may stand before the subject of a clause. */
const CLAUSE_BREAKS = new Set([',', '.', ';', ':', '(', '—', '–', '!', '?', '…', '•']);

/** Nouns that look like infinitives. */
const NOT_INFINITIVES = new Set(
  'сеть часть область память печать кровать нить медь мать дочь ночь речь помощь вещь пять шесть десять опять есть весть путь суть чуть смерть очередь площадь'.split(
    ' ',
  ),
);

/** Whether a word (lower case) is an infinitive by its ending. */
export const isInfinitive = (word: string) =>
  word.length > 3 &&
  /(?:[аеияоуыё]ть|сть|зть|сти|зти|йти|дти|чь)(?:ся|сь)?$/u.test(word) &&
  !/(?:ость|есть|асть|ости|части|ласти|чести|совести|повести)$/u.test(word) &&
  !NOT_INFINITIVES.has(word);

/** Whether anybody wants to hear of the rule with this index. */
export type IsWanted = (rule: number) => boolean;

const GENITIVE = CASES.indexOf('gent');

/**
 * Finds all matches of all patterns, one sentence of one text at a time. What it works with is kept
 * from call to call: a draft of a thousand words is thousands of steps, and hardly any ends in a match.
 */
export class Matcher {
  private text = '';
  private tokens: readonly Token[] = [];
  private first = 0;
  private last = 0;
  /** Where the pattern that is tried began. */
  private start = 0;
  private isWanted: IsWanted = () => true;
  private matches: Match[] = [];
  /** By token. */
  private senses: (Senses | null)[] = [];
  /** Many patterns ask for the same phrase at the same place. */
  private readonly phrases = new Map<number, Phrase | null>();
  /** What the steps so far took. */
  private depth = 0;
  private readonly firsts: number[] = [];
  private readonly lasts: number[] = [];
  private readonly slots: (readonly number[])[] = [];
  private readonly taken: (Phrase | null)[] = [];

  constructor(private readonly lexicon: Lexicon) {}

  /** The text that the next calls of `matches` speak of. */
  read(text: string, tokens: readonly Token[]): void {
    this.text = text;
    this.tokens = tokens;
    this.phrases.clear();
  }

  /** All matches of wanted rules in the sentence of tokens `[first, last)`. */
  matchAll(first: number, last: number, isWanted: IsWanted): Match[] {
    const { lexicon, senses, tokens } = this;
    this.first = first;
    this.last = last;
    this.isWanted = isWanted;
    this.matches = [];
    for (let index = first; index < last; index += 1) {
      const token = tokens[index];
      senses[index] =
        token?.kind === 'word' || token?.kind === 'mark' ? lexicon.sensesOf(token.plain) : null;
    }
    for (let start = first; start < last; start += 1) {
      const here = senses[start];
      this.start = start;
      if (tokens[start]?.kind === 'number') this.visit(lexicon.numbered, start);
      if (lexicon.wordless) this.visit(lexicon.wordless, start);
      if (!here) continue;
      for (const { slots, tree } of here.beginnings) {
        this.push(start, start + 1, slots, null);
        this.visit(tree, start + 1);
        this.depth -= 1;
      }
    }
    return this.matches;
  }

  private push(first: number, last: number, slots: readonly number[], phrase: Phrase | null): void {
    const { depth } = this;
    this.firsts[depth] = first;
    this.lasts[depth] = last;
    this.slots[depth] = slots;
    this.taken[depth] = phrase;
    this.depth = depth + 1;
  }

  /** Takes `[from, to)` by a step without a word and goes on from `at`. */
  private go(
    next: TreeNode,
    at: number,
    from: number,
    to: number,
    phrase: Phrase | null = null,
  ): void {
    this.push(from, to, NO_SLOTS, phrase);
    this.visit(next, at);
    this.depth -= 1;
  }

  private visit({ words, special, ends }: TreeNode, at: number): void {
    if (ends.length > 0 && at > this.start) for (const end of ends) this.found(end, at);
    const here = words.size > 0 && at < this.last ? this.senses[at] : null;
    if (here) {
      const { symbols, slots } = here;
      for (let index = 0; index < symbols.length; index += 1) {
        const next = words.get(symbols[index] ?? -1);
        if (!next) continue;
        this.push(at, at + 1, slots[index] ?? NO_SLOTS, null);
        this.visit(next, at + 1);
        this.depth -= 1;
      }
    }
    for (let index = 0; index < special.length; index += 1) {
      const way = special[index];
      if (way) this.take(way.step, way.node, at);
    }
  }

  private found({ way, edgeOf }: End, at: number): void {
    if (!this.isWanted(way.rule)) return;
    const { firsts, lasts, slots, taken } = this;
    let { start } = this;
    const bounds = edgeOf.map((edge): Bound => {
      const first = firsts[edge] ?? start;
      return {
        first,
        last: lasts[edge] ?? first,
        slots: slots[edge] ?? NO_SLOTS,
        phrase: taken[edge] ?? null,
      };
    });
    for (const { first } of bounds) if (first < start) start = first;
    this.matches.push({ way, first: start, last: at, bounds });
  }

  private has(index: number, wanted: readonly number[]): boolean {
    const known = index >= this.first && index < this.last ? this.senses[index] : null;
    if (!known) return false;
    for (const symbol of wanted) if (known.symbols.includes(symbol)) return true;
    return false;
  }

  private kindAt(index: number): Token['kind'] | undefined {
    return index >= this.first && index < this.last ? this.tokens[index]?.kind : undefined;
  }

  private phraseAt(at: number, wanted: number): Phrase | null {
    const { phrases, text, tokens } = this;
    const key = at * CASES.length + wanted;
    let phrase = phrases.get(key);
    if (phrase === undefined) {
      phrase =
        readPhrase(text, tokens, at, CASES[wanted] ?? 'nomn') ??
        (wanted === GENITIVE ? readCountedNoun(tokens, at) : null);
      phrases.set(key, phrase);
    }
    return phrase;
  }

  /** Phrases whose first noun stands in the case and whose genitives reach the start of the pattern. */
  private phrasesBehind(wanted: number): Phrase[] {
    const { first, start, tokens } = this;
    const found: Phrase[] = [];
    for (let from = start - 1; from >= first && from > start - LONGEST_BEHIND; from -= 1) {
      if (tokens[from]?.kind !== 'word') break;
      // The words before must not belong to the phrase: it begins the clause.
      const before = from === first ? undefined : tokens[from - 1];
      if (before && !CLAUSE_BREAKS.has(before.plain)) continue;
      const phrase = this.phraseAt(from, wanted);
      if (phrase?.groups.length !== 1) continue;
      let end = phrase.last;
      while (end < start) {
        const tail = this.phraseAt(end, GENITIVE);
        if (!tail) break;
        end = tail.last;
      }
      if (end === start) found.push(phrase);
    }
    return found;
  }

  private take(step: Exclude<Step, number>, next: TreeNode, at: number): void {
    const { first, last, start, tokens } = this;
    if ('gap' in step) {
      for (let length = 0; length <= step.gap; length += 1) {
        if (length > 0 && this.kindAt(at + length - 1) !== 'word') return;
        this.go(next, at + length, at, at + length);
      }
    } else if ('phrase' in step) {
      if (at >= last) return;
      const phrase = this.phraseAt(at, step.phrase);
      if (phrase && phrase.last <= last) this.go(next, phrase.last, at, phrase.last, phrase);
    } else if ('behind' in step) {
      for (const phrase of this.phrasesBehind(step.behind))
        this.go(next, at, phrase.first, start, phrase);
    } else if ('number' in step) {
      if (this.kindAt(at) === 'number') this.go(next, at + 1, at, at + 1);
    } else if ('edge' in step) {
      if (step.edge === 'start' ? start === first : at === last || isFinal(tokens, at, last))
        this.go(next, at, at, at);
    } else if ('capital' in step) {
      const word = tokens[start];
      // A word written all in capitals says nothing of the office.
      const shouted = word && /^[А-ЯЁ]{2}/u.test(this.text.slice(word.start, word.end));
      if (word?.capital && !shouted && this.kindAt(start - 1) === 'word') this.go(next, at, at, at);
    } else if ('not' in step) {
      const where = step.before ? start - 1 : at;
      const isThere =
        this.has(where, step.not) || (step.number === true && this.kindAt(where) === 'number');
      if (!isThere) this.go(next, at, at, at);
    } else if (this.isAhead(step.ahead, at)) this.go(next, at, at, at);
  }

  private isAhead(ahead: Extract<Step, { ahead: unknown }>['ahead'], at: number): boolean {
    const { last, tokens } = this;
    const token = at < last ? tokens[at] : undefined;
    if (ahead === 'number') return token?.kind === 'number';
    if (ahead === 'infinitive') return isInfinitiveAt(tokens, at, last);
    if (Array.isArray(ahead)) return this.has(at, ahead);
    return token?.kind === 'word' && readWord(token.plain, CASES[ahead.phrase] ?? 'nomn') !== null;
  }
}

/** An infinitive, «не» before it allowed. */
function isInfinitiveAt(tokens: readonly Token[], at: number, last: number): boolean {
  const index = tokens[at]?.plain === 'не' ? at + 1 : at;
  const token = index < last ? tokens[index] : undefined;
  return token?.kind === 'word' && isInfinitive(token.plain);
}

function readCountedNoun(tokens: readonly Token[], at: number): Phrase | null {
  const phrase = readCounted(tokens, at);
  const next = tokens[at + 1];
  if (!phrase || next?.kind !== 'word' || !readWord(next.plain, 'gent')) return null;
  return phrase;
}

/** Only closing marks stand between here and the end of the sentence. */
function isFinal(tokens: readonly Token[], at: number, last: number): boolean {
  for (let index = at; index < last; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'word' || token?.kind === 'number') return false;
    if (token?.plain === ',' || token?.plain === ':') return false;
  }
  return true;
}
