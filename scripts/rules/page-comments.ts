// Comments under pages of public bodies, made up for this project by writers who knew neither the
// rules nor one another's lines. They teach the model; those that measure it stand in tests/moderation.
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { CRITERIA } from '../../lib/moderation/contract';

const commentSchema = z.object({
  text: z.string(),
  /** The criterion under which it must go; null: it must stay, however harsh. */
  remove: z.nullable(z.enum(CRITERIA)),
  /** False where careful operators would disagree. */
  clear: z.boolean(),
});
export type WrittenComment = z.infer<typeof commentSchema>;

/** Comments of a file, one JSON object a line. @throws on a line of another shape */
export const readComments = (file: URL): WrittenComment[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => commentSchema.parse(JSON.parse(line)));

/** Those that the model learns from. */
export const taughtComments = (): WrittenComment[] =>
  readComments(new URL('./page-comments.jsonl', import.meta.url));
