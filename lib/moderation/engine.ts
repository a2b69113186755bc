import {
  DEAD,
  ROW,
  START,
  unpackParts,
  unpackWords,
  type WordAutomaton,
} from '../language/automaton';
import {
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
  byWeight,
  type Criterion,
  type Finding,
  type ModerationContext,
  type Strength,
} from './contract';
import { createMemory, FOLLOW, LABEL, MEANING, ROW as MEMORY_ROW, rowOf } from './memory';
import { createModel, type PackedModel } from './model';
import { personalData } from './personal-data';
import type { CompiledPhrase, CompiledPlace, CompiledRules } from './rule';
import { mailingSigns, markOfficial } from './signals';

const BEFORE = 0;
const AFTER = 1;
const NEAR = 2;
const SENTENCE = 3;
/** How far `near` reaches, in words. */
const NEAR_WORDS = 4;
/** How far `sentence` reaches at most: text without a full stop must not cost the square of its length. */
const SENTENCE_WORDS = 40;
/** How far a word of report reaches. */
const REPORT_WORDS = 8;
/** From this length on a word that no list holds is taken for glued ones. */
const LONG_WORD = 12;
/** Words with dots that are read behind in one comment: each reading is dear. */
const DOTTED_LIMIT = 200;
/** Findings kept of one comment; more say nothing new. */
const FINDINGS_LIMIT = 200;

/** A finding and whether its words are written openly. */
interface Hit extends Finding {
  open: boolean;
  /** See `Rule.doubtful`. */
  doubtful: boolean;
}

interface Single {
  rule: number;
  except: number;
}

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

