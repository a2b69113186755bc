import { type Scan, TokenFlag } from '../language/scan';
import type { Criterion, Finding } from './contract';
import {
  BUCKETS,
  kindOf,
  readable,
  STYLE_CUES,
  styleCues,
  TEXT_FEATURES,
  TokenKind,
  textFeatures,
  tokenFeatures,
  WORD_FEATURES,
} from './features';
import { MEANING, ROW as MEMORY_ROW, rowOf, SUMS, type WordMemory } from './memory';

/**
 * A small model of our own over hashed letter groups: three linear heads, a score of the style, and a
 * mixer that weighs them. Its opinion is always *probable*. See docs/model-card.md; scripts/train.ts
 * makes the weights.
 */

/** What `model.json` holds. */
export interface PackedModel {
  /** Distances between the buckets that are in use, a character each; `GAP_MORE` adds `GAP_MOST`. */
  places: string;
  /** Weight of rarity squared of each bucket in use, in steps of `rarityStep`. */
  rarity: string;
  rarityStep: number;
  /** Insult as civil writers see it, insult as board dwellers write it, mailings. */
  heads: readonly [PackedHead, PackedHead, PackedHead];
  /** Weight of each style cue. */
  style: readonly number[];
  mixer: PackedMixer;
}
export interface PackedHead {
  /** One character a bucket in use: see `levelOf`. */
  weights: string;
  step: number;
  bias: number;
}
/** Weighs the scores against each other: a logistic regression over them, their squares and products. */
export interface PackedMixer {
  middle: readonly number[];
  spread: readonly number[];
  weights: readonly number[];
  bias: number;
  /** Log odds from which a comment is called an insult. */
  insult: number;
  /** Score of the insult head alone from which an obscene comment is called an insult too. */
  besides: number;
  /** Log odds under which a weak rule about an open word is not believed. */
  calm: number;
  /** Score of the head of mailings from which a comment is called one. */
  spam: number;
}

/** Largest weight in steps. */
export const LARGEST = 15;
/** Longest distance that one character tells, and the character that adds it. */
export const GAP_MOST = 60;
export const GAP_MORE = '~';
const FIRST_CODE = 0x23;
const BACKSLASH = 0x5c;

/** A number from 0 to 89 as a character that JSON writes as it is, and back. */
export function codeOf(value: number): string {
  const code = FIRST_CODE + value;
  return String.fromCharCode(code >= BACKSLASH ? code + 1 : code);
}
function valueAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return (code > BACKSLASH ? code - 1 : code) - FIRST_CODE;
}

/** What the model thinks of a text. */
export interface Opinion {
  /** Far from an insult: weak rules are not to be believed. */
  calm: boolean;
  /** Well past the threshold of insult: a weak rule's finding against a person is to be believed. */
  sure: boolean;
  /** Past the threshold of mailings, whatever the rules found: a weak rule's offer is to be believed. */
  mailing: boolean;
  findings: Finding[];
}

/** A part of a text, UTF-16; the end is exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Model {
  /**
   * `found`: what the rules found. Swearing at a road is no insult, so that insult is judged by the words
   * that are not obscene; and what a rule has found already the model does not say again. `firm`: a rule
   * found something that the model may not overrule. `rules`: how many different rules found something.
   */
  opinion(
    scan: Scan,
    found: readonly Finding[],
    firm: boolean,
    rules: number,
    told: readonly Span[],
  ): Opinion;
}

/** Words named as those that moved the model. */
const WORDS_NAMED = 3;

/** A word or two say little of a mailing: what is added to the threshold, by the number of words. */
const SHORT_MAILING = [1, 0.5, 0.35, 0.2, 0.1];
/** The same of an insult, in log odds. */
const SHORT_INSULT = [6, 4, 1.5, 0.6, 0.3];
/** How far past its threshold the model is sure of an insult, in log odds. */
const SURER = 0.5;

const WHY: Partial<Record<Criterion, string>> = {
  insult: 'Похоже на оскорбление: так считает модель',
  spam: 'Похоже на рассылку: так считает модель',
};

/** Inputs of the mixer. */
export const INPUTS = 6;
/** Words after which length says nothing more. */
const LONGEST_TEXT = 60;
const LENGTHS = Float64Array.from({ length: LONGEST_TEXT + 1 }, (_, words) => Math.log1p(words));
const RULES_MOST = 3;

/** Writes what the mixer sees into `out`. */
export function mixerInputs(
  out: Float64Array,
  insult: number,
  board: number,
  style: number,
  words: number,
  firm: boolean,
  rules: number,
): void {
  out[0] = insult;
  out[1] = board;
  out[2] = style;
  out[3] = LENGTHS[Math.min(LONGEST_TEXT, words)] as number;
  out[4] = firm ? 1 : 0;
  out[5] = Math.min(RULES_MOST, rules);
}

