// The small language of lib/moderation/rule.ts, expanded to plain words and word parts.
import { formsOf, parses } from './morphology';

/** What one alternative of an element stands for. */
export interface Expansion {
  /** Whole words. */
  words: Set<string>;
  /** Word parts with `^` and `$` for the edges of the word. */
  parts: Set<string>;
}

/** Ending sets for words that no dictionary holds. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  m: ['', 'а', 'у', 'ом', 'е', 'ы', 'ов', 'ам', 'ами', 'ах'],
  mi: ['', 'а', 'у', 'ом', 'е', 'и', 'ов', 'ам', 'ами', 'ах'],
  f: ['а', 'ы', 'е', 'у', 'ой', 'ою', '', 'ам', 'ами', 'ах'],
  fi: ['а', 'и', 'е', 'у', 'ой', 'ою', '', 'ам', 'ами', 'ах'],
  n: ['о', 'а', 'у', 'ом', 'е', '', 'ам', 'ами', 'ах'],
  adj: ['ый', 'ой', 'ая', 'ое', 'ые', 'ого', 'ому', 'ым', 'ом', 'ую', 'ою', 'ых', 'ыми'],
  adji: ['ий', 'ой', 'ая', 'ое', 'ие', 'ого', 'ему', 'ому', 'им', 'ом', 'ую', 'ою', 'их', 'ими'],
};

/** Expands `(а|б)` and `[аб]`. */
function alternatives(pattern: string): string[] {
  const at = pattern.search(/[([]/);
  if (at === -1) return [pattern];
  const open = pattern[at];
  const close = pattern.indexOf(open === '(' ? ')' : ']', at);
  if (close === -1) throw new Error(`Не закрыта скобка: ${pattern}`);
  const inside = pattern.slice(at + 1, close);
  const choices = open === '(' ? inside.split('|') : [...inside];
  const rests = alternatives(pattern.slice(close + 1));
  return choices.flatMap((choice) => rests.map((rest) => pattern.slice(0, at) + choice + rest));
}

const plain = (word: string) => word.toLowerCase().replaceAll('ё', 'е');

function formsOrFail(lemma: string, pos: string | undefined): string[] {
  // A form built by the comparative prefix (`поглупее`) or the superlative is of no use here.
  const words = formsOf(lemma, pos).map((form) => plain(form.word));
  if (words.length > 0) return words;
  const reading = parses(lemma).find((parse) => pos === undefined || parse.pos === pos);
  if (reading !== undefined && plain(reading.lemma) !== plain(lemma))
    throw new Error(`«${lemma}» не начальная форма, а форма слова «${reading.lemma}»`);
  throw new Error(`Не знаю форм слова «${lemma}»${pos ? ` (${pos})` : ''}`);
}

/**
 * Expands one alternative of an element. Throws on a spelling outside the language and on one that stands
 * for nothing at all, since its rule would silently find nothing.
 */
export function expand(marked: string): Expansion {
  const expansion = expanded(marked);
  if (expansion.words.size + expansion.parts.size === 0)
    throw new Error(`Ничего не значит: «${marked}»`);
  return expansion;
}

function expanded(marked: string): Expansion {
  const pattern = marked.startsWith('=') ? marked.slice(1) : marked;
  const words = new Set<string>();
  const parts = new Set<string>();
  const lemma = /^<([^:>]+)(?::([A-Z]+))?>$/.exec(pattern);
  if (lemma !== null) {
    for (const choice of alternatives(lemma[1] as string))
      for (const word of formsOrFail(choice, lemma[2])) if (/^[а-я]+$/.test(word)) words.add(word);
    return { words, parts };
  }
  const ending = /^([^{]+)\{([a-z]+)\}$/.exec(pattern);
  if (ending !== null) {
    const set = ENDINGS[ending[2] as string];
    if (set === undefined) throw new Error(`Нет набора окончаний «${ending[2]}»: ${pattern}`);
    for (const stem of alternatives(ending[1] as string))
      for (const end of set) words.add(plain(stem) + end);
    return { words, parts };
  }
  for (const choice of alternatives(pattern)) {
    const body = plain(choice.replaceAll('*', ''));
    if (!/^[а-я]+$/.test(body)) throw new Error(`Не понимаю «${pattern}»`);
    if (!choice.includes('*')) words.add(body);
    else parts.add((choice.startsWith('*') ? '' : '^') + body + (choice.endsWith('*') ? '' : '$'));
  }
  return { words, parts };
}

/** An element of a phrase: its alternatives, and how many words may stand before it. */
export interface Element {
  alternatives: string[];
  gap: number;
}

/** Splits on `/` outside brackets. */
function choicesOf(element: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < element.length; index++) {
    const letter = element[index] as string;
    if ('([<{'.includes(letter)) depth++;
    else if (')]>}'.includes(letter)) depth--;
    else if (letter === '/' && depth === 0) {
      out.push(element.slice(from, index));
      from = index + 1;
    }
  }
  out.push(element.slice(from));
  return out;
}

/** Parses a phrase; elements in whole brackets may be missing, so one phrase may give several. */
export function elementsOf(phrase: string): Element[][] {
  let variants: Element[][] = [[]];
  let gap = 0;
  for (const piece of phrase.trim().split(/\s+/)) {
    const distance = /^~(\d)$/.exec(piece);
    if (distance !== null) {
      gap = Number(distance[1]);
      continue;
    }
    const optional = /^\(([^|()]+)\)$/.exec(piece);
    const element = { alternatives: choicesOf(optional?.[1] ?? piece), gap };
    const taken = variants.map((variant) => [...variant, element]);
    variants = optional === null ? taken : [...taken, ...variants];
    gap = 0;
  }
  return variants;
}
