import * as z from 'zod/mini';
import { sentencesOf } from '../language/sentences';
import { type Token, tokenize } from '../language/words';
import type { Remark, Review } from './contract';
import { quotedSpans } from './protect';

/** Longest list of a body's own replacements, and the longest text of one field in UTF-16 units. */
export const MOST_OWN_REPLACEMENTS = 500;
export const LONGEST_OWN_FIELD = 200;

const field = z.string().check(z.maxLength(LONGEST_OWN_FIELD));
const ownReplacementSchema = z.object({
  /** The phrase as it is met, found in exactly these words whatever their capitals. */
  was: field,
  /** What to say instead; empty means to leave the phrase out. */
  becomes: field,
  /** One short sentence for the author; may be empty. */
  why: z.catch(field, ''),
});
export type OwnReplacement = z.infer<typeof ownReplacementSchema>;

/**
 * The list out of a storage or a file. Heals: a line that is nonsense, has no words to look for or asks
 * for what an earlier line asks for is left out, the others stay.
 */
export function healOwnReplacements(stored: unknown): OwnReplacement[] {
  if (!Array.isArray(stored)) return [];
  const known = new Set<string>();
  const healed: OwnReplacement[] = [];
  for (const line of stored) {
    const parsed = ownReplacementSchema.safeParse(line);
    if (!parsed.success) continue;
    const key = ownKey(parsed.data.was);
    if (key === '' || known.has(key) || parsed.data.becomes === parsed.data.was) continue;
    known.add(key);
    healed.push(parsed.data);
    if (healed.length === MOST_OWN_REPLACEMENTS) break;
  }
  return healed;
}

const tokensOf = (phrase: string) => tokenize(phrase).filter(({ kind }) => kind !== 'break');

/** What two spellings of one phrase have in common: its words in lower case, ё as е. Empty for none. */
export const ownKey = (was: string) =>
  tokensOf(was)
    .map(({ plain }) => plain)
    .join(' ');

const ruleOf = (key: string) => `own/${key.replaceAll(' ', '-')}`;

/** The rule id under which remarks of this replacement come (`Remark.rule`). */
export const ownRule = (was: string) => ruleOf(ownKey(was));

interface Wanted extends OwnReplacement {
  rule: string;
  words: string[];
}

/** Finds the body's own phrases in a draft; offsets are UTF-16 indices into it. */
export type OwnFinder = (draft: string, ignored?: ReadonlySet<string>) => Remark[];

/**
 * Prepares a list for many drafts. A phrase is found by its whole words, with any spaces between them
 * but inside one sentence; quoted words are left alone unless the phrase itself has quotation marks.
 * Of phrases that overlap the longest wins.
 */
export function ownFinder(replacements: readonly OwnReplacement[]): OwnFinder {
  const byFirstWord = new Map<string, Wanted[]>();
  for (const line of healOwnReplacements(replacements)) {
    const words = tokensOf(line.was).map(({ plain }) => plain);
    const [first = ''] = words;
    const same = byFirstWord.get(first) ?? [];
    same.push({ ...line, words, rule: ruleOf(words.join(' ')) });
    byFirstWord.set(first, same);
  }
  for (const same of byFirstWord.values()) same.sort((a, b) => b.words.length - a.words.length);

  return (draft, ignored) => {
    if (byFirstWord.size === 0) return [];
    const tokens = tokenize(draft);
    const quoted = quotedSpans(draft, tokens);
    const remarks: Remark[] = [];
    for (const { first, last } of sentencesOf(tokens)) {
      for (let at = first; at < last; at += 1) {
        const wanted = byFirstWord
          .get(tokens[at]?.plain ?? '')
          ?.find(
            ({ words, rule }) =>
              !ignored?.has(rule) &&
              at + words.length <= last &&
              words.every((word, index) => tokens[at + index]?.plain === word),
          );
        if (!wanted) continue;
        const remark = remarkOf(wanted, { draft, tokens, first, last, at });
        const isTheirs = quoted.some(
          ([start, end]) => remark && start < remark.start && remark.end < end,
        );
        // One that reaches into the one before waits until that is decided.
        if (!remark || isTheirs || remark.start < (remarks.at(-1)?.end ?? 0)) continue;
        remarks.push(remark);
        at += wanted.words.length - 1;
      }
    }
    return remarks;
  };
}

