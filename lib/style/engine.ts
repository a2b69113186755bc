import { sentencesOf } from '../language/sentences';
import { type Token, tokenize } from '../language/words';
import type { CompiledRules } from './compiled';
import { Composer } from './compose';
import type { Remark, Review } from './contract';
import { buildLexicon, type Lexicon } from './lexicon';
import { type Match, matchAll } from './matcher';
import { isForeign, quotedSpans } from './protect';
import { readabilityOf } from './readability';
import { scoreOf } from './score';

export interface ReviewOptions {
  /** Rule ids (`<category>/<rule>`) and categories that the author does not want to hear of. */
  ignored?: ReadonlySet<string>;
  /** Also remarks that are a matter of taste. */
  strict?: boolean;
  /** Nothing but this rule (`<category>/<rule>`): for proofs of a rule. */
  only?: string;
}

/** The whole check, over rules given to it; one per set of rules. */
export class StyleEngine {
  private readonly lexicon: Lexicon;
  private readonly composer: Composer;

  constructor(compiled: CompiledRules) {
    this.lexicon = buildLexicon(compiled);
    this.composer = new Composer(this.lexicon);
  }

  review(draft: string, options: ReviewOptions = {}): Review {
    const tokens = tokenize(draft);
    const sentences = sentencesOf(tokens);
    const quoted = quotedSpans(draft, tokens);
    const remarks: Remark[] = [];
    for (const { first, last } of sentences) {
      for (const remark of this.checkSentence(draft, tokens, first, last, options)) {
        if (!quoted.some(([start, end]) => remark.start < end && remark.end > start))
          remarks.push(remark);
      }
    }
    const readability = readabilityOf(tokens, sentences);
    return { remarks, readability, score: scoreOf(tokens, sentences, remarks) };
  }

  private checkSentence(
    text: string,
    tokens: readonly Token[],
    first: number,
    last: number,
    options: ReviewOptions,
  ): Remark[] {
    if (isForeign(tokens, first, last)) return [];
    const place = { text, tokens, first, last };
    const matches = matchAll(this.lexicon, text, tokens, first, last).filter((match) => {
      const rule = this.ruleOf(match);
      if (!rule || (rule.weak && options.strict !== true)) return false;
      if (options.only !== undefined && options.only !== `${rule.category}/${rule.id}`)
        return false;
      return (
        !options.ignored?.has(`${rule.category}/${rule.id}`) && !options.ignored?.has(rule.category)
      );
    });
    return this.choose(matches).flatMap((match): Remark[] => {
      const rule = this.ruleOf(match);
      const begin = tokens[match.first];
      const end = tokens[match.last - 1];
      if (!rule || !begin || !end) return [];
      const offers = this.composer.offers(match, place);
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
      return [remark];
    });
  }

  private ruleOf(match: Match) {
    const way = this.lexicon.ways[match.way];
    return way && this.lexicon.rules[way.rule];
  }

  /** Of matches that overlap the longer one wins, then the one with something to offer. */
  private choose(matches: Match[]): Match[] {
    const weight = (match: Match) =>
      (match.last - match.first) * 4 + (this.lexicon.ways[match.way]?.puts.length ? 2 : 0);
    const sorted = matches.toSorted(
      (a, b) => weight(b) - weight(a) || a.first - b.first || a.way - b.way,
    );
    const chosen: Match[] = [];
    for (const match of sorted) {
      if (chosen.every((other) => match.last <= other.first || match.first >= other.last))
        chosen.push(match);
    }
    return chosen.sort((a, b) => a.first - b.first);
  }
}
