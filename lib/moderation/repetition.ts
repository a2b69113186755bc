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
  /** In ascending order, each once. Not a set: a thread keeps thousands. */
  shingles: Int32Array;
  /** Null while it is like no other, as most are. */
  group: Group | null;
  /** Order of coming. */
  order: number;
}
interface Group {
  members: Set<Known>;
}

/** Whether enough of the triples of two comments are the same. */
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

/** The group of a comment, a new one of its own where it was like no other. */
const groupOf = (one: Known): Group => {
  one.group ??= { members: new Set([one]) };
  return one.group;
};

/** Makes one group of those of two comments. */
function join(one: Known, other: Known): void {
  const [a, b] = [groupOf(one), groupOf(other)];
  const [small, large] = a.members.size < b.members.size ? [a, b] : [b, a];
  for (const member of small.members) {
    member.group = large;
    large.members.add(member);
  }
}

/** A judge for one thread. Pure state: no clock, no page. Adding takes time linear in the text. */
export function createRepetitionJudge(): RepetitionJudge {
  const read = createReader();
  const known = new Map<string, Known>();
  let order = 0;
  /** Hashes of the words of a text, then of its triples. */
  let hashes = new Int32Array(256);
  const least = new Uint32Array(SKETCH);
  const bands = new Int32Array(SKETCH / BAND);
  /** Most bands hold one comment, and then no set is made for it. */
  const byBand = new Map<number, Known | Set<Known>>();

  /** Hashes of word triples, and how many letters there are. Links, digits and signs do not count. */
  function shinglesOf(text: string): { shingles: Int32Array; letters: number } {
    const { count, first, symbols } = read(text);
    if (hashes.length < count) hashes = new Int32Array(count * 2);
    let words = 0;
    let letters = 0;
    for (let token = 0; token < count; token++) {
      const to = first[token + 1] as number;
      let hash = 0x811c9dc5;
      let counted = 0;
      for (let at = first[token] as number; at < to; at++) {
        const symbol = folded(symbols[at] as number);
        if (symbol > LAST_RUSSIAN + 26) continue;
        counted++;
        hash = Math.imul(hash ^ symbol, 0x01000193);
      }
      if (counted < 2) continue;
      letters += counted;
      hashes[words++] = hash;
    }
    let triples = Math.max(1, words - 2);
    if (words < 3) {
      let sum = 7;
      for (let at = 0; at < words; at++) sum = Math.imul(sum, 31) + (hashes[at] as number);
      hashes[0] = sum;
    }
    for (let at = 0; at + 2 < words; at++)
      hashes[at] =
        Math.imul(
          Math.imul((hashes[at] as number) ^ 0x9e3779b9, 31) + (hashes[at + 1] as number),
          37,
        ) ^ (hashes[at + 2] as number);
    hashes.subarray(0, triples).sort();
    let kept = 1;
    for (let at = 1; at < triples; at++)
      if (hashes[at] !== hashes[at - 1]) hashes[kept++] = hashes[at] as number;
    triples = kept;
    return { shingles: hashes.slice(0, triples), letters };
  }

  /** Fills `bands`. The numbers are small enough for a map to keep them without a box. */
  function findBands(shingles: Int32Array): void {
    least.fill(0xffffffff);
    for (let at = 0; at < shingles.length; at++) {
      const shingle = shingles[at] as number;
      for (let row = 0; row < SKETCH; row++) {
        let value = Math.imul(shingle ^ Math.imul(row + 1, 0x9e3779b1), 0x85ebca6b);
        value = (value ^ (value >>> 13)) >>> 0;
        if (value < (least[row] as number)) least[row] = value;
      }
    }
    for (let row = 0; row < SKETCH; row += BAND)
      bands[row / BAND] =
        (Math.imul(least[row] as number, 0xc2b2ae35) ^ (least[row + 1] as number) ^ (row << 20)) >>>
        2;
  }

  function remove(id: string): void {
    const one = known.get(id);
    if (one === undefined) return;
    known.delete(id);
    one.group?.members.delete(one);
    findBands(one.shingles);
    for (const band of bands) {
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
      const one: Known = { order: order++, comment, shingles, group: null };
      known.set(comment.id, one);
      findBands(shingles);
      for (const band of bands) {
        const found = byBand.get(band);
        if (found === undefined || found === one) {
          byBand.set(band, one);
          continue;
        }
        const others = found instanceof Set ? found : new Set([found]);
        byBand.set(band, others);
        for (const other of others) {
          if (other.group !== null && other.group === one.group) continue;
          if (alike(one, other)) join(one, other);
          // The rest of a full band are copies of those already compared.
          else if (others.size > 64) break;
        }
        others.add(one);
      }
    },
    remove,
    mailings() {
      const groups = new Set<Group>();
      for (const { group } of known.values())
        if (group && group.members.size > 1) groups.add(group);
      return [...groups]
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
      if (!one?.group) return undefined;
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
