import * as z from 'zod/mini';
import { daySchema, instantSchema, profileIdSchema, revisionSchema, rowIdSchema } from './fields';

/**
 * What people note of a publication after it was recorded. The record itself is a stream that only the
 * background writes; this is a row of its own under the record's id.
 */
export const publicationMarkSchema = z.object({
  /** Id of the publication. */
  id: rowIdSchema,
  revision: revisionSchema,
  /** Format of the regulation profile, or null while nobody has said. */
  format: z.nullable(profileIdSchema),
  /** The moment under which the network shows it since it was moved, or null. */
  moved: z.nullable(instantSchema),
  /** Day in the region on which it was deleted in the network, or null. */
  deleted: z.nullable(daySchema),
});
export type PublicationMark = z.infer<typeof publicationMarkSchema>;

/** A mark that says nothing yet. */
export function blankMark(publication: string): PublicationMark {
  return { id: publication, revision: 1, format: null, moved: null, deleted: null };
}