/** Log odds of the mixer; `inputs` are brought to one scale in place. */
export function mixed(mixer: PackedMixer, inputs: Float64Array): number {
  const { middle, spread, weights } = mixer;
  let sum = mixer.bias;
  let at = 0;
  for (let one = 0; one < INPUTS; one++)
    inputs[one] = ((inputs[one] as number) - (middle[one] as number)) / (spread[one] as number);
  for (let one = 0; one < INPUTS; one++) sum += (weights[at++] as number) * (inputs[one] as number);
  for (let one = 0; one < INPUTS; one++) {
    const own = inputs[one] as number;
    let beside = 0;
    for (let other = one; other < INPUTS; other++)
      beside += (weights[at++] as number) * (inputs[other] as number);
    sum += own * beside;
  }
  return sum;
}

/** The table of the model: each bucket is one number of four bytes, since it is read as one. */
export function unpackTable(packed: PackedModel): Int32Array {
  const table = new Int32Array(BUCKETS);
  const { places, rarity } = packed;
  const [insult, board, spam] = packed.heads.map(({ weights }) => weights) as [
    string,
    string,
    string,
  ];
  const more = GAP_MORE.charCodeAt(0);
  let bucket = -1;
  let at = 0;
  // No closure inside: this runs before the first comment is judged.
  for (let place = 0; place < places.length; place++) {
    if (places.charCodeAt(place) === more) {
      bucket += GAP_MOST;
      continue;
    }
    bucket += valueAt(places, place);
    table[bucket] =
      ((valueAt(insult, at) - LARGEST) << 24) |
      (((valueAt(board, at) - LARGEST) & 0xff) << 16) |
      (((valueAt(spam, at) - LARGEST) & 0xff) << 8) |
      valueAt(rarity, at);
    at++;
  }
  return table;
}

/** Score of a head. @param total sum of its weights @param rarity sum of the squared rarities, in steps */
const scoreOf = (head: PackedHead, total: number, rarity: number, rarityStep: number): number =>
  (total * head.step) / Math.sqrt(Math.max(1, rarity) * rarityStep) + head.bias;

/**
 * Builds a model. `memory` is shared with the judge, which makes the rows.
 * @param table by `unpackTable`, where it is there already
 */
