import * as z from 'zod/mini';

const schema = z.object({
  moderationRules: z.string(),
  model: z.string(),
  styleRules: z.string(),
});

/**
 * Fingerprints of the rules and the model in this build (`scripts/package/fingerprints.ts`), the same for
 * the same rules. Empty outside a build.
 */
export const BUILT_IN_JUDGES = z
  .catch(schema, { moderationRules: '', model: '', styleRules: '' })
  .parse(import.meta.env.FINGERPRINTS);
