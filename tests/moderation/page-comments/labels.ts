import type { Criterion } from '../../../lib/moderation/contract';

/**
 * A comment as it is written under posts of public bodies, made up for this project and labelled by hand
 * before the judge was asked.
 */
export interface PageComment {
  text: string;
  /** The criterion under which it must go; null: it must stay, however harsh. */
  remove: Criterion | null;
  /** False where careful operators would disagree. */
  clear: boolean;
}

const labelled =
  (clear: boolean) =>
  (remove: Criterion, texts: readonly string[]): PageComment[] =>
    texts.map((text) => ({ text, remove, clear }));

/** Comments that every operator removes. */
export const must = labelled(true);
/** Comments that some operators remove. */
export const may = labelled(false);
/** Comments that stay: criticism, quotations and reports of offences, questions, thanks. */
export const stay = (texts: readonly string[]): PageComment[] =>
  texts.map((text) => ({ text, remove: null, clear: true }));
