// `npm run --silent review`: JSON Lines `{"id"?, "text"}` on stdin, `{"id"?, "score", "readability",
// "remarks"}` on stdout, a line each. Offsets of remarks are UTF-16 indices, the end exclusive.
import * as z from 'zod/mini';
import { review } from '../lib/style';
import { mapJsonLines } from './rules/json-lines';

const lineSchema = z.object({ id: z.optional(z.unknown()), text: z.string() });

await mapJsonLines(
  (value) => lineSchema.parse(value),
  (line) => {
    const { score, readability, remarks } = review(line.text);
    return {
      ...('id' in line ? { id: line.id } : {}),
      score,
      readability,
      remarks: remarks.map(({ category, rule, start, end, replacements }) => ({
        category,
        rule,
        start,
        end,
        replacements,
      })),
    };
  },
);
