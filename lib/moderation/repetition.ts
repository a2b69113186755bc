import { LAST_RUSSIAN } from '../language/letters';
import { createReader, folded } from '../language/scan';
import type { Finding } from './contract';

/**
 * Finds the same or nearly the same message written again in a thread. Repetition alone says little:
 * 32 % of civil complaints repeat another word for word («снег на дороге»), so a short repeat is no sign
 * at all, and a long one by different people (a petition) is never certain.
 */

/** A comment as the judge of repetition sees it. */
export interface RepeatedComment {
  id: string;
  /** Who wrote it; an empty string when unknown. */
  author: string;
  text: string;
}

/** Comments that are one mailing. */
export interface Mailing {
  /** Ids in the order they were added; at least two. */
  ids: string[];
  /** Distinct authors known. */
  authors: number;
  /** The texts differ in a few words only, or not at all. */
  exact: boolean;
}

export interface RepetitionJudge {
  /** Takes a comment in; the same id again replaces what was known (an edited text). */
  add(comment: RepeatedComment): void;
  remove(id: string): void;
  /** Mailings of the thread, largest first. */
  mailings(): Mailing[];
  /** The finding that repetition gives for a comment; undefined when there is none. */
  finding(id: string): Finding | undefined;
}

/** Shorter messages repeat by chance: 32 % of complaints repeat, but 3.7 % of those of 50 characters or more. */
const MIN_LETTERS = 50;
/** One author may well say a thing twice; three times is a mailing. */
const SAME_AUTHOR_COPIES = 3;
/** Different people write the same long text when somebody handed it out. */
const THREAD_COPIES = 4;
/** Share of common word triples from which two texts are one. */
const SIMILARITY = 0.8;
/** Size of the sketch by which near copies find each other (MinHash, Broder 1997). */
const SKETCH = 16;
/** Rows of a band: texts that agree in one band are compared. */
const BAND = 2;

interface Known {
  comment: RepeatedComment;
  letters: number;
  /** In ascending order, each once. Not a set: a thread keeps thousands. */
  shingles: Int32Array;
  bands: Uint32Array;
  group: Group;
  /** Order of coming. */
  order: number;
}
interface Group {
  members: Set<Known>;
}

