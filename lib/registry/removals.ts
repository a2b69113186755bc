import * as z from 'zod/mini';
import { revisionSchema, rowIdSchema } from './fields';

/**
 * That a row was removed, and at which revision. Without it a colleague's copy would bring the row back
 * at the next merge.
 */
export const removalSchema = z.object({
  /** The row's id; ids are unique across tables. */
  id: rowIdSchema,
  table: z.string(),
  /** The revision after the last one that the row had. */
  revision: revisionSchema,
});
export type Removal = z.infer<typeof removalSchema>;
