import type { Finding, ModerationContext } from './contract';
import { createJudge } from './engine';
import type { PackedModel } from './model';
import packed from './model.json';
import type { CompiledRules } from './rule';
import compiled from './rules.compiled.json';

// The file is written by our own compiler, which checks it; its literal type would be of no use.
const { judge } = createJudge(
  compiled as unknown as CompiledRules,
  packed as unknown as PackedModel,
);

/**
 * What may have to be removed in a comment, certain findings first. Offsets are UTF-16 indices into
 * `text` as given. Pure: no clock, no DOM, no network; time is linear in the length of the text.
 * Never throws.
 */
export function moderate(text: string, context?: ModerationContext): Finding[] {
  return judge(text, context);
}
