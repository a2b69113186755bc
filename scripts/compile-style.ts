// Expands the style rules (lib/style/rules) by lemma into lib/style/rules.compiled.json and proves every
// line of them: what must match, what must not, what a replacement gives. Ends with 1 on any that fails.
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Part, Step } from '../lib/style/compiled';
import { STYLE_CATEGORIES, type StyleCategory } from '../lib/style/contract';
import { StyleEngine } from '../lib/style/engine';
import { pack } from '../lib/style/packed';
import { actions } from '../lib/style/rules/actions';
import type { StyleRule } from '../lib/style/rules/rule';
import { verbalNouns } from '../lib/style/rules/verbal-nouns';
import { loadMorphology } from './rules/morphology';
import { rulesOfAction } from './rules/style-actions';
import { rulesOfPassives } from './rules/style-passives';
import { PatternReader } from './rules/style-patterns';

const style = join(dirname(fileURLToPath(import.meta.url)), '../lib/style');

/** `a [b c] d` → `a b c d`, `a d`. */
function variants(find: string): string[] {
  const optional = /\[([^[\]]*)\]/u.exec(find);
  if (!optional) return [find.replace(/\s+/gu, ' ').trim()];
  const [whole, inner = ''] = optional;
  return [...variants(find.replace(whole, inner)), ...variants(find.replace(whole, ''))];
}

/**
 * What is checked before the first word is checked right after it: then every pattern begins with a
 * word, and the matcher looks at no pattern whose word is not there.
 */
function wordFirst(steps: Step[], puts: Part[][]): { steps: Step[]; puts: Part[][] } {
  const first = steps.findIndex((step) => typeof step === 'number');
  const leading = steps.slice(0, first);
  if (
    first < 1 ||
    leading.some(
      (step) =>
        typeof step === 'number' ||
        !('not' in step || 'edge' in step || 'behind' in step || 'capital' in step),
    )
  ) {
    return { steps, puts };
  }
  const order = [
    first,
    ...leading.keys(),
    ...Array.from(steps.keys()).filter((index) => index > first),
  ];
  const moved = (part: Part): Part => {
    if (typeof part !== 'object') return part;
    if ('subject' in part) return { ...part, subject: order.indexOf(part.subject) };
    if (!('step' in part)) return part;
    const step = order.indexOf(part.step);
    if ('action' in part) return { ...part, step, action: order.indexOf(part.action) };
    return 'caseOf' in part && part.caseOf !== undefined
      ? { step, caseOf: order.indexOf(part.caseOf) }
      : { ...part, step };
  };
  return {
    steps: order.flatMap((index) => steps[index] ?? []),
    puts: puts.map((put) => put.map(moved)),
  };
}

await loadMorphology();
const reader = new PatternReader(verbalNouns);
const problems: string[] = [];
const known = new Map<string, StyleRule>();

function add(category: StyleCategory, rule: StyleRule): void {
  const name = `${category}/${rule.id}`;
  if (known.has(name)) problems.push(`${name}: the id is used twice`);
  known.set(name, rule);
  if (!rule.fix?.length && !rule.hit?.length)
    problems.push(`${name}: no sentence shows that it works`);
  if (rule.ok.length === 0) problems.push(`${name}: no sentence shows what it leaves alone`);
  const index =
    reader.compiled.rules.push({
      category,
      id: rule.id,
      why: rule.why,
      weak: rule.weak === true,
      soft: rule.soft === true,
      example: rule.fix?.[0] ? [...rule.fix[0]] : null,
    }) - 1;
  for (const [find, ...puts] of rule.ways) {
    for (const variant of variants(find)) {
      try {
        const steps = reader.steps(variant);
        const parts = puts.map((put) => reader.put(put, steps));
        reader.compiled.ways.push({ rule: index, ...wordFirst(steps, parts) });
      } catch (error) {
        problems.push(
          `${name}: «${variant}»: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
  }
}

for (const file of readdirSync(join(style, 'rules')).sort()) {
  const module = (await import(pathToFileURL(join(style, 'rules', file)).href)) as {
    category?: StyleCategory;
    rules?: readonly StyleRule[];
  };
  const { category, rules } = module;
  if (!category || !rules) continue;
  if (!STYLE_CATEGORIES.includes(category))
    throw new Error(`${file}: no such category: ${category}`);
  for (const rule of rules) add(category, rule);
}
for (const action of actions) {
  for (const { category, rule } of rulesOfAction(action)) add(category, rule);
}

for (const rule of rulesOfPassives()) {
  const written = (text: string) =>
    text.replace(/\{([^:}]+):([^}]+)\}/gu, (_, lemma: string, slot: string) =>
      reader.form(lemma, slot),
    );
  add('passive', { ...rule, hit: (rule.hit ?? []).map(written) });
}

// Proved on what is shipped, not on what was read.
const packed = pack(reader.compiled);
const engine = new StyleEngine(packed);
let lines = 0;
for (const [name, rule] of known) {
  const options = { strict: rule.weak === true };
  const found = (text: string) =>
    engine.review(text, options).remarks.filter((remark) => remark.rule === name);
  // A longer turn of phrase may win the place: a rule must match, a replacement must also win.
  const alone = (text: string) => engine.review(text, { ...options, only: name }).remarks;
  for (const text of rule.hit ?? []) {
    lines += 1;
    if (found(text).length === 0 && alone(text).length === 0)
      problems.push(
        `${name}: not found in «${text}» (${engine
          .review(text, options)
          .remarks.map((r) => r.rule)
          .join(' ')})`,
      );
  }
  for (const text of rule.ok) {
    lines += 1;
    if (alone(text).length > 0) problems.push(`${name}: found in «${text}»`);
  }
  for (const [before, after] of rule.fix ?? []) {
    lines += 1;
    const results = [...found(before), ...alone(before)].flatMap((remark) =>
      remark.replacements.map(
        (put) => before.slice(0, remark.start) + put + before.slice(remark.end),
      ),
    );
    const same = (text: string) => text.replaceAll('ё', 'е');
    if (!results.some((result) => same(result) === same(after))) {
      const others = engine.review(before, options).remarks.map((remark) => remark.rule);
      problems.push(
        `${name}: «${before}» gives ${results.map((result) => `«${result}»`).join(', ') || `nothing (${others.join(' ')})`}, not «${after}»`,
      );
    }
  }
}
if (problems.length > 0) {
  process.stderr.write(
    `${problems.slice(0, 25).join('\n')}\n${problems.length} of ${lines} lines do not hold.\n`,
  );
  process.exitCode = 1;
}
if (problems.length === 0 || process.argv.includes('--anyway')) {
  writeFileSync(join(style, 'rules.compiled.json'), JSON.stringify(packed));
}
process.stderr.write(
  `Правила стиля: ${known.size} правил, ${reader.compiled.ways.length} оборотов, ${lines} проверочных строк.\n`,
);