/** A review with the body's own remarks in it; where they meet others, the body's word counts. */
export function withOwnRemarks(review: Review, own: readonly Remark[]): Review {
  if (own.length === 0) return review;
  const others = review.remarks.filter(({ start, end }) =>
    own.every((remark) => end <= remark.start || remark.end <= start),
  );
  return { ...review, remarks: [...others, ...own].sort((a, b) => a.start - b.start) };
}

interface Place {
  draft: string;
  tokens: readonly Token[];
  /** The sentence, tokens `[first, last)`. */
  first: number;
  last: number;
  /** The token at which the phrase begins. */
  at: number;
}

function remarkOf(wanted: Wanted, place: Place): Remark | null {
  const { draft, tokens, at } = place;
  const head = tokens[at];
  const tail = tokens[at + wanted.words.length - 1];
  if (!head || !tail) return null;
  const found = draft.slice(head.start, tail.end);
  const change =
    wanted.becomes.trim() === ''
      ? removal(place, head, tail, wanted.words.length)
      : { start: head.start, end: tail.end, text: inCaseOf(found, wanted, at === place.first) };
  if (draft.slice(change.start, change.end) === change.text) return null;
  return {
    category: 'own',
    rule: wanted.rule,
    start: change.start,
    end: change.end,
    why: wanted.why.trim() || 'Это из вашего списка замен.',
    replacements: [change.text],
  };
}

const LETTER = /\p{L}/u;
const capitalised = (text: string) => text.replace(LETTER, (letter) => letter.toUpperCase());
const isLoud = (text: string) =>
  text.toUpperCase() === text && (text.match(/\p{Lu}/gu)?.length ?? 0) > 1;
const beginsWithCapital = (text: string) => /^\P{L}*\p{Lu}/u.test(text);

/** What is put, with the capitals that the found words have beyond those of the list. */
function inCaseOf(found: string, { was, becomes }: OwnReplacement, opensSentence: boolean): string {
  const text = becomes.trim();
  if (isLoud(found) && !isLoud(was)) return text.toUpperCase();
  const isRaised = beginsWithCapital(found) && (opensSentence || !beginsWithCapital(was));
  return isRaised ? capitalised(text) : text;
}

/** Leaves the phrase out together with the comma and the space that it no longer needs. */
function removal(
  { draft, tokens, first, last, at }: Place,
  head: Token,
  tail: Token,
  length: number,
) {
  const before = at > first ? tokens[at - 1] : undefined;
  const after = at + length < last ? tokens[at + length] : undefined;
  const afterComma = after?.plain === ',' ? tokens[at + length + 1] : after;
  if (!before || before.kind === 'break') {
    // What follows begins the sentence now.
    const next = at + length + (after?.plain === ',' ? 1 : 0) < last ? afterComma : undefined;
    if (!next || next.kind === 'break') return { start: head.start, end: tail.end, text: '' };
    if (next.kind !== 'word') {
      const end = '.!?…'.includes(next.plain) ? next.end : next.start;
      return { start: head.start, end, text: '' };
    }
    const letter = draft.slice(next.start, next.start + 1);
    const text = head.capital ? letter.toUpperCase() : letter;
    return { start: head.start, end: next.start + 1, text };
  }
  const closes = !after || after.kind === 'break' || (after.kind === 'mark' && after.plain !== ',');
  if (before.plain === ',' && (closes || after?.plain === ','))
    return { start: before.start, end: tail.end, text: '' };
  if (before.plain === '(' && after?.plain === ')') {
    const start = at - 1 > first ? (tokens[at - 2]?.end ?? before.start) : before.start;
    return { start, end: after.end, text: '' };
  }
  if ('(«„"'.includes(before.plain) && after)
    return { start: head.start, end: after.start, text: '' };
  return { start: before.end, end: tail.end, text: '' };
}
