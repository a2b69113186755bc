import type { Finding, ModerationContext } from './contract';
import { createJudge, type Judge } from './engine';
import type { PackedModel } from './model';
import packed from './model.json';
import type { CompiledRules } from './rule';
import compiled from './rules.compiled.json';

let judge: Judge['judge'] | undefined;

/** Made for the first comment: most pages have none, and the tables take tens of milliseconds. */
function ready(): Judge['judge'] {
  // The files are written by our own scripts, which check them; their literal types would be of no use.
  judge ??= createJudge(
    compiled as unknown as CompiledRules,
    packed as unknown as PackedModel,
  ).judge;
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
