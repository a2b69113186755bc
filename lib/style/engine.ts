import { sentencesOf } from '../language/sentences';
import { type Token, tokenize } from '../language/words';
import type { Place } from './clause';
import { Composer } from './compose';
import type { Remark, Review } from './contract';
import { Lexicon } from './lexicon';
import { type IsWanted, type Match, Matcher } from './matcher';
import type { PackedRules } from './packed';
import { isForeign, quotedSpans } from './protect';
import { readabilityOf } from './readability';
import { officialLooks, scoreOf } from './score';
import { type Shape, shapeOf } from './shape';
import { type SyntaxRemark, sentenceSyntax, textSyntax } from './syntax';

export interface ReviewOptions {
  /** Rule ids (`<category>/<rule>`) and categories that the author does not want to hear of. */
  ignored?: ReadonlySet<string>;
  /** Also remarks that are a matter of taste. */
  strict?: boolean;
  /** Nothing but this rule (`<category>/<rule>`): for proofs of a rule. */
  only?: string;
}

export interface Found {
  remark: Remark;
  soft: boolean;
  /** Soft advice in a sentence where a click mends enough: told once that is done. */
  waits: boolean;
}

/** What was found in a sentence, as it stood when it was last met. */
export interface KnownSentence {
  /** Where it began. */
  base: number;
  /** Offsets count from the beginning of that draft. */
  found: readonly Found[];
}

/** What is remembered of a draft that is judged again and again. */
export interface DraftMemory {
  /** Tokens of the whole draft. */
  tokensOf(draft: string): readonly Token[];
  get(sentence: string): KnownSentence | undefined;
  set(sentence: string, known: KnownSentence): unknown;
}

const moved = ({ remark, soft, waits }: Found, by: number): Found => ({
  remark: { ...remark, start: remark.start + by, end: remark.end + by },
  soft,
  waits,
});

/**
 * Leaves out what would only weigh: advice that waits, and advice on a rule that the text was already
 * given. What can be clicked stays wherever it stands.
 */
function worthReading(found: Found[]): Found[] {
  const told = new Set<string>();
  return found.filter(({ remark, waits }) => {
    if (remark.replacements.length > 0) return true;
    if (waits) return false;
    if (remark.category === 'syntax') return true;
    if (told.has(remark.rule)) return false;
    told.add(remark.rule);
    return true;
  });
}

/** A soft word weighs one, any other remark two; a text is dense with them from one in so many words. */
const WORDS_A_POINT = 11;
/** One remark on a phrase in so many words is enough to begin with. */
const WORDS_A_PHRASE = 20;
/** With so many phrases of a sentence to be mended by one click, soft advice on its words waits. */
const ENOUGH_TO_CLICK = 2;
/** Characters of a sentence left free by other remarks that still can be marked. */
const FEWEST_FREE = 12;
/** From this on the whole text looks like a paper, and every word of it counts. */
const OFFICIAL = -1.2;

/** Remarks on syntax that the author did not switch off. */
const wanted = (remarks: SyntaxRemark[], { ignored, only }: ReviewOptions) =>
  remarks.filter(
    ({ remark }) =>
      (only === undefined || only === remark.rule) &&
      !ignored?.has(remark.rule) &&
      !ignored?.has(remark.category),
  );

/**
 * Remarks that lie over others give way: on how a sentence is built only what phrases left free of it is
 * marked, and a soft one is dropped.
 */
