import { DEAD, ROW, START, step, type WordAutomaton } from '../language/automaton';
import {
  isDotted,
  isLatin,
  mayHide,
  readDotted,
  readGlued,
  readLatin,
  readMixed,
  readPieces,
  wordOf,
} from '../language/distorted';
import { LAST_RUSSIAN } from '../language/letters';
import { findLinks, type Link } from '../language/links';
import { createReader, folded, type Scan, TokenFlag } from '../language/scan';
import {
  labelsWith,
  PHRASE_ANCHOR,
  PHRASE_HEAD,
  PHRASE_RARE,
  PHRASE_RULE,
  PHRASE_SIZE,
} from './classes';
import type { Criterion, Finding, ModerationContext, Strength } from './contract';
import {
  asFinding,
  asHit,
  believe,
  differ,
  type Hit,
  isCertain,
  isFirm,
  merged,
  strengthen,
  TOGETHER,
} from './hits';
import {
  createMemory,
  FOLLOW,
  GOES_ON_BIT,
  HEAD_SHIFT,
  HEADS,
  HIDDEN_BIT,
  LABEL,
  LABEL_BITS,
  MEANING,
  ROW as MEMORY_ROW,
  rowOf,
  TELLS_BIT,
} from './memory';
import { createModel, type PackedModel, type Span } from './model';
import { isOwnPhone, personalData, withoutOwnPhones } from './personal-data';
import type { CompiledPlace, CompiledRules } from './rule';
import { mailingSigns, markOfficial } from './signals';
import { unpack } from './tables';
import { createVoices, isSentence, type Stretch, toldAround, Voice } from './told';

const BEFORE = 0;
const AFTER = 1;
const NEAR = 2;
const SENTENCE = 3;
/** How far `near` reaches, in words. */
const NEAR_WORDS = 4;
/** How far `sentence` reaches at most: text without a full stop must not cost the square of its length. */
const SENTENCE_WORDS = 40;
/** From this length on a word that no list holds is taken for glued ones. */
const LONG_WORD = 12;
/** Words with dots that are read behind in one comment: each reading is dear. */
const DOTTED_LIMIT = 200;
/** Findings kept of one comment; more say nothing new. */
const FINDINGS_LIMIT = 200;
/** Places of the pool kept free for the words of one more text. */
const POOL_ROOM = 1 << 14;

const IMPURE = TokenFlag.latin | TokenFlag.digit | TokenFlag.mask | TokenFlag.disguised;

/** The judge: one text at a time, buffers reused. */
export interface Judge {
  /** What may have to be removed in a comment; see `moderate`. */
  judge(text: string, context?: ModerationContext): Finding[];
  /** Every finding of the rules, covered ones too; for the compiler's examples. */
  ruled(text: string): Finding[];
  /** What the model is asked beside the text itself, for training; the scan is valid until the next call. */
  examined(text: string): Examined;
}

/** A text as the model is shown it. */
export interface Examined {
  scan: Scan;
  findings: Finding[];
  /** A rule found something that the model may not overrule. */
  firm: boolean;
  /** How many different rules found something. */
  rules: number;
}

/**
 * Builds the judge from compiled rules and a model, which may be absent (while one is trained). Tables
 * that were unpacked before are used as they are.
 */
