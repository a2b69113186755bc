import type { Finding, ModerationContext } from './contract';
import { createJudge, type Judge } from './engine';
import { type PackedModel, unpackTable } from './model';
import packed from './model.json';
import type { CompiledRules } from './rule';
import compiled from './rules.compiled.json';
import { type Tables, UNPACK } from './tables';

// The files are written by our own scripts, which check them; their literal types would be of no use.
const rules = compiled as unknown as CompiledRules;
const model = packed as unknown as PackedModel;

let judge: Judge['judge'] | undefined;
const tables: Partial<Tables> = {};
let weights: Int32Array | undefined;

/** In place of what a table was made of: together a megabyte and a half, and each tab has its own. */
const UNPACKED = '';

/** Made for the first comment, since most pages have none: some milliseconds each. */
const PARTS: readonly (() => void)[] = [
  () => {
    tables.words ??= UNPACK.words(rules);
    rules.words = UNPACKED;
  },
  () => {
    tables.parts ??= UNPACK.parts(rules);
    rules.parts = UNPACKED;
  },
  () => {
    tables.joint ??= UNPACK.joint(rules);
    rules.joint = UNPACKED;
  },
  () => {
    tables.classes ??= UNPACK.classes(rules);
    rules.phrases = UNPACKED;
    rules.labels = UNPACKED;
  },
  () => {
    weights ??= unpackTable(model);
    model.places = UNPACKED;
    model.rarity = UNPACKED;
    for (const head of model.heads) head.weights = UNPACKED;
  },
  () => {
    judge ??= createJudge(rules, model, tables as Tables, weights).judge;
    rules.splits = UNPACKED;
  },
];
let made = 0;

/**
 * Makes one part of the judge, for who must not hold a page up: `moderate` makes what is missing at once.
 * @returns false when nothing is left to be made
 */
export function prepare(): boolean {
  PARTS[made]?.();
  made += 1;
  return made < PARTS.length;
}

function ready(): Judge['judge'] {
  while (judge === undefined) prepare();
  return judge;
}

/**
 * What may have to be removed in a comment, certain findings first. Offsets are UTF-16 indices into
 * `text` as given. Pure: no clock, no DOM, no network; time is linear in the length of the text.
 * Never throws.
 */
export function moderate(text: string, context?: ModerationContext): Finding[] {
  return ready()(text, context);
}
