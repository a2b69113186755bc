import { Button, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Messages } from '../../lib/i18n';
import type { Remark } from '../../lib/style/contract';
import type { AdviceActions } from './AdvicePane';
import classes from './draft.module.css';
import { type AdvisedSentence, type Piece, piecesAfter, piecesBefore } from './sentences';

interface Props {
  sentence: AdvisedSentence;
  /** The remark that the author looks at, if it is of this sentence. */
  current: Remark | null;
  actions: AdviceActions;
  words: Messages;
}

/** One sentence: as it is and as it would be side by side, then each remark with its choices. */
export function SentenceCard({ sentence, current, actions, words }: Props) {
  const { draft, drafting } = words;
  const card = useRef<HTMLLIElement>(null);
  /** The replacement that the author points at, by the remark's place. */
  const [pointed, setPointed] = useState<{ start: number; replacement: string } | null>(null);
  const fixable = sentence.remarks.filter(({ replacements }) => replacements.length > 0);

  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const choiceOf = ({ start, replacements }: Remark): string | null =>
    pointed?.start === start ? pointed.replacement : (replacements[0] ?? null);
  return (
    <li ref={card} className={classes.item} data-sentence data-current={current ? true : undefined}>
      <div className={classes.pair} data-single={fixable.length === 0 || undefined}>
        <div className={classes.side}>
          {fixable.length > 0 && <span className={classes.label}>{draft.before}</span>}
          <p>
            <Pieces pieces={piecesBefore(sentence)} current={current} className={classes.was} />
          </p>
        </div>
        {fixable.length > 0 && (
          <div className={classes.side}>
            <span className={classes.label}>{draft.after}</span>
            <p>
              <Pieces
                pieces={piecesAfter(sentence, choiceOf)}
                current={null}
                className={classes.becomes}
              />
            </p>
          </div>
        )}
      </div>
      <ul className={classes.remarks}>
        {sentence.remarks.map((remark) => (
          <li key={`${remark.rule}:${remark.start}`} data-current={remark === current || undefined}>
            <RemarkRow
              phrase={sentence.text.slice(
                remark.start - sentence.start,
                remark.end - sentence.start,
              )}
              remark={remark}
              actions={actions}
              words={words}
              onPoint={(replacement) =>
                setPointed(replacement === null ? null : { start: remark.start, replacement })
              }
            />
          </li>
        ))}
      </ul>
      {fixable.length > 1 && (
        <Button
          variant="default"
          size="compact-sm"
          mt={8}
          onClick={() => actions.acceptAll(fixable)}
        >
          {drafting.advice.acceptSentence}
        </Button>
      )}
    </li>
  );
}

interface PiecesProps {
  pieces: readonly Piece[];
  current: Remark | null;
  className: string | undefined;
}

function Pieces({ pieces, current, className }: PiecesProps) {
  return pieces.map(({ at, text, remark }) =>
    remark ? (
      <mark
        key={at}
        className={className}
        data-advice={remark.replacements.length === 0 || undefined}
        data-current={remark === current || undefined}
      >
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

interface RowProps {
  phrase: string;
  remark: Remark;
  actions: AdviceActions;
  words: Messages;
  /** The replacement to preview, or null. */
  onPoint(replacement: string | null): void;
}

function RemarkRow({ phrase, remark, actions, words, onPoint }: RowProps) {
  const { draft, drafting } = words;
  const isOwn = remark.category === 'own';
  return (
    <>
      <div className={classes.why}>
        <button
          type="button"
          className={classes.phrase}
          aria-label={drafting.advice.show(phrase)}
          onClick={() => actions.choose(remark)}
        >
          {phrase.trim()}
        </button>{' '}
        <Text span size="sm" c="dimmed">
          {isOwn && <b>{drafting.advice.own}. </b>}
          {remark.why}
        </Text>
      </div>
      {remark.replacements.length === 0 && remark.example && (
        <p className={classes.example}>
          <span className={classes.label}>{drafting.advice.example}</span>{' '}
          <s>{remark.example.before}</s> → {remark.example.after}
        </p>
      )}
      <div className={classes.choices}>
        {remark.replacements.map((replacement, index) => (
          <Button
            key={replacement}
            variant={index === 0 ? 'light' : 'default'}
            size="compact-sm"
            className={classes.choice ?? ''}
            aria-label={replacement === '' ? draft.leaveOut : draft.replaceBy(replacement.trim())}
            onPointerEnter={() => onPoint(replacement)}
            onPointerLeave={() => onPoint(null)}
            onFocus={() => onPoint(replacement)}
            onBlur={() => onPoint(null)}
            onClick={() => actions.accept(remark, replacement)}
          >
            {replacement.trim() === '' ? draft.leaveOut : replacement.trim()}
          </Button>
        ))}
        <span className={classes.quieter}>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={`${draft.notHere}: «${phrase}»`}
            onClick={() => actions.dismiss(remark)}
          >
            {draft.notHere}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={`${isOwn ? drafting.advice.forgetOwn : draft.never}: «${phrase}»`}
            onClick={() => actions.never(remark)}
          >
            {isOwn ? drafting.advice.forgetOwn : draft.never}
          </Button>
        </span>
      </div>
    </>
  );
}
