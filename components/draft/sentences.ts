import { sentencesOf } from '../../lib/language/sentences';
import { tokenize } from '../../lib/language/words';
import type { Remark } from '../../lib/style/contract';

/** A sentence with what can be said of it. */
export interface AdvisedSentence {
  /** The same for the same words with the same remarks, wherever they stand in the draft. */
  id: string;
  /** UTF-16 index into the draft. */
  start: number;
  text: string;
  /** Indices are of the draft. */
  remarks: Remark[];
}

/** Remarks of each rule that have something to put instead. */
export type Alike = ReadonlyMap<string, readonly Remark[]>;

/** What «everywhere alike» would mend, by rule. */
export function alikeIn(remarks: readonly Remark[]): Alike {
  const byRule = new Map<string, Remark[]>();
  for (const remark of remarks) {
    if (remark.replacements.length === 0) continue;
    const same = byRule.get(remark.rule);
    if (same) same.push(remark);
    else byRule.set(remark.rule, [remark]);
  }
  return byRule;
}

/** The sentences of a draft that have remarks; a remark belongs to the sentence in which it begins. */
export function advisedSentences(draft: string, remarks: readonly Remark[]): AdvisedSentence[] {
  if (remarks.length === 0) return [];
  const tokens = tokenize(draft);
  const advised: AdvisedSentence[] = [];
  const seen = new Map<string, number>();
  let next = 0;
  const sentences = sentencesOf(tokens);
  for (const [index, { first, last }] of sentences.entries()) {
    const begin = tokens[first]?.start ?? 0;
    let end = tokens[last - 1]?.end ?? begin;
    const following = tokens[sentences[index + 1]?.first ?? -1]?.start ?? draft.length + 1;
    const own: Remark[] = [];
    for (let remark = remarks[next]; remark && remark.start < following; remark = remarks[next]) {
      own.push(remark);
      end = Math.max(end, remark.end);
      next += 1;
    }
    if (own.length === 0) continue;
    const start = Math.min(begin, own[0]?.start ?? begin);
    const text = draft.slice(start, end);
    const signature = own.map(({ rule, start: at }) => `${rule}@${at - start}`).join(' ');
    const id = `${text}\n${signature}`;
    const copies = seen.get(id) ?? 0;
    seen.set(id, copies + 1);
    advised.push({ id: `${copies}\n${id}`, start, text, remarks: own });
  }
  return advised;
}

/** A stretch of text that is as it was, or that is marked. */
export interface Piece {
  /** Index in what is shown; tells pieces apart. */
  at: number;
  text: string;
  /** The remark that this piece speaks of, or null. */
  remark: Remark | null;
}

/** The sentence in pieces, the words of its remarks marked. Remarks that meet share no character. */
export function piecesBefore({ start, text, remarks }: AdvisedSentence): Piece[] {
  return pieces(start, text, remarks, ({ start: from, end }) =>
    text.slice(from - start, end - start),
  );
}

/**
 * The sentence as it would be, the new words marked.
 * @param choiceOf what to put for a remark; null leaves its words alone
 */
export function piecesAfter(
  { start, text, remarks }: AdvisedSentence,
  choiceOf: (remark: Remark) => string | null,
): Piece[] {
  const fixed = remarks.filter((remark) => choiceOf(remark) !== null);
  return pieces(start, text, fixed, (remark) => choiceOf(remark) ?? '');
}

function pieces(
  start: number,
  text: string,
  remarks: readonly Remark[],
  wordsOf: (remark: Remark) => string,
): Piece[] {
  const result: Piece[] = [];
  let from = 0;
  let at = 0;
  const add = (piece: string, remark: Remark | null) => {
    if (piece !== '') result.push({ at, text: piece, remark });
    at += piece.length;
  };
  for (const remark of remarks) {
    if (remark.start - start < from) continue;
    add(text.slice(from, remark.start - start), null);
    add(wordsOf(remark), remark);
    from = remark.end - start;
  }
  add(text.slice(from), null);
  return result;
}

/** Whether there is nothing to choose: one replacement, correct as it stands. */
export const isSafe = ({ replacements }: Remark) => replacements.length === 1;

/** One change that does many at once. */
export interface MergedChange {
  start: number;
  end: number;
  text: string;
}

/** All given remarks replaced by their first replacement, as one change; null when there are none. */
export function mergedChange(draft: string, remarks: readonly Remark[]): MergedChange | null {
  let text = '';
  let start = -1;
  let end = 0;
  for (const remark of remarks.toSorted((a, b) => a.start - b.start)) {
    const [replacement] = remark.replacements;
    if (replacement === undefined || (start >= 0 && remark.start < end)) continue;
    if (start < 0) start = remark.start;
    else text += draft.slice(end, remark.start);
    text += replacement;
    end = remark.end;
  }
  return start < 0 ? null : { start, end, text };
}