function apart(found: Found[]): Remark[] {
  const kept = found
    .filter(({ remark }) => remark.category !== 'syntax')
    .map(({ remark }) => remark);
  for (const { remark, soft } of found) {
    if (remark.category !== 'syntax') continue;
    const over = kept.filter((other) => other.start < remark.end && other.end > remark.start);
    if (over.length === 0) kept.push(remark);
    if (over.length === 0 || soft) continue;
    let [start, end] = [remark.start, remark.start];
    let free = remark.start;
    for (const other of [
      ...over.sort((a, b) => a.start - b.start),
      { start: remark.end, end: remark.end },
    ]) {
      if (other.start - free > end - start) [start, end] = [free, other.start];
      free = other.end;
    }
    if (end - start > FEWEST_FREE) kept.push({ ...remark, start, end });
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Leaves out soft remarks where they stand alone: one «мероприятие» in a living post is no fault. */
function dense(found: Found[], shape: Shape): Found[] {
  let phrases = 0;
  for (const { remark } of found) if (remark.category !== 'syntax') phrases += 1;
  if (officialLooks(shape) > OFFICIAL) {
    // Where words give enough to mend, how sentences are built can wait.
    const enough = phrases * WORDS_A_PHRASE >= shape.words;
    return found.filter(({ remark, soft }) => !soft || !enough || remark.category !== 'syntax');
  }
  let points = 0;
  for (const { remark, soft } of found) {
    if (remark.category !== 'syntax') points += soft ? 1 : 2;
  }
  const isDense = points * WORDS_A_POINT >= shape.words;
  return found.filter(({ remark, soft }) => !soft || (isDense && remark.category !== 'syntax'));
}

/** The whole check, over rules given to it; one per set of rules. */
export class StyleEngine {
  private readonly lexicon: Lexicon;
  private readonly matcher: Matcher;
  private readonly composer: Composer;

  constructor(packed: PackedRules) {
    this.lexicon = new Lexicon(packed);
    this.matcher = new Matcher(this.lexicon);
    this.composer = new Composer(this.lexicon);
  }

  /** `memory` knows what was found in sentences before and is told what was found now. */
  review(draft: string, options: ReviewOptions = {}, memory?: DraftMemory): Review {
    const tokens = memory?.tokensOf(draft) ?? tokenize(draft);
    const sentences = sentencesOf(tokens);
    const quoted = quotedSpans(draft, tokens);
    const found: Found[] = [];
    this.matcher.read(draft, tokens);
    const isWanted = this.wish(options);
    for (const { first, last } of sentences) {
      const base = tokens[first]?.start ?? 0;
      const sentence = memory ? draft.slice(base, tokens[last - 1]?.end ?? base) : '';
      const known = memory?.get(sentence);
      let entries: readonly Found[];
      if (!known) entries = this.checkSentence(draft, tokens, first, last, options, isWanted);
      else if (known.base === base) entries = known.found;
      else entries = known.found.map((entry) => moved(entry, base - known.base));
      memory?.set(sentence, { base, found: entries });
      for (const entry of entries) {
        const { start, end } = entry.remark;
        const isQuoted = quoted.some(([from, to]) => start < to && end > from);
        if (!isQuoted) found.push(entry);
      }
    }
    found.push(...wanted(textSyntax(draft, tokens), options));
    const shape = shapeOf(tokens, sentences);
    const remarks = apart(worthReading(dense(found, shape)));
    const readability = readabilityOf(tokens, sentences, shape);
    return { remarks, readability, ...scoreOf(shape, remarks.length) };
  }

  /** Which rules the author wants to hear of. */
  private wish({ ignored, only, strict }: ReviewOptions): IsWanted {
    const { rules, names } = this.lexicon;
    return (index) => {
      const rule = rules[index];
      const name = names[index];
      if (!rule || name === undefined || (rule.weak && strict !== true)) return false;
      if (only !== undefined && only !== name) return false;
      return !ignored || !(ignored.has(name) || ignored.has(rule.category));
    };
  }

  private checkSentence(
    text: string,
    tokens: readonly Token[],
    first: number,
    last: number,
    options: ReviewOptions,
    isWanted: IsWanted,
  ): Found[] {
    if (isForeign(tokens, first, last)) return [];
    const place = { text, tokens, first, last };
    const matches = this.matcher.matchAll(first, last, isWanted);
    const syntax = wanted(sentenceSyntax(text, tokens, { first, last }), options);
    const phrases = this.choose(matches).flatMap((match): Found[] => {
      const { chosen, offers } = this.withOffer(match, matches, place);
      const rule = this.ruleOf(chosen);
      const begin = tokens[chosen.first];
      const end = tokens[chosen.last - 1];
      if (!rule || !begin || !end) return [];
      const remark: Remark = {
        category: rule.category,
        rule: `${rule.category}/${rule.id}`,
        start: offers[0]?.start ?? begin.start,
        end: offers[0]?.end ?? end.end,
        why: rule.why,
        replacements: offers.map((offer) => offer.text),
      };
      if (offers.length === 0 && rule.example) {
        remark.example = { before: rule.example[0], after: rule.example[1] };
      }
      return [{ remark, soft: rule.soft, waits: false }];
    });
    let clicks = 0;
    for (const { remark } of phrases) if (remark.replacements.length > 0) clicks += 1;
    if (clicks >= ENOUGH_TO_CLICK) {
      for (const entry of [...phrases, ...syntax]) entry.waits = entry.soft;
    }
    return [...phrases, ...syntax];
  }

  /** The match itself when something can be offered for it, else the longest one inside it that can be helped. */
  private withOffer(match: Match, matches: readonly Match[], place: Place) {
    const offers = this.composer.offers(match, place);
    if (offers.length > 0) return { chosen: match, offers };
    const inside = matches
      .filter(
        (other) =>
          other !== match &&
          other.first >= match.first &&
          other.last <= match.last &&
          other.way.choices > 0,
      )
      .sort((a, b) => b.last - b.first - (a.last - a.first));
    for (const other of inside) {
      const found = this.composer.offers(other, place);
      if (found.length > 0) return { chosen: other, offers: found };
    }
    return { chosen: match, offers };
  }

  private ruleOf(match: Match) {
    return this.lexicon.rules[match.way.rule];
  }

  /** Of matches that overlap the longer one wins, then the one with something to offer. */
  private choose(matches: Match[]): Match[] {
    const weight = (match: Match) =>
      (match.last - match.first) * 4 + (match.way.choices > 0 ? 2 : 0);
    const sorted = matches.toSorted(
      (a, b) => weight(b) - weight(a) || a.first - b.first || a.way.index - b.way.index,
    );
    const chosen: Match[] = [];
    for (const match of sorted) {
      if (chosen.every((other) => match.last <= other.first || match.first >= other.last))
        chosen.push(match);
    }
    return chosen.sort((a, b) => a.first - b.first);
  }
}
