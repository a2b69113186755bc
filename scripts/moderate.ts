// `npm run --silent moderate`: JSON Lines `{"id"?, "text"}` on stdin, `{"id"?, "findings"}` on stdout, a line
// each. Offsets of findings are UTF-16 indices into the text, the end exclusive.
import * as z from 'zod/mini';
import { moderate } from '../lib/moderation';
import { mapJsonLines } from './rules/json-lines';

const lineSchema = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  text: z.string(),
});

await mapJsonLines(
  (value) => lineSchema.parse(value),
  ({ id, text }) => ({
    ...(id === undefined ? {} : { id }),
    findings: moderate(text).map(({ criterion, strength, rule, start, end }) => ({
      criterion,
      strength,
      rule,
      start,
      end,
    })),
  }),
);
