// Draws two hundred different replacements at random from real texts, for a person to read one by one:
//   node --import tsx scripts/rules/draw-replacements.ts DATA_FOLDER [SEED]
// Each comes with its sentence and with the verdict that tests/style/verdicts.json keeps under the same hash.
// Official texts take most of the places: there a wrong replacement does the most harm.
import { createHash } from 'node:crypto';
import verdicts from '../../tests/style/verdicts.json';
import { reviewKind, type TextKind } from '../evaluate/style';
import { Chance } from '../torture/chance';

/** How many of each kind of text. */
const SHARES: Record<TextKind, number> = {
  acts: 60,
  releases: 30,
  answers: 70,
  city: 6,
  social: 14,
  news: 20,
};
/** Characters of the text shown on either side. */
const AROUND = 70;

interface Drawn {
  hash: string;
  kind: TextKind;
  rule: string;
  shown: string;
}

/** First 16 hex digits of SHA-256 of the rule, the words and all replacements joined by U+0001. */
const hashOf = (rule: string, words: string, replacements: readonly string[]) =>
  createHash('sha256')
    .update([rule, words, ...replacements].join('\u0001'))
    .digest('hex')
    .slice(0, 16);

function replacementsOf(folder: string, kind: TextKind): Drawn[] {
  const known = new Map<string, Drawn>();
  for (const { text, review } of reviewKind(folder, kind)) {
    for (const { rule, start, end, replacements } of review.remarks) {
      if (replacements.length === 0) continue;
      const words = text.slice(start, end);
      const hash = hashOf(rule, words, replacements);
      const before = text.slice(Math.max(0, start - AROUND), start);
      const shown = `${before}[${words} => ${replacements.join(' | ')}]${text.slice(end, end + AROUND)}`;
      known.set(hash, { hash, kind, rule, shown: shown.replace(/\s+/gu, ' ') });
    }
  }
  return [...known.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
}

function draw(from: readonly Drawn[], count: number, random: Chance, taken: Set<string>): Drawn[] {
  const left = from.filter(({ hash }) => !taken.has(hash));
  const drawn: Drawn[] = [];
  while (drawn.length < count && left.length > 0) {
    const [one] = left.splice(random.below(left.length), 1);
    if (!one) break;
    taken.add(one.hash);
    drawn.push(one);
  }
  return drawn;
}

const [folder, seed = String(verdicts.seed)] = process.argv.slice(2);
if (!folder) throw new Error('Say where the data are: draw-replacements.ts DATA_FOLDER');
const random = new Chance(Number(seed));
const taken = new Set<string>();
const kept = new Map(verdicts.replacements.map((entry) => [entry.hash, entry.verdict]));
for (const kind of Object.keys(SHARES) as TextKind[]) {
  for (const { hash, rule, shown } of draw(
    replacementsOf(folder, kind),
    SHARES[kind],
    random,
    taken,
  ))
    process.stdout.write(`${hash}\t${kind}\t${rule}\t${kept.get(hash) ?? ''}\t${shown}\n`);
}
