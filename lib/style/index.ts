import type { CompiledRules } from './compiled';
import type { Review } from './contract';
import { type ReviewOptions, StyleEngine } from './engine';
import rules from './rules.compiled.json';

export type { ReviewOptions } from './engine';

let engine: StyleEngine | undefined;

/**
 * Checks a draft. Pure: the same draft and options give the same review. The first call also builds
 * the lexicon (some milliseconds).
 */
export function review(draft: string, options?: ReviewOptions): Review {
  // The compiler wrote the file from this very type.
  engine ??= new StyleEngine(rules as unknown as CompiledRules);
  return engine.review(draft, options);
}
