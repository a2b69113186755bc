import * as z from 'zod/mini';

/** What a page tells of the account it belongs to; of which network, the browser tells. */
export const visitSchema = z.object({
  /** The account as the network's pages number it. */
  owner: z.string().check(z.minLength(1), z.maxLength(500)),
  /**
   * The page's address where it is certain that owner and address are of one account; null where the
   * page may still show what stood there before.
   */
  address: z.nullable(z.string().check(z.maxLength(4_000))),
  /** What the page shows of the account to everyone; null where it says nothing certain. */
  preview: z.nullable(
    z.object({ description: z.string().check(z.maxLength(2_000)), hasPicture: z.boolean() }),
  ),
  /** The page shows a cover. */
  hasCover: z.boolean(),
});
export type AccountVisit = z.infer<typeof visitSchema>;
