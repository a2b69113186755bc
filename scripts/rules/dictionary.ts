// The words of the OpenCorpora dictionary that `az` carries, at build time only: the compiler keeps
// distorted spellings apart from honest words with it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Byte of a Russian letter in windows-1251, the alphabet of the dictionary's automaton. */
const byteOf = (letter: string): number => {
  if (letter === 'ё') return 0xb8;
  const code = letter.charCodeAt(0);
  return code >= 0x430 && code <= 0x44f ? code - 0x430 + 0xe0 : -1;
};

/** A word form ends where the separator before its payload follows. */
const SEPARATOR = 1;
const LEAF = 0x80000000;

let units: Uint32Array | undefined;

function load(): Uint32Array {
  const file = join(dirname(require.resolve('az/package.json')), 'dicts/words.dawg');
  const bytes = readFileSync(file);
  const count = bytes.readUInt32LE(0);
  return Uint32Array.from({ length: count }, (_, index) => bytes.readUInt32LE(4 + index * 4));
}

/** Follows one edge of the double-array automaton (dawgdic); -1 when there is none. */
function follow(base: Uint32Array, index: number, byte: number): number {
  const unit = base[index] as number;
  const offset = (unit >>> 10) << ((unit & 0x200) >>> 6);
  const next = (index ^ offset ^ byte) >>> 0;
  const target = base[next];
  if (target === undefined) return -1;
  return (target & (LEAF | 0xff)) >>> 0 === byte ? next : -1;
}

/** Letters of the dictionary's automaton in alphabet order. */
const ALPHABET = 'абвгдежзийклмнопрстуфхцчшщъыьэюяё';

/** Every word form of the dictionary that holds one of `parts`, `ё` as `е`. */
export function wordsHolding(parts: readonly string[]): string[] {
  units ??= load();
  const base = units;
  const found = new Set<string>();
  const visit = (state: number, word: string) => {
    if (follow(base, state, SEPARATOR) >= 0) {
      const plain = word.replaceAll('ё', 'е');
      if (parts.some((part) => plain.includes(part))) found.add(plain);
    }
    for (const letter of ALPHABET) {
      const next = follow(base, state, byteOf(letter));
      if (next >= 0) visit(next, word + letter);
    }
  };
  visit(0, '');
  return [...found];
}

/** True when the word, with `е` read as `ё` wherever that makes one, is in the dictionary. */
export function isKnownWord(word: string): boolean {
  units ??= load();
  const base = units;
  let states = [0];
  for (const letter of word) {
    const next: number[] = [];
    for (const state of states)
      for (const byte of letter === 'е' ? [byteOf('е'), byteOf('ё')] : [byteOf(letter)]) {
        const target = byte < 0 ? -1 : follow(base, state, byte);
        if (target >= 0) next.push(target);
      }
    if (next.length === 0) return false;
    states = next;
  }
  return states.some((state) => follow(base, state, SEPARATOR) >= 0);
}
