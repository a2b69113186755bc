import { type Token, tokenize } from '../language/words';
import type { Review } from './contract';
import { type DraftMemory, type KnownSentence, type ReviewOptions, StyleEngine } from './engine';
import type { PackedRules } from './packed';
import rules from './rules.compiled.json';

export type { ReviewOptions } from './engine';

let shared: StyleEngine | undefined;

/** One engine for the whole world: the rules are read once, and each only when its words are met. */
function engine(): StyleEngine {
  // The compiler wrote the file from this very type.
  shared ??= new StyleEngine(rules as PackedRules);
  return shared;
}

/** Checks a draft. Pure: the same draft and options give the same review. */
export function review(draft: string, options?: ReviewOptions): Review {
  return engine().review(draft, options);
}

/** Checks one draft again and again while it is written. */
export interface Reviewer {
  /** The same as `review`; sentences that did not change since the last call are not checked again. */
  review(draft: string, options?: ReviewOptions): Review;
}

/** How far the tokenizer may look ahead, UTF-16 units: tokens that end nearer to a change are cut anew. */
const LOOKAHEAD = 8;

/** A tokenizer of one draft as it changes: what stands before the change is not cut again. */
function createTokenizer(): (draft: string) => readonly Token[] {
  let before = '';
  let known: readonly Token[] = [];
  return (draft) => {
    let same = 0;
    const most = Math.min(before.length, draft.length);
    while (same < most && before.charCodeAt(same) === draft.charCodeAt(same)) same += 1;
    let kept = same === before.length && same === draft.length ? known.length : 0;
    if (kept === 0) {
      const safe = same - LOOKAHEAD;
      let [low, high] = [0, known.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((known[middle]?.end ?? 0) <= safe) low = middle + 1;
        else high = middle;
      }
      kept = low;
    }
    if (kept < known.length || same < draft.length) {
      const from = known[kept - 1]?.end ?? 0;
      known = [...known.slice(0, kept), ...tokenize(draft, from)];
    }
    before = draft;
    return known;
  };
}

/** A reviewer for one field. It remembers the sentences of the last draft and of no other. */
export function createReviewer(): Reviewer {
  let known = new Map<string, KnownSentence>();
  let settings = '';
  const tokensOf = createTokenizer();
  return {
    review(draft, options = {}) {
      const key = JSON.stringify({ ...options, ignored: [...(options.ignored ?? [])].sort() });
      if (key !== settings) known.clear();
      settings = key;
      const next = new Map<string, KnownSentence>();
      const memory: DraftMemory = {
        tokensOf,
        get: (sentence) => known.get(sentence),
        set: (sentence, found) => next.set(sentence, found),
      };
      const result = engine().review(draft, options, memory);
      known = next;
      return result;
    },
  };
}