export function createJudge(
  compiled: CompiledRules,
  packed?: PackedModel,
  tables = unpack(compiled),
  weights?: Int32Array,
): Judge {
  const memory = createMemory();
  const model = packed === undefined ? undefined : createModel(packed, memory, weights);
  const { words, parts, joint } = tables;
  const splits = new Set(compiled.splits.split('\n'));
  const honest = (left: string, right: string) => splits.has(`${left} ${right}`);
  const read = createReader();

  const {
    single,
    except,
    book,
    classList,
    classFrom,
    classBits,
    classRow,
    classHints,
    askedFrom,
    askedClasses,
    seen,
    startList,
    startFrom,
    starts,
    meansRule,
    rank,
  } = tables.classes;
  const small = labelsWith(tables.classes, compiled.named.small);
  const isHonest = labelsWith(tables.classes, compiled.named.honest);
  const isSmall = (label: number) => small[label] === 1;
  const honestLatin = new Set(compiled.latin);
  const contactLabel = labelsWith(tables.classes, compiled.named.contact).indexOf(1);
  const voiceOf = createVoices(
    compiled.named,
    has,
    (wordClass) => (seen[wordClass] as number) >= turn,
    sentenceAround,
  );

  // Buffers of the text being judged.
  let size = 1024;
  /** By token, what the memory keeps of its word in the column `LABEL`. */
  let known = new Int32Array(size);
  /** Place of the token's list of part labels in `pool`, plus one. */
  let partHead = new Int32Array(size);
  /** Letters with which a rude word that a token begins may go on in the next one. */
  let follow = new Int32Array(size);
  /** Tokens that start a search, in order; and where a word may go on in the next token. */
  let telling = new Int32Array(size);
  let broken = new Int32Array(size);
  const distortedClass = compiled.named.distorted ?? 0;
  /** Lists of part labels; those up to `kept` belong to words in the memory and outlive the text. */
  const pool: number[] = [0];
  let kept = 1;
  /** Number of the text, and by class that of the last text which has it. */
  let turn = 0;
  let scan: Scan;
  const squeezed = new Uint8Array(80);

  const labelOf = (token: number) => ((known[token] as number) & LABEL_BITS) - 1;

  function has(token: number, wordClass: number): boolean {
    if (hasClass(labelOf(token), wordClass)) return true;
    for (let at = partHead[token] as number; at !== 0; at = pool[at] as number)
      if (hasClass(pool[at - 1] as number, wordClass)) return true;
    return false;
  }

  function hasClass(label: number, wordClass: number): boolean {
    // The hint alone answers nearly always.
    const bit = 1 << (wordClass & 31);
    if (((classHints[label] as number) & bit) === 0) return false;
    const row = classRow[label] as number;
    if (row >= 0) return ((classBits[row + (wordClass >>> 5)] as number) & bit) !== 0;
    const to = classFrom[label + 1] as number;
    for (let at = classFrom[label] as number; at < to; at++)
      if (classList[at] === wordClass) return true;
    return false;
  }

  /** Notes which classes the text has, so that what cannot stand anywhere is not looked for. */
  function noteClasses(): void {
    turn++;
    const { count } = scan;
    const own = known;
    const head = partHead;
    for (let token = 0; token < count; token++) {
      const label = ((own[token] as number) & LABEL_BITS) - 1;
      if (label !== 0) noteLabel(label);
      if (head[token] !== 0)
        for (let at = head[token] as number; at !== 0; at = pool[at] as number)
          noteLabel(pool[at - 1] as number);
    }
  }
  function noteLabel(label: number): void {
    const to = askedFrom[label + 1] as number;
    for (let at = askedFrom[label] as number; at < to; at++)
      seen[askedClasses[at] as number] = turn;
  }

  function addLabel(token: number, label: number): void {
    pool.push(label, partHead[token] as number);
    partHead[token] = pool.length - 1;
  }

  function wordIn(automaton: WordAutomaton, symbols: Uint8Array, from: number, to: number): number {
    let state: number = START;
    for (let index = from; index < to; index++) {
      const symbol = folded(symbols[index] as number);
      if (symbol > LAST_RUSSIAN) return 0;
      state = step(automaton, state, symbol);
      if (state === DEAD) return 0;
    }
    return automaton.label[state] as number;
  }

  function partsIn(token: number, symbols: Uint8Array, from: number, to: number): void {
    const { next, hit, label, shorter } = parts;
    let state = next[START * ROW] as number;
    let last = -1;
    for (let index = from; index <= to; index++) {
      const symbol = index === to ? 0 : folded(symbols[index] as number);
      state = symbol > LAST_RUSSIAN ? START : (next[state * ROW + symbol] as number);
      if (hit[state] === 1)
        for (let end: number = state; end !== 0; end = shorter[end] as number) {
          const found = label[end] as number;
          // One part over and over in one token is one finding.
          if (found !== 0 && found !== last) {
            addLabel(token, found);
            last = found;
          }
        }
    }
  }

  /** Symbols of a token with runs of one letter cut to `most`; returns the new length. */
  function squeeze(from: number, to: number, most: number): number {
    let length = 0;
    let run = 0;
    let last = -1;
    for (let index = from; index < to; index++) {
      const symbol = folded(scan.symbols[index] as number);
      run = symbol === last ? run + 1 : 1;
      last = symbol;
      if (run <= most) squeezed[length++] = symbol;
    }
    return length;
  }

  /** Labels a token that the memory does not know, and remembers it. @returns what is known of it */
  function label(token: number): number {
    const letters = followOf(token);
    partHead[token] = 0;
    const own = labelAnew(token);
    const head = partHead[token] as number;
    const tells = head !== 0 || starts[own & ~HIDDEN_BIT] === 1;
    const all = (own + 1) | (tells ? TELLS_BIT : 0) | (letters === 0 ? 0 : GOES_ON_BIT);
    known[token] = all;
    follow[token] = letters;
    if (head >= HEADS) return all;
    // Nothing but lists of words in the memory is in the pool yet.
    kept = pool.length;
    const place = memory.claim(scan, token) * MEMORY_ROW;
    memory.rows[place + LABEL] = all | (head << HEAD_SHIFT);
    memory.rows[place + FOLLOW] = letters;
    return all;
  }

  /** Drops the lists of the last text; the whole memory when its own lists have grown too many. */
  function clearPool(): void {
    memory.makeRoom();
    if (kept > HEADS - POOL_ROOM) {
      memory.clear();
      kept = 1;
    }
    if (pool.length > kept) pool.length = kept;
    if (told.length > 0) told.length = 0;
  }

  /** Letters with which a word of `joint` that begins as the token may go on. */
  function followOf(token: number): number {
    let state: number = START;
    for (let at = scan.first[token] as number; at < (scan.first[token + 1] as number); at++) {
      const symbol = folded(scan.symbols[at] as number);
      if (symbol > LAST_RUSSIAN) return 0;
      state = step(joint, state, symbol);
      if (state === DEAD) return 0;
    }
    let letters = 0;
    for (let symbol = 1; symbol <= LAST_RUSSIAN; symbol++)
      if (step(joint, state, symbol) !== DEAD) letters |= 1 << (symbol - 1);
    return letters;
  }

  /** True when a rude word may begin in a token and go on in the next. */
  function mayGoOn(token: number): boolean {
    const letters = follow[token] as number;
    if (letters === 0) return false;
    const next = folded(scan.symbols[scan.first[token + 1] as number] as number);
    if (next <= LAST_RUSSIAN && (letters & (1 << (next - 1))) !== 0) return true;
    // Dots hide letters: what stands after them tells nothing.
    return isDotted(scan, token);
  }

  /** Reads a token and puts its parts into the pool. @returns its label, with `HIDDEN_BIT` */
  function labelAnew(token: number): number {
    const flags = scan.flags[token] as number;
    const from = scan.first[token] as number;
    const to = scan.first[token + 1] as number;
    if (to - from === 0) return 0;
    if (isLatin(flags)) {
      if ((flags & (TokenFlag.link | TokenFlag.mask)) !== 0) return 0;
      const found = readLatin(scan, token, joint);
      return found !== 0 && !honestLatin.has(wordOf(scan, token)) ? found : 0;
    }
    const mixed = (flags & IMPURE) !== 0;
    if (mixed && !mayHide(scan, token)) return 0;
    const found = wordIn(words, scan.symbols, from, to);
    if (isHonest[found] === 1) return found;
    partsIn(token, scan.symbols, from, to);
    if (meansRule[found] === 1 || partHead[token] !== 0) return found;
    if ((flags & TokenFlag.doubled) !== 0) {
      for (let most = (flags & TokenFlag.stretched) !== 0 ? 2 : 1; most >= 1; most--) {
        const length = squeeze(from, to, most);
        const plain = wordIn(words, squeezed, 0, length);
        if (meansRule[plain] === 1) return plain | HIDDEN_BIT;
        if (found === 0 && plain !== 0 && most === 2) return plain;
        partsIn(token, squeezed, 0, length);
        if (partHead[token] !== 0) return found | HIDDEN_BIT;
      }
    }
    let hidden = 0;
    if (found === 0 && !mixed) {
      const glued = readGlued(scan.symbols, from, to, words, joint, isSmall);
      if (glued !== 0) {
        addLabel(token, glued);
        hidden = HIDDEN_BIT;
      }
    }
    if (mixed && (flags & (TokenFlag.russian | TokenFlag.disguised)) !== 0) {
      const behind = readMixed(scan, token, joint, rank);
      if (behind !== 0) addLabel(token, behind);
    }
    return found | hidden;
  }

  /** Gives the class `contact` to ways to reach somebody: links, handles, telephone numbers. */
  function markContacts(links: readonly Link[], numbers: readonly Finding[]): void {
    if (contactLabel < 0) return;
    // Most texts with a figure or a Latin word in them have nothing of the kind.
    if (links.length === 0 && numbers.length === 0 && !scan.text.includes('@')) return;
    let at = 0;
    let number = 0;
    for (let token = 0; token < scan.count; token++) {
      const start = scan.start[token] as number;
      const flags = scan.flags[token] as number;
      while (at < links.length && (links[at] as Link).end <= start) at++;
      while (number < numbers.length && (numbers[number] as Finding).end <= start) number++;
      const link = links[at];
      const phone = numbers[number];
      if (
        (link !== undefined && link.start === start && (flags & TokenFlag.official) === 0) ||
        (phone !== undefined && isPhone(phone) && phone.start <= start + 1 && phone.end > start) ||
        ((flags & TokenFlag.latin) !== 0 && start > 0 && isHandle(scan.text, start))
      )
        addLabel(token, contactLabel);
    }
  }

  /** The sentence that was asked for last, around which token of which text. */
  const sentence = { from: 0, to: 0 };
  let sentenceToken = -1;
  let sentenceTurn = -1;
  /** First and last token of the sentence around a token, within reach; good until the next call. */
  function sentenceAround(token: number): Stretch {
    if (token === sentenceToken && turn === sentenceTurn) return sentence;
    sentenceToken = token;
    sentenceTurn = turn;
    const { flags, count } = scan;
    let from = token;
    while (
      from > 0 &&
      token - from < SENTENCE_WORDS &&
      ((flags[from] as number) & TokenFlag.opens) === 0
    )
      from--;
    let to = token;
    while (
      to + 1 < count &&
      to - token < SENTENCE_WORDS &&
      ((flags[to + 1] as number) & TokenFlag.opens) === 0
    )
      to++;
    sentence.from = from;
    sentence.to = to;
    return sentence;
  }

  function stands(place: CompiledPlace, first: number, last: number): boolean {
    const wordClass = place[1];
    if ((seen[wordClass] as number) < turn) return false;
    const where = place[0];
    let from = 0;
    let to = scan.count - 1;
    if (where === BEFORE) {
      if (first === 0 || ((scan.flags[first] as number) & TokenFlag.opens) !== 0) return false;
      return has(first - 1, wordClass);
    }
    if (where === AFTER) {
      if (last + 1 >= scan.count) return false;
      if (((scan.flags[last + 1] as number) & TokenFlag.opens) !== 0) return false;
      return has(last + 1, wordClass);
    }
    if (where === NEAR || where === SENTENCE) {
      const around = sentenceAround(first);
      from = around.from;
      to = Math.max(around.to, last);
      if (where === NEAR) {
        from = Math.max(from, first - NEAR_WORDS);
        to = Math.min(to, last + NEAR_WORDS);
      }
    } else {
      to = Math.min(to, 400);
    }
    for (let token = from; token <= to; token++)
      if ((token < first || token > last) && has(token, wordClass)) return true;
    return false;
  }

  function anyStands(places: readonly CompiledPlace[], first: number, last: number): boolean {
    for (let at = 0; at < places.length; at++)
      if (stands(places[at] as CompiledPlace, first, last)) return true;
    return false;
  }

  /**
   * Parts of the text that are told as somebody else's or freed by a guard: the model does not judge the
   * writer by them.
   */
  const told: Span[] = [];
  function noteTold(first: number, last: number): void {
    if (told.length >= FINDINGS_LIMIT) return;
    const { from, to } = toldAround(scan, first, last);
    told.push({ start: scan.start[from] as number, end: scan.end[to] as number });
  }

  /** Last token of the phrase that `matchPhrase` found. */
  let phraseEnd = 0;

  /**
   * First token of a phrase of the book found around `token` as its anchor; -1 if none. The last is left
   * in `phraseEnd`.
   */
  function matchPhrase(place: number, token: number): number {
    const { entries } = book;
    const size = entries[place + PHRASE_SIZE] as number;
    const anchor = entries[place + PHRASE_ANCHOR] as number;
    const own = place + PHRASE_HEAD;
    for (let element = own; element < own + size; element++)
      if ((seen[entries[element] as number] as number) < turn) return -1;
    const gaps = own + size;
    const { flags, count } = scan;
    let first = token;
    for (let element = anchor - 1; element >= 0; element--) {
      const wordClass = entries[own + element] as number;
      const reach = (entries[gaps + element + 1] as number) + 1;
      let found = -1;
      for (let step = 1; step <= reach && first - step >= 0; step++) {
        if (((flags[first - step + 1] as number) & TokenFlag.opens) !== 0) break;
        if (has(first - step, wordClass)) {
          found = first - step;
          break;
        }
      }
      if (found < 0) return -1;
      first = found;
    }
    let last = token;
    for (let element = anchor + 1; element < size; element++) {
      const wordClass = entries[own + element] as number;
      const reach = (entries[gaps + element] as number) + 1;
      let found = -1;
      for (let step = 1; step <= reach && last + step < count; step++) {
        if (((flags[last + step] as number) & TokenFlag.opens) !== 0) break;
        if (has(last + step, wordClass)) {
          found = last + step;
          break;
        }
      }
      if (found < 0) return -1;
      last = found;
    }
    phraseEnd = last;
    return first;
  }

  /** Every finding of the rules, whatever criteria are switched on: the model looks at them too. */
  function findingsOf(text: string): Hit[] {
    scan = read(text);
    if (size < scan.count) {
      size = scan.count * 2;
      known = new Int32Array(size);
      partHead = new Int32Array(size);
      follow = new Int32Array(size);
      telling = new Int32Array(size);
      broken = new Int32Array(size);
    }
    clearPool();
    const findings: Hit[] = [];
    const { count } = scan;
    let dottedTried = 0;
    const { any } = scan;
    const links = (any & TokenFlag.latin) === 0 ? NO_LINKS : findLinks(scan);
    if (links.length > 0) markOfficial(scan, links);
    let tellingCount = 0;
    let brokenCount = 0;
    // The hottest loop of all: `memory.find`, written out over arrays at hand.
    const { hash, second, flags } = scan;
    const { rows, shift } = memory;
    const ownKnown = known;
    const ownHead = partHead;
    let goesOn = 0;
    for (let token = 0; token < count; token++) {
      const value = hash[token] as number;
      let place = rowOf(value, shift) * MEMORY_ROW;
      if (
        rows[place] !== value ||
        rows[place + 1] !== ((second[token] as number) ^ ((flags[token] as number) & MEANING))
      )
        place = memory.find(scan, token) * MEMORY_ROW;
      let word = place < 0 ? 0 : (rows[place + LABEL] as number);
      if (word !== 0) {
        ownKnown[token] = word;
        ownHead[token] = word >>> HEAD_SHIFT;
      } else {
        word = label(token);
      }
      if (goesOn !== 0 && mayGoOn(token - 1)) broken[brokenCount++] = token - 1;
      goesOn = word & GOES_ON_BIT;
      if ((word & (TELLS_BIT | GOES_ON_BIT)) === 0) continue;
      if ((word & TELLS_BIT) !== 0) telling[tellingCount++] = token;
      if (goesOn !== 0 && place >= 0) follow[token] = rows[place + FOLLOW] as number;
    }
    const numbers = (any & TokenFlag.digit) === 0 ? NO_FINDINGS : personalData(scan);
    if ((any & (TokenFlag.latin | TokenFlag.digit)) !== 0) markContacts(links, numbers);
    if (tellingCount > 0 || brokenCount > 0) noteClasses();
    let behind = -1;
    for (let at = 0; at < brokenCount; at++) {
      const token = broken[at] as number;
      if (token <= behind) continue;
      const joined = readPieces(scan, token, joint, honest);
      if (joined === undefined) {
        if (dottedTried === DOTTED_LIMIT) continue;
        const dotted = readDotted(scan, token, joint, rank);
        if (isDotted(scan, token)) dottedTried++;
        addPieces(findings, dotted, token, token + 1);
        continue;
      }
      addPieces(findings, joined.label, token, joined.last);
      behind = joined.last;
    }
    for (let at = 0; at < tellingCount && findings.length < FINDINGS_LIMIT; at++) {
      const token = telling[at] as number;
      const own = labelOf(token);
      if (starts[own] === 1) visit(findings, token, own, true);
      for (let part = partHead[token] as number; part !== 0; part = pool[part] as number) {
        const found = pool[part - 1] as number;
        if (starts[found] === 1) visit(findings, token, found, false);
      }
    }
    if (links.length > 0 || (any & (TokenFlag.latin | TokenFlag.disguised)) !== 0)
      addAll(findings, mailingSigns(scan, links));
    addAll(findings, withoutOwnPhones(numbers));
    return findings;
  }

  function addAll(findings: Hit[], others: readonly Finding[]): void {
    const most = Math.min(others.length, FINDINGS_LIMIT);
    for (let at = 0; at < most; at++) findings.push(asHit(others[at] as Finding));
  }

  function add(
    findings: Hit[],
    ruleIndex: number,
    first: number,
    last: number,
    inPieces = false,
  ): void {
    const rule = compiled.rules[ruleIndex];
    if (rule === undefined || findings.length >= FINDINGS_LIMIT) return;
    if (rule.whole && !isSentence(scan, first, last)) return;
    if (anyStands(rule.unless, first, last)) {
      // «мы не быдло»: the word that a guard frees is not held against the writer by the model either.
      noteTold(first, last);
      return;
    }
    if (rule.needs.length > 0 && !anyStands(rule.needs, first, last)) return;
    let strength: Strength = rule.strength;
    if (rule.reported !== 'keep') {
      const voice = voiceOf(scan, first, last);
      if (voice === Voice.told && rule.reported === 'drop') {
        noteTold(first, last);
        return;
      }
      if (voice !== Voice.own) strength = 'probable';
    }
    findings.push({
      criterion: rule.criterion,
      strength,
      rule: rule.id,
      start: scan.start[first] as number,
      end: scan.end[last] as number,
      why: rule.why,
      doubtful: rule.doubtful && strength === 'probable' && !inPieces && isOpen(first, last),
      own: strength === rule.strength && !rule.faint,
    });
  }

  /** `whole`: the word itself is listed; exceptions are for words that a pattern holds by chance. */
  function isOpen(first: number, last: number): boolean {
    for (let token = first; token <= last; token++) {
      const flags = scan.flags[token] as number;
      if (((known[token] as number) & HIDDEN_BIT) !== 0 || has(token, distortedClass)) return false;
      if ((flags & (IMPURE | TokenFlag.invisible | TokenFlag.stretched)) !== 0) return false;
      if (token > first && (flags & TokenFlag.tight) !== 0) return false;
      const length = (scan.first[token + 1] as number) - (scan.first[token] as number);
      // A rude word in the middle of a long one is glued.
      if (labelOf(token) === 0 && length >= LONG_WORD) return false;
    }
    return true;
  }

  /** What a word in pieces is by itself. */
  function addPieces(findings: Hit[], label: number, first: number, last: number): void {
    const to = classFrom[label + 1] as number;
    for (let at = classFrom[label] as number; at < to; at++) {
      const rule = single[classList[at] as number] as number;
      if (rule !== 0) add(findings, rule - 1, first, last, true);
    }
  }

  function visit(findings: Hit[], token: number, found: number, whole: boolean): void {
    const { entries, from } = book;
    const end = startFrom[found + 1] as number;
    for (let at = startFrom[found] as number; at < end; at++) {
      const wordClass = startList[at] as number;
      const rule = single[wordClass] as number;
      if (rule !== 0) {
        const never = except[wordClass] as number;
        if (never === 0 || !(whole ? hasClass(found, never) : has(token, never)))
          add(findings, rule - 1, token, token);
      }
      const to = from[wordClass + 1] as number;
      for (let place = from[wordClass] as number; place < to; ) {
        if ((seen[entries[place + PHRASE_RARE] as number] as number) >= turn) {
          const first = matchPhrase(place, token);
          if (first >= 0) add(findings, entries[place + PHRASE_RULE] as number, first, phraseEnd);
        }
        place += PHRASE_HEAD + 2 * (entries[place + PHRASE_SIZE] as number);
      }
    }
  }

  return {
    judge(text, context) {
      const findings = findingsOf(text);
      if (model !== undefined) {
        const opinion =
          findings.length === 0
            ? model.opinion(scan, NO_FINDINGS, false, 0, told)
            : model.opinion(scan, findings, isFirm(findings), differ(findings), told);
        if (opinion.sure) believe(findings, AGAINST_PEOPLE);
        if (opinion.mailing) believe(findings, TOGETHER);
        if (opinion.calm && findings.length > 0 && !findings.some(isCertain))
          for (let at = findings.length - 1; at >= 0; at--)
            if (findings[at]?.doubtful === true) findings.splice(at, 1);
        for (const finding of opinion.findings) findings.push(asHit(finding));
      }
      if (findings.length === 0) return [];
      strengthen(findings);
      const allowed = context?.criteria;
      return merged(
        allowed === undefined
          ? findings
          : findings.filter((finding) => allowed.has(finding.criterion)),
      ).map(asFinding);
    },
    ruled: findingsOf,
    examined(text) {
      const findings = findingsOf(text);
      return { scan, findings, firm: isFirm(findings), rules: differ(findings) };
    },
  };
}

const NO_LINKS: readonly Link[] = [];
const NO_FINDINGS: readonly Finding[] = [];

/** `@name` after a space or at the start: a handle, and no letter hidden behind a sign. */
function isHandle(text: string, start: number): boolean {
  return text.charCodeAt(start - 1) === 0x40 && (start === 1 || text.charCodeAt(start - 2) <= 0x20);
}

/** Criteria that the model's head of insult knows. */
const AGAINST_PEOPLE: ReadonlySet<Criterion> = new Set<Criterion>(['insult', 'threat', 'hate']);
const isPhone = (finding: Finding) => finding.rule === 'personal-data/phone' || isOwnPhone(finding);
