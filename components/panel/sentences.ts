import type { PanelView } from '../../lib/messages/panel';

export type Draft = NonNullable<PanelView['draft']>;
export type DraftRemark = Draft['remarks'][number];

/** A sentence with its remarks; `start` is a UTF-16 index into the draft. */
export interface RemarkedSentence {
  start: number;
  text: string;
  remarks: DraftRemark[];
}

const SEGMENTER = new Intl.Segmenter('ru', { granularity: 'sentence' });

/** The sentences that have remarks. A remark belongs to the sentence in which it begins. */
export function remarkedSentences(draft: Draft): RemarkedSentence[] {
  return Array.from(SEGMENTER.segment(draft.text), ({ index, segment }) => ({
    start: index,
    text: segment.trimEnd(),
    remarks: draft.remarks
      .filter(({ start }) => start >= index && start < index + segment.length)
      .sort((a, b) => a.start - b.start),
  })).filter(({ remarks }) => remarks.length > 0);
}

/** The sentence as it would be with a replacement in place. */
export function previewOf(
  draft: Draft,
  sentence: RemarkedSentence,
  remark: DraftRemark,
  replacement: string,
): string {
  const end = Math.max(sentence.start + sentence.text.length, remark.end);
  return (
    draft.text.slice(sentence.start, remark.start) + replacement + draft.text.slice(remark.end, end)
  );
}