export function createModel(
  packed: PackedModel,
  memory: WordMemory,
  table = unpackTable(packed),
): Model {
  const { mixer, rarityStep } = packed;
  const [insultHead, boardHead, spamHead] = packed.heads;
  const style = Float64Array.from(packed.style);
  const scratch = new Int32Array(Math.max(WORD_FEATURES, TEXT_FEATURES, STYLE_CUES));
  const inputs = new Float64Array(INPUTS);
  const top = new Int32Array(WORDS_NAMED);
  const weights = new Float64Array(WORDS_NAMED);
  let insultSum = 0;
  let boardSum = 0;
  let spamSum = 0;
  let raritySum = 0;

  function take(features: number): void {
    let insult = 0;
    let board = 0;
    let spam = 0;
    let rarity = 0;
    for (let at = 0; at < features; at++) {
      const entry = table[scratch[at] as number] as number;
      insult += entry >> 24;
      board += (entry << 8) >> 24;
      spam += (entry << 16) >> 24;
      rarity += entry & 0xff;
    }
    insultSum += insult;
    boardSum += board;
    spamSum += spam;
    raritySum += rarity;
  }

  function takeToken(scan: Scan, token: number, kind: number): void {
    const row = kind === TokenKind.word ? memory.find(scan, token) : -1;
    const sums = memory.rows;
    const place = row * MEMORY_ROW + SUMS;
    const second = row < 0 ? 0 : (sums[place + 1] as number);
    if (second !== 0) {
      const known = sums[place] as number;
      insultSum += known >> 16;
      boardSum += (known << 16) >> 16;
      spamSum += second >> 16;
      // One more than the sum, so that a row that is known is never 0.
      raritySum += (second & 0xffff) - 1;
      return;
    }
    const insult = insultSum;
    const board = boardSum;
    const spam = spamSum;
    const rarity = raritySum;
    take(tokenFeatures(scan, token, kind, scratch));
    if (row < 0) return;
    sums[place] = ((insultSum - insult) << 16) | ((boardSum - board) & 0xffff);
    sums[place + 1] = ((spamSum - spam) << 16) | ((raritySum - rarity + 1) & 0xffff);
  }

  /** Sums up a text; the sums are left in the variables above. Returns the number of words. */
  function sum(scan: Scan): number {
    insultSum = 0;
    boardSum = 0;
    spamSum = 0;
    raritySum = 0;
    let words = 0;
    const tokens = readable(scan);
    const { hash, second, flags } = scan;
    const { rows, shift } = memory;
    // Most words are known: their sums are added up here, over arrays at hand.
    let insult = 0;
    let board = 0;
    let spam = 0;
    let rarity = 0;
    for (let token = 0; token < tokens; token++) {
      const bits = flags[token] as number;
      const value = hash[token] as number;
      const row = rowOf(value, shift);
      const place = row * MEMORY_ROW;
      const later = rows[place + SUMS + 1] as number;
      if (
        later !== 0 &&
        (bits & (TokenFlag.link | TokenFlag.digit)) === 0 &&
        rows[place] === value &&
        rows[place + 1] === ((second[token] as number) ^ (bits & MEANING))
      ) {
        const known = rows[place + SUMS] as number;
        insult += known >> 16;
        board += (known << 16) >> 16;
        spam += later >> 16;
        rarity += (later & 0xffff) - 1;
        words++;
        continue;
      }
      const kind = kindOf(scan, token);
      if (kind === TokenKind.nothing) continue;
      takeToken(scan, token, kind);
      if (kind !== TokenKind.figures) words++;
    }
    insultSum += insult;
    boardSum += board;
    spamSum += spam;
    raritySum += rarity;
    take(textFeatures(scan, words, scratch));
    return words;
  }

  function styleOf(scan: Scan): number {
    const cues = styleCues(scan, scratch);
    let score = 0;
    for (let at = 0; at < cues; at++) score += style[scratch[at] as number] as number;
    return score;
  }

  return {
    opinion(scan, found, firm, rules, told) {
      if (scan.count === 0) return NO_OPINION;
      const words = sum(scan);
      const insult = scoreOf(insultHead, insultSum, raritySum, rarityStep);
      const board = scoreOf(boardHead, boardSum, raritySum, rarityStep);
      const spam = scoreOf(spamHead, spamSum, raritySum, rarityStep);
      mixerInputs(inputs, insult, board, styleOf(scan), words, firm, rules);
      const odds = mixed(mixer, inputs) - (SHORT_INSULT[scan.count] ?? 0);
      const mailing = spam >= mixer.spam + (SHORT_MAILING[scan.count] ?? 0);
      const insulted =
        odds >= mixer.insult &&
        !holds(found, 'insult') &&
        ((told.length === 0 && !holds(found, 'obscenity')) ||
          scoreBesides(scan, found, told) >= mixer.besides);
      const calm = odds < mixer.calm;
      const sure = odds >= mixer.insult + SURER;
      if (!mailing && !insulted) return calm ? CALM : sure ? SURE : NO_OPINION;
      const findings: Finding[] = [];
      if (insulted) findings.push(named(scan, 'insult'));
      if (mailing && !holds(found, 'spam')) findings.push(named(scan, 'spam'));
      return { calm, sure, mailing, findings };
    },
  };

  /** Score of insult without the words that are obscene or told; call it after `sum`. */
  function scoreBesides(scan: Scan, found: readonly Finding[], told: readonly Span[]): number {
    const total = insultSum;
    const rarity = raritySum;
    insultSum = 0;
    raritySum = 0;
    for (let token = 0; token < readable(scan); token++)
      if (
        kindOf(scan, token) === TokenKind.word &&
        isBeside(scan.start[token] as number, found, told)
      )
        takeToken(scan, token, TokenKind.word);
    return scoreOf(insultHead, total - insultSum, rarity - raritySum, rarityStep);
  }

  /** The finding of a head, with the words that moved it most. */
  function named(scan: Scan, criterion: 'insult' | 'spam'): Finding {
    top.fill(-1);
    weights.fill(0);
    for (let token = 0; token < readable(scan); token++) {
      const kind = kindOf(scan, token);
      if (kind === TokenKind.nothing) continue;
      insultSum = 0;
      boardSum = 0;
      spamSum = 0;
      takeToken(scan, token, kind);
      const weight =
        criterion === 'spam'
          ? spamSum
          : insultSum * insultHead.step + Math.max(0, boardSum) * boardHead.step;
      // The lightest of the heaviest gives way.
      let least = 0;
      for (let at = 1; at < WORDS_NAMED; at++)
        if ((weights[at] as number) < (weights[least] as number)) least = at;
      if (weight <= (weights[least] as number)) continue;
      weights[least] = weight;
      top[least] = token;
    }
    let first = -1;
    let last = -1;
    let because = '';
    // The named words in the order of the text; -1 stands first.
    top.sort();
    for (let at = 0; at < WORDS_NAMED; at++) {
      const token = top[at] as number;
      if (token < 0) continue;
      if (first < 0) first = token;
      last = token;
      because += `${because === '' ? ' из-за слов ' : ', '}«${scan.text.slice(scan.start[token], scan.end[token])}»`;
    }
    return {
      criterion,
      strength: 'probable',
      rule: `model/${criterion}`,
      start: first < 0 ? 0 : (scan.start[first] as number),
      end: last < 0 ? scan.text.length : (scan.end[last] as number),
      why: `${WHY[criterion] ?? 'Так считает модель'}${because}.`,
    };
  }
}

function holds(found: readonly Finding[], criterion: Criterion): boolean {
  for (const finding of found) if (finding.criterion === criterion) return true;
  return false;
}

/** True when an obscene word was found around a place, or it is told as somebody else's. */
function isBeside(place: number, found: readonly Finding[], told: readonly Span[]): boolean {
  for (const { criterion, start, end } of found)
    if (criterion === 'obscenity' && place >= start && place < end) return true;
  for (const { start, end } of told) if (place >= start && place < end) return true;
  return false;
}

const NO_OPINION: Opinion = { calm: false, sure: false, mailing: false, findings: [] };
const CALM: Opinion = { calm: true, sure: false, mailing: false, findings: [] };
const SURE: Opinion = { calm: false, sure: true, mailing: false, findings: [] };
