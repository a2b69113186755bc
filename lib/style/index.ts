import type { Review } from './contract';
import { type Found, type ReviewOptions, type SentenceCache, StyleEngine } from './engine';
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

/** A reviewer for one field. It remembers the sentences of the last draft and of no other. */
export function createReviewer(): Reviewer {
  let known = new Map<string, Found[]>();
  let settings = '';
  return {
    review(draft, options = {}) {
      const key = JSON.stringify({ ...options, ignored: [...(options.ignored ?? [])].sort() });
      if (key !== settings) known.clear();
      settings = key;
      const next = new Map<string, Found[]>();
      const both: SentenceCache = {
        get: (sentence: string) => known.get(sentence),
        set: (sentence: string, found) => next.set(sentence, found),
      };
      const result = engine().review(draft, options, both);
      known = next;
      return result;
    },
  };
}