/** A judge for one thread. Pure state: no clock, no page. Adding takes time linear in the text. */
export function createRepetitionJudge(): RepetitionJudge {
  const read = createReader();
  const known = new Map<string, Known>();
  let order = 0;
  /** Most bands hold one comment, and then no set is made for it. */
  const byBand = new Map<number, Known | Set<Known>>();

  /** Hashes of word triples, and how many letters there are. Links, digits and signs do not count. */
  function shinglesOf(text: string): { shingles: Int32Array; letters: number } {
    const scan = read(text);
    const words: number[] = [];
    let letters = 0;
    for (let token = 0; token < scan.count; token++) {
      const from = scan.first[token] as number;
      const to = scan.first[token + 1] as number;
      let hash = 0x811c9dc5;
      let counted = 0;
      for (let at = from; at < to; at++) {
        const symbol = folded(scan.symbols[at] as number);
        if (symbol > LAST_RUSSIAN + 26) continue;
        counted++;
        hash = Math.imul(hash ^ symbol, 0x01000193);
      }
      if (counted < 2) continue;
      letters += counted;
      words.push(hash);
    }
    const shingles = new Set<number>();
    if (words.length < 3)
      shingles.add(words.reduce((sum, word) => Math.imul(sum, 31) + word, 7) | 0);
    for (let at = 0; at + 2 < words.length; at++)
      shingles.add(
        Math.imul(
          Math.imul((words[at] as number) ^ 0x9e3779b9, 31) + (words[at + 1] as number),
          37,
        ) ^ (words[at + 2] as number),
      );
    return { shingles: Int32Array.from(shingles).sort(), letters };
  }

  function bandsOf(shingles: Int32Array): Uint32Array {
    const least = new Uint32Array(SKETCH).fill(0xffffffff);
    for (const shingle of shingles)
      for (let row = 0; row < SKETCH; row++) {
        let value = Math.imul(shingle ^ Math.imul(row + 1, 0x9e3779b1), 0x85ebca6b);
        value = (value ^ (value >>> 13)) >>> 0;
        if (value < (least[row] as number)) least[row] = value;
      }
    const bands = new Uint32Array(SKETCH / BAND);
    for (let row = 0; row < SKETCH; row += BAND)
      bands[row / BAND] =
        Math.imul(least[row] as number, 0xc2b2ae35) ^ (least[row + 1] as number) ^ (row << 20);
    return bands;
  }

  function alike(a: Known, b: Known): boolean {
    const [small, large] =
      a.shingles.length < b.shingles.length ? [a.shingles, b.shingles] : [b.shingles, a.shingles];
    if (small.length < large.length * SIMILARITY) return false;
    let common = 0;
    let at = 0;
    for (const shingle of small) {
      while (at < large.length && (large[at] as number) < shingle) at++;
      if (large[at] === shingle) common++;
    }
    return common / (small.length + large.length - common) >= SIMILARITY;
  }

  function join(a: Group, b: Group): void {
    if (a === b) return;
    const [small, large] = a.members.size < b.members.size ? [a, b] : [b, a];
    for (const member of small.members) {
      member.group = large;
      large.members.add(member);
    }
  }

  function remove(id: string): void {
    const one = known.get(id);
    if (one === undefined) return;
    known.delete(id);
    one.group.members.delete(one);
    for (const band of one.bands) {
      const others = byBand.get(band);
      if (others === one) byBand.delete(band);
      else if (others instanceof Set) others.delete(one);
    }
  }

  return {
    add(comment) {
      const before = known.get(comment.id);
      if (before?.comment.text === comment.text && before.comment.author === comment.author) return;
      remove(comment.id);
      const { shingles, letters } = shinglesOf(comment.text);
      if (letters < MIN_LETTERS) return;
      const group: Group = { members: new Set() };
      const one: Known = {
        order: order++,
        comment,
        letters,
        shingles,
        bands: bandsOf(shingles),
        group,
      };
      group.members.add(one);
      known.set(comment.id, one);
      for (const band of one.bands) {
        const found = byBand.get(band);
        if (found === undefined || found === one) {
          byBand.set(band, one);
          continue;
        }
        const others = found instanceof Set ? found : new Set([found]);
        byBand.set(band, others);
        for (const other of others) {
          if (other.group === one.group) continue;
          if (alike(one, other)) join(one.group, other.group);
          // The rest of a full band are copies of those already compared.
          else if (others.size > 64) break;
        }
        others.add(one);
      }
    },
    remove,
    mailings() {
      const groups = new Set([...known.values()].map((one) => one.group));
      return [...groups]
        .filter((group) => group.members.size > 1)
        .map((group) => {
          const members = [...group.members].sort((a, b) => a.order - b.order);
          const texts = new Set(members.map((member) => member.comment.text.trim().toLowerCase()));
          return {
            ids: members.map((member) => member.comment.id),
            authors: new Set(members.map((member) => member.comment.author)).size,
            exact: texts.size === 1,
          };
        })
        .sort((a, b) => b.ids.length - a.ids.length);
    },
    finding(id) {
      const one = known.get(id);
      if (one === undefined) return undefined;
      const { members } = one.group;
      const own = [...members].filter(
        (member) => member.comment.author !== '' && member.comment.author === one.comment.author,
      ).length;
      const whole = { start: 0, end: one.comment.text.length };
      if (own >= SAME_AUTHOR_COPIES)
        return {
          criterion: 'spam',
          strength: 'certain',
          rule: 'spam/repeated-by-author',
          ...whole,
          why: 'Один автор пишет то же самое третий раз или больше.',
        };
      if (own === 2 || members.size >= THREAD_COPIES)
        return {
          criterion: 'spam',
          strength: 'probable',
          rule: own === 2 ? 'spam/repeated-by-author' : 'spam/repeated-in-thread',
          ...whole,
          why:
            own === 2 ? 'Автор уже писал то же самое.' : 'То же самое написали уже несколько раз.',
        };
      return undefined;
    },
  };
}
