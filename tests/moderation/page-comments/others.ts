import { readComments } from '../../../scripts/rules/page-comments';
import type { PageComment } from './labels';

/**
 * Comments of four writers who knew no rule, no example and no line of one another: what is measured, and never
 * looked at. Their other lines, and those of ten more, teach the model (`scripts/rules/page-comments.jsonl`).
 */
export const OTHERS_COMMENTS: readonly PageComment[] = readComments(
  new URL('./others.jsonl', import.meta.url),
);
