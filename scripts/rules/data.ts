// Reading of the data sets that train and measure the judge. They are never part of the repository.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const rowSchema = z.object({
  text: z.string(),
  toxic: z.optional(z.union([z.literal(0), z.literal(1)])),
  spam: z.optional(z.union([z.literal(0), z.literal(1)])),
  civil: z.optional(z.array(z.string())),
});
export type Row = z.infer<typeof rowSchema>;

/** Rows of `<folder>/<name>.jsonl`; undefined when there is no such file. */
export function readRows(folder: string, name: string): Row[] | undefined {
  const file = join(folder, `${name}.jsonl`);
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.length > 0)
    .map((line) => rowSchema.parse(JSON.parse(line)));
}

/** FNV-1a over UTF-16. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  // The low bits of FNV are weak: fold the high ones in.
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A fifth of the texts, chosen by their letters: equal texts fall on the same side. */
export function isHeldOut(text: string): boolean {
  return hashOf(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')) % 5 === 0;
}

/** 0…`folds`-1 by the letters of a text, apart from `isHeldOut`. */
export function foldOf(text: string, folds: number): number {
  return Math.floor(hashOf(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')) / 5) % folds;
}
