import { CASES, readWord } from '../language/morphology/endings';
import { type Phrase, readCounted, readPhrase } from '../language/morphology/phrase';
import type { Token } from '../language/words';
import type { Step } from './compiled';
import type { Lexicon, TrieNode } from './lexicon';

/** What one step of a pattern took. */
export interface Bound {
  first: number;
  /** Exclusive; equal to `first` for a step that takes nothing. */
  last: number;
  /** Slots in which the word may stand; empty for a literal. */
  slots: number[];
  phrase: Phrase | null;
}

export interface Match {
  way: number;
  /** Tokens taken, `[first, last)`. */
  first: number;
  last: number;
  bounds: Bound[];
}

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
  !/(?:ость|есть|асть)$/u.test(word) &&
  !NOT_INFINITIVES.has(word);

/** All matches of all patterns in one sentence, tokens `[first, last)`. */
export function matchAll(
  lexicon: Lexicon,
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
): Match[] {
  const matches: Match[] = [];
  const symbols: (number[] | undefined)[] = [];
  for (let index = first; index < last; index += 1) {
    const token = tokens[index];
    symbols[index] =
      token?.kind === 'word' || token?.kind === 'mark'
        ? lexicon.symbolsOf.get(token.plain)
        : undefined;
  }
  const has = (index: number, wanted: readonly number[]) => {
    const known = index >= first && index < last ? symbols[index] : undefined;
    if (!known) return false;
    for (let at = 0; at < known.length; at += 2) if (wanted.includes(known[at] ?? -1)) return true;
    return false;
  };
  const kindAt = (index: number) =>
    index >= first && index < last ? tokens[index]?.kind : undefined;

  // Many patterns ask for the same phrase at the same place.
  const phrases = new Map<number, Phrase | null>();
  const phraseAt = (at: number, wanted: number): Phrase | null => {
    const key = at * CASES.length + wanted;
    let phrase = phrases.get(key);
    if (phrase === undefined) {
      phrase =
        readPhrase(text, tokens, at, CASES[wanted] ?? 'nomn') ??
        (CASES[wanted] === 'gent' ? readCountedNoun(tokens, at) : null);
      phrases.set(key, phrase);
    }
    return phrase;
  };

  let start = first;
  /** Phrases whose first noun stands in the case and whose genitives reach the start of the pattern. */
  const phrasesBehind = (wanted: number): Phrase[] => {
    const found: Phrase[] = [];
    for (let from = start - 1; from >= first && from > start - LONGEST_BEHIND; from -= 1) {
      if (tokens[from]?.kind !== 'word') break;
      const phrase = phraseAt(from, wanted);
      if (phrase?.groups.length !== 1) continue;
      let end = phrase.last;
      while (end < start) {
        const tail = phraseAt(end, CASES.indexOf('gent'));
        if (!tail) break;
        end = tail.last;
      }
      // The words before must not belong to the phrase: it begins the clause.
      const before = from === first ? undefined : tokens[from - 1];
      if (end === start && (!before || CLAUSE_BREAKS.has(before.plain))) found.push(phrase);
    }
    return found;
  };
  const bounds: Bound[] = [];
  const visit = (node: TrieNode, at: number): void => {
    for (const way of node.ways) {
      if (at === start) continue;
      let from = start;
      for (const bound of bounds) if (bound.first < from) from = bound.first;
      matches.push({ way, first: from, last: at, bounds: bounds.slice() });
    }
    const known = at < last ? symbols[at] : undefined;
    if (known && node.words.size > 0) {
      for (let index = 0; index < known.length; index += 2) {
        const symbol = known[index] ?? -1;
        // One word may stand in several slots of the symbol: they are taken together, once.
        let seen = false;
        for (let before = 0; before < index; before += 2) if (known[before] === symbol) seen = true;
        const next = seen ? undefined : node.words.get(symbol);
        if (!next) continue;
        const slots: number[] = [];
        for (let other = index; other < known.length; other += 2) {
          const slot = known[other + 1] ?? -1;
          if (known[other] === symbol && slot >= 0) slots.push(slot);
        }
        bounds.push({ first: at, last: at + 1, slots, phrase: null });
        visit(next, at + 1);
        bounds.pop();
      }
    }
    for (const { step, node: next } of node.special) take(step, next, at);
  };
  const go = (next: TrieNode, from: number, to: number, phrase: Phrase | null = null) => {
    bounds.push({ first: from, last: to, slots: [], phrase });
    visit(next, to);
    bounds.pop();
  };
  const take = (step: Exclude<Step, number>, next: TrieNode, at: number): void => {
    if ('gap' in step) {
      for (let length = 0; length <= step.gap; length += 1) {
        if (length > 0 && kindAt(at + length - 1) !== 'word') return;
        go(next, at, at + length);
      }
    } else if ('phrase' in step) {
      if (at >= last) return;
      const phrase = phraseAt(at, step.phrase);
      if (phrase && phrase.last <= last) go(next, at, phrase.last, phrase);
    } else if ('behind' in step) {
      for (const phrase of phrasesBehind(step.behind)) {
        bounds.push({ first: phrase.first, last: start, slots: [], phrase });
        visit(next, at);
        bounds.pop();
      }
    } else if ('number' in step) {
      if (kindAt(at) === 'number') go(next, at, at + 1);
    } else if ('edge' in step) {
      if (step.edge === 'start' ? start === first : at === last || isFinal(tokens, at, last))
        go(next, at, at);
    } else if ('capital' in step) {
      const word = tokens[start];
      // A word written all in capitals says nothing of the office.
      const shouted = word && /^[А-ЯЁ]{2}/u.test(text.slice(word.start, word.end));
      if (word?.capital && !shouted && kindAt(start - 1) === 'word') go(next, at, at);
    } else if ('not' in step) {
      const where = step.before ? start - 1 : at;
      if (!has(where, step.not) && !(step.number && kindAt(where) === 'number')) go(next, at, at);
    } else {
      const { ahead } = step;
      const token = at < last ? tokens[at] : undefined;
      const found =
        ahead === 'number'
          ? token?.kind === 'number'
          : ahead === 'infinitive'
            ? isInfinitiveAt(tokens, at, last)
            : Array.isArray(ahead)
              ? has(at, ahead)
              : token?.kind === 'word' &&
                readWord(token.plain, CASES[ahead.phrase] ?? 'nomn') !== null;
      if (found) go(next, at, at);
    }
  };

  for (start = first; start < last; start += 1) {
    // A pattern begins with a word, or with something that is checked at a word's place.
    if (symbols[start] || lexicon.root.special.length > 0) visit(lexicon.root, start);
  }
  return matches;
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
