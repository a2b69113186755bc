import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../project';

/** What judges, and where it lies. */
const JUDGES = {
  moderationRules: 'lib/moderation/rules.compiled.json',
  model: 'lib/moderation/model.json',
  styleRules: 'lib/style/rules.compiled.json',
} as const;

/** The first eight hex digits of a file's SHA-256: enough to tell one set of rules from another. */
const fingerprint = (path: string) =>
  createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 8);

/** Fingerprints of rules and model as they are built in; empty for one that is not compiled yet. */
export function fingerprints(): Record<keyof typeof JUDGES, string> {
  const of = (name: keyof typeof JUDGES) => {
    const path = join(ROOT, JUDGES[name]);
    return existsSync(path) ? fingerprint(path) : '';
  };
  return {
    moderationRules: of('moderationRules'),
    model: of('model'),
    styleRules: of('styleRules'),
  };
}
