// Packs word lists into the automata that lib/language/automaton.ts unpacks, and what lib/moderation/classes.ts lays out.
import { fold, Places } from '../../lib/language/automaton';
import { symbolsOf } from '../../lib/language/letters';
import { packNumbers } from '../../lib/language/numbers';

interface Node {
  label: number;
  edges: Map<number, Node>;
  id: number;
}
const emptyNode = (): Node => ({ label: 0, edges: new Map(), id: 0 });

function trieOf(words: Iterable<readonly [readonly number[], number]>): Node {
  const root = emptyNode();
  for (const [symbols, label] of words) {
    let node = root;
    for (const symbol of symbols) {
      let child = node.edges.get(symbol);
      if (child === undefined) {
        child = emptyNode();
        node.edges.set(symbol, child);
      }
      node = child;
    }
    node.label = label;
  }
  return root;
}

/** Merges equal subtrees, leaves first. */
function minimised(node: Node, known: Map<string, Node>): Node {
  const edges = [...node.edges].sort(([a], [b]) => a - b);
  node.edges = new Map(edges.map(([symbol, child]) => [symbol, minimised(child, known)]));
  const key = `${node.label}|${[...node.edges].map(([symbol, child]) => `${symbol}:${child.id}`).join(',')}`;
  const twin = known.get(key);
  if (twin !== undefined) return twin;
  node.id = known.size + 1;
  known.set(key, node);
  return node;
}

/** @param places where rows that lie over one another are put; absent for a trie, whose rows are full ones */
function packed(root: Node, places?: Places): string {
  const order: Node[] = [root];
  const numbers = new Map<Node, number>([[root, 1]]);
  for (const node of order)
    for (const child of node.edges.values())
      if (!numbers.has(child)) {
        numbers.set(child, order.length + 1);
        order.push(child);
      }
  const out: number[] = [];
  order.forEach((node, index) => {
    const edges = [...node.edges].sort(([a], [b]) => a - b);
    out.push(node.label, edges.length);
    if (places && edges.length > 0) out.push(places.put(edges.map(([symbol]) => symbol)));
    let last = 0;
    for (const [symbol, child] of edges) {
      out.push(symbol - last, fold((numbers.get(child) as number) - (index + 1)));
      last = symbol;
    }
  });
  return packNumbers([order.length, ...(places ? [places.size] : []), ...out]);
}

/** A minimal automaton of whole words; the label is what a word is found as (1…65,535). */
export function packWords(words: ReadonlyMap<string, number>): string {
  const entries = [...words].map(([word, label]) => [symbolsOf(word), label] as const);
  return packed(minimised(trieOf(entries), new Map()), new Places());
}

/** A trie of word parts; `^` and `$` in a part are the edges of the word. */
export function packParts(parts: ReadonlyMap<string, number>): string {
  const entries = [...parts].map(
    ([part, label]) =>
      [
        Array.from(part, (letter) =>
          letter === '^' || letter === '$' ? 0 : (symbolsOf(letter)[0] ?? 0),
        ),
        label,
      ] as const,
  );
  return packed(trieOf(entries));
}

/** Lists of classes, one a label: `labels, classes in all, then for each label: classes, differences…`. */
export function packLabels(labels: readonly (readonly number[])[]): string {
  const out = [labels.length, labels.reduce((sum, { length }) => sum + length, 0)];
  for (const label of labels) {
    out.push(label.length);
    let last = 0;
    for (const entry of [...label].sort((a, b) => a - b)) {
      out.push(entry - last);
      last = entry;
    }
  }
  return packNumbers(out);
}

/** A phrase: one class an element, and how many words may stand before each. */
export interface Phrase {
  rule: number;
  classes: readonly number[];
  gaps: readonly number[];
  /** Index of the element whose words start the search: the rarest. */
  anchor: number;
  /** Index of the next rarest, whose absence ends nearly every search; the anchor where there is no other. */
  rare: number;
}

/**
 * Phrases in the order of their anchors' classes: `phrases, elements in all, then for each: rule, elements, anchor, rare,
 * classes…, gaps…`.
 */
export function packPhrases(phrases: readonly Phrase[]): string {
  const anchorOf = ({ classes, anchor }: Phrase) => classes[anchor] as number;
  const out = [phrases.length, phrases.reduce((sum, { classes }) => sum + classes.length, 0)];
  for (const phrase of [...phrases].sort((a, b) => anchorOf(a) - anchorOf(b))) {
    const { rule, classes, gaps, anchor, rare } = phrase;
    out.push(rule, classes.length, anchor, rare, ...classes, ...gaps);
  }
  return packNumbers(out);
}