/** Builds the judge from compiled rules and a model, which may be absent (while one is trained). */
export function createJudge(compiled: CompiledRules, packed?: PackedModel): Judge {
  const memory = createMemory();
  const model = packed === undefined ? undefined : createModel(packed, memory);
  const words = unpackWords(compiled.words);
  const parts = unpackParts(compiled.parts);
  const joint = unpackWords(compiled.joint);
  const labels = compiled.labels;
  const splits = new Set(compiled.splits);
  const honest = (left: string, right: string) => splits.has(`${left} ${right}`);
  const read = createReader();

  const classes = 1 + Math.max(0, ...labels.map((label) => Math.max(0, ...label)));
  const singles: (Single | undefined)[] = new Array(classes);
  for (const [wordClass, rule, except] of compiled.singles) singles[wordClass] = { rule, except };
  const anchored: (CompiledPhrase[] | undefined)[] = new Array(classes);
  for (const phrase of compiled.phrases) {
    const anchor = phrase.classes[phrase.anchor] as number;
    const list = anchored[anchor];
    if (list === undefined) anchored[anchor] = [phrase];
    else list.push(phrase);
  }
  // A label whose classes start nothing needs no second look.
  const starts = Uint8Array.from(labels, (label) =>
    label.some((entry) => singles[entry] !== undefined || anchored[entry] !== undefined) ? 1 : 0,
  );
  const meansRule = Uint8Array.from(labels, (label) =>
    label.some((entry) => singles[entry] !== undefined) ? 1 : 0,
  );
  const smallClass = compiled.named.small ?? 0;
  const small = Uint8Array.from(labels, (label) => (label.includes(smallClass) ? 1 : 0));
  const honestClass = compiled.named.honest ?? 0;
  const isHonest = Uint8Array.from(labels, (label) => (label.includes(honestClass) ? 1 : 0));
  const isSmall = (label: number) => small[label] === 1;
  const honestLatin = new Set(compiled.latin);
  const contactClass = compiled.named.contact ?? 0;
  const contactLabel = labels.findIndex(
    (label) => label.length === 1 && label[0] === contactClass && contactClass !== 0,
  );
  const reportClass = compiled.named.report ?? 0;
  const saidClass = compiled.named.said ?? 0;

  // Buffers of the text being judged.
  let size = 1024;
  let wordLabel = new Uint16Array(size);
  /** Head of the token's list of part labels in `pool`, plus one. */
  let partHead = new Int32Array(size);
  /** 1: the token was read behind a distorted spelling. */
  let hidden = new Uint8Array(size);
  /** Letters with which a rude word that a token begins may go on in the next one. */
  let follow = new Int32Array(size);
  /** Tokens that start a search, in order; and where a word may go on in the next token. */
  let telling = new Int32Array(size);
  let broken = new Int32Array(size);
  // Words met before that hide nothing, by two hashes.
  const distortedClass = compiled.named.distorted ?? 0;
  const pool: number[] = [0];
  let scan: Scan;
  const squeezed = new Uint8Array(80);

  function has(token: number, wordClass: number): boolean {
    if ((labels[wordLabel[token] as number] as readonly number[]).includes(wordClass)) return true;
    for (let at = partHead[token] as number; at !== 0; at = pool[at] as number)
      if ((labels[pool[at - 1] as number] as readonly number[]).includes(wordClass)) return true;
    return false;
  }

  function addLabel(token: number, label: number): void {
    pool.push(label, partHead[token] as number);
    partHead[token] = pool.length - 1;
  }

  function wordIn(automaton: WordAutomaton, symbols: Uint8Array, from: number, to: number): number {
    const { next } = automaton;
    let state: number = START;
    for (let index = from; index < to; index++) {
      const symbol = folded(symbols[index] as number);
      if (symbol > LAST_RUSSIAN) return 0;
      state = next[state * ROW + symbol] as number;
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

  /** Labels a token that the memory does not know, and remembers it when nothing is behind it. */
  function label(token: number): void {
    follow[token] = followOf(token);
    labelAnew(token);
    if (partHead[token] !== 0 || hidden[token] !== 0) return;
    const place = memory.claim(scan, token) * MEMORY_ROW;
    memory.rows[place + LABEL] = (wordLabel[token] as number) + 1;
    memory.rows[place + FOLLOW] = follow[token] as number;
  }

  /** Letters with which a word of `joint` that begins as the token may go on. */
  function followOf(token: number): number {
    let state: number = START;
    for (let at = scan.first[token] as number; at < (scan.first[token + 1] as number); at++) {
      const symbol = folded(scan.symbols[at] as number);
      if (symbol > LAST_RUSSIAN) return 0;
      state = joint.next[state * ROW + symbol] as number;
      if (state === DEAD) return 0;
    }
    let letters = 0;
    for (let symbol = 1; symbol <= LAST_RUSSIAN; symbol++)
      if (joint.next[state * ROW + symbol] !== DEAD) letters |= 1 << (symbol - 1);
    return letters;
  }

  /** Dots stand right after the token. */
  function isDotted(token: number): boolean {
    const after = scan.text.charCodeAt(scan.end[token] as number);
    return after === 0x2e || after === 0x2026;
  }

  /** True when a rude word may begin in a token and go on in the next. */
  function mayGoOn(token: number): boolean {
    const letters = follow[token] as number;
    if (letters === 0) return false;
    const next = folded(scan.symbols[scan.first[token + 1] as number] as number);
    if (next <= LAST_RUSSIAN && (letters & (1 << (next - 1))) !== 0) return true;
    // Dots hide letters: what stands after them tells nothing.
    return isDotted(token);
  }

  function labelAnew(token: number): void {
    const flags = scan.flags[token] as number;
    const from = scan.first[token] as number;
    const to = scan.first[token + 1] as number;
    partHead[token] = 0;
    hidden[token] = 0;
    wordLabel[token] = 0;
    if (to - from === 0) return;
    if (isLatin(flags)) {
      if ((flags & (TokenFlag.link | TokenFlag.mask)) === 0) {
        const found = readLatin(scan, token, joint);
        if (found !== 0 && !honestLatin.has(wordOf(scan, token))) wordLabel[token] = found;
      }
      return;
    }
    const mixed = (flags & IMPURE) !== 0;
    if (mixed && !mayHide(scan, token)) return;
    const found = wordIn(words, scan.symbols, from, to);
    wordLabel[token] = found;
    if (isHonest[found] === 1) return;
    partsIn(token, scan.symbols, from, to);
    if (meansRule[found] === 1 || partHead[token] !== 0) return;
    if ((flags & TokenFlag.doubled) !== 0) {
      for (let most = (flags & TokenFlag.stretched) !== 0 ? 2 : 1; most >= 1; most--) {
        const length = squeeze(from, to, most);
        const plain = wordIn(words, squeezed, 0, length);
        if (meansRule[plain] === 1 || (found === 0 && plain !== 0 && most === 2)) {
          wordLabel[token] = plain;
          hidden[token] = meansRule[plain] as number;
          return;
        }
        partsIn(token, squeezed, 0, length);
        if (partHead[token] !== 0) {
          hidden[token] = 1;
          return;
        }
      }
    }
    if (found === 0 && !mixed) {
      const glued = readGlued(scan.symbols, from, to, words, joint, isSmall);
      if (glued !== 0) {
        addLabel(token, glued);
        hidden[token] = 1;
      }
    }
    if (mixed && (flags & (TokenFlag.russian | TokenFlag.disguised)) !== 0) {
      const behind = readMixed(scan, token, joint);
      if (behind !== 0) addLabel(token, behind);
    }
  }

  /** Gives the class `contact` to ways to reach somebody: links, handles, telephone numbers. */
  function markContacts(links: readonly Link[], numbers: readonly Finding[]): void {
    if (contactLabel < 0) return;
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
        (phone?.rule === 'personal-data/phone' && phone.start <= start + 1 && phone.end > start) ||
        ((flags & TokenFlag.latin) !== 0 && start > 0 && isHandle(scan.text, start))
      )
        addLabel(token, contactLabel);
    }
  }

  /** First and last token of the sentence around a token, within reach. */
  let sentenceFrom = 0;
  let sentenceTo = 0;
  function findSentence(token: number): void {
    sentenceFrom = token;
    while (
      sentenceFrom > 0 &&
      token - sentenceFrom < SENTENCE_WORDS &&
      ((scan.flags[sentenceFrom] as number) & TokenFlag.opens) === 0
    )
      sentenceFrom--;
    sentenceTo = token;
    while (
      sentenceTo + 1 < scan.count &&
      sentenceTo - token < SENTENCE_WORDS &&
      ((scan.flags[sentenceTo + 1] as number) & TokenFlag.opens) === 0
    )
      sentenceTo++;
  }

  function stands(place: CompiledPlace, first: number, last: number): boolean {
    const [where, wordClass] = place;
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
      findSentence(first);
      from = sentenceFrom;
      to = Math.max(sentenceTo, last);
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

  /** 0: the writer's own words; 1: inside quotation marks; 2: told as somebody else's. */
  function reported(first: number, last: number): number {
    findSentence(first);
    const quoted = ((scan.flags[first] as number) & TokenFlag.quoted) !== 0;
    const from = Math.max(sentenceFrom, first - REPORT_WORDS);
    const to = Math.min(sentenceTo, last + REPORT_WORDS);
    for (let token = from; token <= to; token++) {
      if (token >= first && token <= last) continue;
      if (has(token, reportClass) || (quoted && has(token, saidClass))) return 2;
    }
    return quoted ? 1 : 0;
  }

  /** The end of a phrase found around `token` as its anchor, as `[first, last]`; undefined if none. */
  function matchPhrase(
    phrase: CompiledPhrase,
    token: number,
  ): readonly [number, number] | undefined {
    let first = token;
    for (let element = phrase.anchor - 1; element >= 0; element--) {
      const reach = (phrase.gaps[element + 1] as number) + 1;
      let found = -1;
      for (let step = 1; step <= reach && first - step >= 0; step++) {
        if (((scan.flags[first - step + 1] as number) & TokenFlag.opens) !== 0) break;
        if (has(first - step, phrase.classes[element] as number)) {
          found = first - step;
          break;
        }
      }
      if (found < 0) return undefined;
      first = found;
    }
    let last = token;
    for (let element = phrase.anchor + 1; element < phrase.classes.length; element++) {
      const reach = (phrase.gaps[element] as number) + 1;
      let found = -1;
      for (let step = 1; step <= reach && last + step < scan.count; step++) {
        if (((scan.flags[last + step] as number) & TokenFlag.opens) !== 0) break;
        if (has(last + step, phrase.classes[element] as number)) {
          found = last + step;
          break;
        }
      }
      if (found < 0) return undefined;
      last = found;
    }
    return [first, last];
  }

  /** Every finding of the rules, whatever criteria are switched on: the model looks at them too. */
  function findingsOf(text: string): Hit[] {
    scan = read(text);
    if (size < scan.count) {
      size = scan.count * 2;
      wordLabel = new Uint16Array(size);
      partHead = new Int32Array(size);
      hidden = new Uint8Array(size);
      follow = new Int32Array(size);
      telling = new Int32Array(size);
      broken = new Int32Array(size);
    }
    pool.length = 1;
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
    const { rows } = memory;
    const [ownLabel, ownHead, ownHidden, ownFollow] = [wordLabel, partHead, hidden, follow];
    let goesOn = 0;
    for (let token = 0; token < count; token++) {
      const value = hash[token] as number;
      const place = rowOf(value) * MEMORY_ROW;
      const known = rows[place + LABEL] as number;
      if (
        known !== 0 &&
        rows[place] === value &&
        rows[place + 1] === ((second[token] as number) ^ ((flags[token] as number) & MEANING))
      ) {
        ownHead[token] = 0;
        ownHidden[token] = 0;
        ownLabel[token] = known - 1;
        ownFollow[token] = rows[place + FOLLOW] as number;
      } else {
        label(token);
      }
      if (starts[ownLabel[token] as number] === 1 || ownHead[token] !== 0)
        telling[tellingCount++] = token;
      if (goesOn !== 0 && mayGoOn(token - 1)) broken[brokenCount++] = token - 1;
      goesOn = ownFollow[token] as number;
    }
    const numbers = (any & TokenFlag.digit) === 0 ? NO_FINDINGS : personalData(scan);
    if ((any & (TokenFlag.latin | TokenFlag.digit)) !== 0) markContacts(links, numbers);
    let behind = -1;
    for (let at = 0; at < brokenCount; at++) {
      const token = broken[at] as number;
      if (token <= behind) continue;
      const joined = readPieces(scan, token, joint, honest);
      if (joined === undefined) {
        if (dottedTried === DOTTED_LIMIT) continue;
        const dotted = readDotted(scan, token, joint);
        if (isDotted(token)) dottedTried++;
        for (const wordClass of labels[dotted] as readonly number[]) {
          const single = singles[wordClass];
          if (single !== undefined) add(findings, single.rule, token, token + 1, true);
        }
        continue;
      }
      for (const wordClass of labels[joined.label] as readonly number[]) {
        const single = singles[wordClass];
        if (single !== undefined) add(findings, single.rule, token, joined.last, true);
      }
      behind = joined.last;
    }
    for (let at = 0; at < tellingCount && findings.length < FINDINGS_LIMIT; at++) {
      const token = telling[at] as number;
      const own = wordLabel[token] as number;
      if (starts[own] === 1) visit(findings, token, labels[own] as readonly number[], true);
      for (let part = partHead[token] as number; part !== 0; part = pool[part] as number) {
        const found = pool[part - 1] as number;
        if (starts[found] === 1) visit(findings, token, labels[found] as readonly number[], false);
      }
    }
    if (links.length > 0 || (any & (TokenFlag.latin | TokenFlag.disguised)) !== 0)
      for (const finding of mailingSigns(scan, links).slice(0, FINDINGS_LIMIT))
        findings.push({ ...finding, open: true, doubtful: false });
    for (const finding of numbers.slice(0, FINDINGS_LIMIT))
      findings.push({ ...finding, open: true, doubtful: false });
    return findings;
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
    if (rule.unless.some((place) => stands(place, first, last))) return;
    if (rule.needs.length > 0 && !rule.needs.some((place) => stands(place, first, last))) return;
    let strength: Strength = rule.strength;
    if (rule.reported !== 'keep') {
      const told = reported(first, last);
      if (told === 2 && rule.reported === 'drop') return;
      if (told !== 0) strength = 'probable';
    }
    findings.push({
      criterion: rule.criterion,
      strength,
      rule: rule.id,
      start: scan.start[first] as number,
      end: scan.end[last] as number,
      why: rule.why,
      open: !inPieces && isOpen(first, last),
      doubtful: rule.doubtful,
    });
  }

  /** `whole`: the word itself is listed; exceptions are for words that a pattern holds by chance. */
  function isOpen(first: number, last: number): boolean {
    for (let token = first; token <= last; token++) {
      const flags = scan.flags[token] as number;
      if (hidden[token] === 1 || has(token, distortedClass)) return false;
      if ((flags & (IMPURE | TokenFlag.invisible | TokenFlag.stretched)) !== 0) return false;
      if (token > first && (flags & TokenFlag.tight) !== 0) return false;
      const length = (scan.first[token + 1] as number) - (scan.first[token] as number);
      // A rude word in the middle of a long one is glued.
      if (wordLabel[token] === 0 && length >= LONG_WORD) return false;
    }
    return true;
  }

  function visit(findings: Hit[], token: number, found: readonly number[], whole: boolean): void {
    for (const wordClass of found) {
      const single = singles[wordClass];
      if (
        single !== undefined &&
        (single.except === 0 ||
          !(whole ? found.includes(single.except) : has(token, single.except)))
      )
        add(findings, single.rule, token, token);
      for (const phrase of anchored[wordClass] ?? NONE_PHRASES) {
        const place = matchPhrase(phrase, token);
        if (place !== undefined) add(findings, phrase.rule, place[0], place[1]);
      }
    }
  }

  return {
    judge(text, context) {
      const findings = findingsOf(text);
      if (model !== undefined) {
        const opinion =
          findings.length === 0
            ? model.opinion(scan, NO_FINDINGS, false, 0)
            : model.opinion(scan, findings.filter(isObscene), isFirm(findings), differ(findings));
        if (opinion.calm && !findings.some((finding) => finding.strength === 'certain'))
          for (let at = findings.length - 1; at >= 0; at--)
            if (isDoubtful(findings[at] as Hit)) findings.splice(at, 1);
        for (const finding of opinion.findings)
          if (!findings.some((known) => known.criterion === finding.criterion))
            findings.push({ ...finding, open: true, doubtful: false });
      }
      if (findings.length === 0) return [];
      strengthen(findings);
      const allowed = context?.criteria;
      return merged(
        allowed === undefined
          ? findings
          : findings.filter((finding) => allowed.has(finding.criterion)),
      ).map(({ criterion, strength, rule, start, end, why }) => ({
        criterion,
        strength,
        rule,
        start,
        end,
        why,
      }));
    },
    ruled: findingsOf,
    examined(text) {
      const findings = findingsOf(text);
      return { scan, findings, firm: isFirm(findings), rules: differ(findings) };
    },
  };
}

const NONE_PHRASES: readonly CompiledPhrase[] = [];
const NO_LINKS: readonly Link[] = [];
const NO_FINDINGS: readonly Finding[] = [];

/** `@name` after a space or at the start: a handle, and no letter hidden behind a sign. */
function isHandle(text: string, start: number): boolean {
  return text.charCodeAt(start - 1) === 0x40 && (start === 1 || text.charCodeAt(start - 2) <= 0x20);
}

const isObscene = (finding: Finding) => finding.criterion === 'obscenity';
const isFirm = (findings: readonly Hit[]) => findings.some((finding) => !isDoubtful(finding));
const differ = (findings: readonly Hit[]) =>
  findings.filter(({ rule }, at) => findings.findIndex((other) => other.rule === rule) === at)
    .length;

/**
 * A weak rule's finding that the model may overrule: a coarse word written openly in a comment that is
 * calm otherwise. Hidden spelling shows intent, so it stays.
 */
function isDoubtful(finding: Hit): boolean {
  return finding.strength === 'probable' && finding.open && finding.doubtful;
}

/** Two different weak rules of a mailing or of a forbidden trade in one comment are certain together. */
function strengthen(findings: Hit[]): void {
  for (const finding of findings) {
    if (!TOGETHER.has(finding.criterion) || finding.rule.startsWith('model/')) continue;
    const other = findings.some(
      (one) =>
        one.rule !== finding.rule &&
        !one.rule.startsWith('model/') &&
        (TOGETHER.has(one.criterion) || one.rule === 'personal-data/phone'),
    );
    if (other) finding.strength = 'certain';
  }
}
const TOGETHER: ReadonlySet<Criterion> = new Set<Criterion>(['spam', 'drugs', 'fraud']);

/** Drops a finding that a stronger or longer one of the same criterion covers; sorts by weight. */
function merged(findings: Hit[]): Hit[] {
  if (findings.length < 2) return findings;
  findings.sort(byWeight);
  const kept: Hit[] = [];
  for (const finding of findings) {
    const covered = kept.some(
      (other) =>
        other.criterion === finding.criterion &&
        other.start <= finding.start &&
        other.end >= finding.end,
    );
    if (!covered) kept.push(finding);
  }
  return kept;
}
