import { remembered } from '../remembered';
import table from './endings.json';

/** Grammatical cases in the order of every table of this room. */
export const CASES = ['nomn', 'gent', 'datv', 'accs', 'ablt', 'loct'] as const;
export type Case = (typeof CASES)[number];

/** Masculine, feminine, neuter, plural: what an adjective agrees with. */
export const GENDERS = ['m', 'f', 'n', 'p'] as const;
export type Gender = (typeof GENDERS)[number];

/**
 * Learned endings (scripts/rules/learn-endings.ts): `labels` are `-` (unknown), `A` (an adjective) or
 * `<gender><a|i><letters to cut>:<six endings>`; `tables` are one a case, label index → words' endings,
 * a whole word standing as `^word`; `stressed` are stems of adjectives in -ой.
 */
export interface Endings {
  labels: string[];
  tables: Record<string, string>[];
  stressed: string;
}

/** What the ending of a word tells, once its case is known. */
export type Reading =
  | { kind: 'noun'; gender: Gender; animate: boolean; cut: number; endings: readonly string[] }
  | { kind: 'adjective' };

const endings: Endings = table;

const readings: (Reading | null)[] = endings.labels.map((label) => {
  if (label === '-') return null;
  if (label === 'A') return { kind: 'adjective' };
  const [head = '', tail = ''] = label.split(':');
  return {
    kind: 'noun',
    gender: head[0] as Gender,
    animate: head[1] === 'a',
    cut: Number(head.slice(2)),
    endings: tail.split(','),
  };
});

/** One map a case, made when first asked for: the tables are large and most drafts need few of them. */
const maps: (Map<string, Reading | null> | undefined)[] = [];

function mapOf(index: number): Map<string, Reading | null> {
  let map = maps[index];
  if (!map) {
    map = new Map();
    for (const [label, suffixes] of Object.entries(endings.tables[index] ?? {})) {
      for (const suffix of suffixes.split(' ')) map.set(suffix, readings[Number(label)] ?? null);
    }
    maps[index] = map;
  }
  return map;
}

/** By case. */
const readers = CASES.map((_, index) => remembered((word) => readEnding(word, mapOf(index))));

/**
 * Reads a word (lower case, ё as е) that stands where `wanted` is due. Null when its endings do not
 * tell, or when it is no noun or adjective of that case.
 */
export const readWord = (word: string, wanted: Case): Reading | null =>
  readers[CASES.indexOf(wanted)]?.(word) ?? null;

function readEnding(word: string, map: Map<string, Reading | null>): Reading | null {
  const marked = `^${word}`;
  for (let from = 0; from < marked.length; from += 1) {
    const found = map.get(marked.slice(from));
    if (found !== undefined) return found;
  }
  return null;
}

let stressed: Set<string> | undefined;

/** Whether the adjective with this stem has -ой in the masculine nominative («жилой», «городской»). */
export function isStressed(stem: string): boolean {
  stressed ??= new Set(endings.stressed.split(' '));
  return stressed.has(stem);
}
