import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';

const root = join(import.meta.dirname, '../..');

/** A node of the syntax tree: what this page of tests reads of it. */
const nodeSchema = z.looseObject({ type: z.string(), start: z.number(), end: z.number() });
type Node = z.infer<typeof nodeSchema>;

const nodesIn = (value: unknown): Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  const node = nodeSchema.safeParse(value).data;
  return node ? [node] : [];
};
const childrenOf = (node: Node): Node[] => Object.values(node).flatMap(nodesIn);
const child = (node: Node | undefined, key: string): Node | undefined => nodesIn(node?.[key])[0];
const nameOf = (node: Node | undefined): string | undefined => {
  const name = node?.name;
  return typeof name === 'string' ? name : undefined;
};

interface Fn {
  /** `file name`; one without a name inside another has that one’s, with `()`. */
  id: string;
  file: string;
  lines: number;
  /** Others can call it: exported, or a method of an exported class that is not private. */
  isPublic: boolean;
  /** Parameters that are a bare `boolean`. */
  flags: string[];
}

const FUNCTION = /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;
const MEMBER = /^(?:MethodDefinition|PropertyDefinition|Property|VariableDeclarator)$/;

function isFlag(parameter: Node): boolean {
  const given = child(parameter, 'right');
  if (parameter.type === 'TSParameterProperty') return false;
  if (given?.type === 'Literal' && typeof given.value === 'boolean') return true;
  const named = child(parameter, 'left') ?? parameter;
  const type = child(child(named, 'typeAnnotation'), 'typeAnnotation');
  return type?.type === 'TSBooleanKeyword';
}

function functionsOf(file: string): Fn[] {
  const text = readFileSync(join(root, file), 'utf8');
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const found: Fn[] = [];
  const walk = (node: Node, isPublic: boolean, name: string | undefined, around: string): void => {
    let isSeen = isPublic || node.type.startsWith('Export');
    let called = name;
    let inside = around;
    if (MEMBER.test(node.type)) {
      const key = child(node, 'key') ?? child(node, 'id');
      called = nameOf(key);
      if (node.accessibility === 'private' || key?.type === 'PrivateIdentifier') isSeen = false;
    }
    if (FUNCTION.test(node.type)) {
      called = nameOf(child(node, 'id')) ?? called;
      found.push({
        id: `${file} ${called ?? `${around}()`}`,
        file,
        lines: lineAt(node.end) - lineAt(node.start) + 1,
        isPublic: isSeen && called !== undefined,
        flags: nodesIn(node.params)
          .filter(isFlag)
          .map((flag) => nameOf(child(flag, 'left') ?? flag) ?? ''),
      });
      // What stands inside is nobody else's.
      isSeen = false;
      inside = called ?? around;
      called = undefined;
    }
    if (node.type === 'CallExpression') called = undefined;
    for (const inner of childrenOf(node)) walk(inner, isSeen, called, inside);
  };
  for (const node of nodesIn(parseSync(file, text).program)) walk(node, false, undefined, '');
  return found;
}

const functions = ['lib', 'components', 'entrypoints', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.tsx?$/.test(name))
    .flatMap(({ parentPath, name }) =>
      functionsOf(
        join(parentPath, name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      ),
    ),
);

/** Lines of a function that one can hold in the head; markup reads faster than code. */
const LIMIT = { '.ts': 90, '.tsx': 200 } as const;

/** Longer, why, and how long they may be. */
const LONG: Readonly<Record<string, number>> = {
  // One closure over buffers that are used again for each text: what is hot does not pass them about.
  'lib/moderation/engine.ts createJudge': 600,
  'lib/moderation/model.ts createModel': 200,
  'lib/moderation/repetition.ts createRepetitionJudge': 155,
  'lib/moderation/dictionary.ts compileDictionary': 140,
  'lib/language/scan.ts createReader': 350,
  'lib/language/scan.ts createReader()': 280,
  // Puts the content script together: each part is made once and told of the others.
  'lib/page/watch-page.ts watchPage': 120,
  // Every kind of part of a pattern, one case each.
  'scripts/rules/style-patterns.ts put': 130,
  // A page of paper as one template.
  'lib/exchange/case-file.ts casePage': 110,
};

test('a function is short enough to be held in the head, or is known to be long', () => {
  const limitOf = ({ id, file }: Fn) => LONG[id] ?? LIMIT[file.endsWith('x') ? '.tsx' : '.ts'];
  const long = functions.filter((one) => one.lines > limitOf(one));
  expect(long.map(({ id, lines }) => `${id}: ${lines}`)).toEqual([]);
  const idle = Object.keys(LONG).filter(
    (id) =>
      !functions.some(
        (one) => one.id === id && one.lines > LIMIT[id.includes('.tsx ') ? '.tsx' : '.ts'],
      ),
  );
  expect(idle).toEqual([]);
});

/** Where a bare truth value says what it is by itself: a fact of grammar or of the browser, no order. */
const FACTS = [
  'lib/language/morphology/adjectives.ts gendersOf animate',
  'lib/language/morphology/slots.ts nounSlot plural',
  'lib/moderation/model.ts mixerInputs firm',
  'lib/page/draft/looks.ts draftLooks forcedColours',
  // What a property is set to.
  'lib/page/teaching/glass.ts still still',
  'lib/style/lexicon.ts verbOf done',
];

test('no call says a bare true or false that only the callee can read', () => {
  const flags = functions
    .filter(({ isPublic }) => isPublic)
    .flatMap(({ id, flags }) => flags.map((flag) => `${id} ${flag}`));
  expect(flags.sort()).toEqual([...FACTS].sort());
});
