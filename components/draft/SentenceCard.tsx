import { IconBellOff, IconEyeOff, IconFocus2, IconTrash } from '@tabler/icons-react';
import { type Ref, useEffect, useRef, useState } from 'react';
import type { Messages } from '../../lib/i18n';
import type { Remark } from '../../lib/style/contract';
import type { AdviceActions } from './AdvicePane';
import classes from './draft.module.css';
import {
  type AdvisedSentence,
  type Alike,
  type Piece,
  piecesAfter,
  piecesBefore,
} from './sentences';

interface Props {
  sentence: AdvisedSentence;
  /** The remark that the author looks at, if it is of this sentence. */
  current: Remark | null;
  alike: Alike;
  actions: AdviceActions;
  words: Messages;
  /** Of its first button. */
  first: Ref<HTMLButtonElement>;
}

/** One sentence: as it is and as it would be side by side, then each remark with its choices. */
export function SentenceCard({ sentence, current, alike, actions, words, first }: Props) {
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
        {sentence.remarks.map((remark, place) => (
          <li key={`${remark.rule}:${remark.start}`} data-current={remark === current || undefined}>
            <RemarkRow
              phrase={sentence.text.slice(
                remark.start - sentence.start,
                remark.end - sentence.start,
              )}
              named={sentence.remarks.length > 1}
              remark={remark}
              alike={alike.get(remark.rule) ?? []}
              actions={actions}
              words={words}
              first={place === 0 ? first : undefined}
              onPoint={(replacement) =>
                setPointed(replacement === null ? null : { start: remark.start, replacement })
              }
            />
          </li>
        ))}
      </ul>
      {fixable.length > 1 && (
        <button
          type="button"
          className={classes.choice}
          data-whole
          onClick={() => actions.acceptAll(fixable)}
        >
          {drafting.advice.acceptSentence}
        </button>
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
  /** The phrase is said, since the sentence has several. */
  named: boolean;
  remark: Remark;
  /** All remarks of its rule that can be mended, itself among them. */
  alike: readonly Remark[];
  actions: AdviceActions;
  words: Messages;
  /** Of the row's first button. */
  first: Ref<HTMLButtonElement> | undefined;
  /** The replacement to preview, or null. */
  onPoint(replacement: string | null): void;
}

function RemarkRow({ phrase, named, remark, alike, actions, words, first, onPoint }: RowProps) {
  const { draft, drafting } = words;
  const isOwn = remark.category === 'own';
  const never = isOwn ? drafting.advice.forgetOwn : draft.never;
  return (
    <>
      <div className={classes.remarkTop}>
        <p className={classes.why}>
          {named && <strong>{phrase.trim()}</strong>} {isOwn && `${drafting.advice.own}. `}
          {remark.why}
        </p>
        <div className={classes.tools}>
          <Tool
            ref={first}
            icon={IconFocus2}
            label={drafting.advice.show}
            phrase={phrase}
            onClick={() => actions.choose(remark)}
          />
          <Tool
            icon={IconEyeOff}
            label={draft.notHere}
            phrase={phrase}
            onClick={() => actions.dismiss(remark)}
          />
          <Tool
            icon={isOwn ? IconTrash : IconBellOff}
            label={never}
            phrase={phrase}
            onClick={() => actions.never(remark)}
          />
        </div>
      </div>
      {remark.replacements.length === 0 && remark.example && (
        <p className={classes.example}>
          <span className={classes.label}>{drafting.advice.example}</span>{' '}
          <s>{remark.example.before}</s> → {remark.example.after}
        </p>
      )}
      {remark.replacements.length > 0 && (
        <Choices remark={remark} words={words} onChoose={actions.accept} onPoint={onPoint} />
      )}
      {remark.replacements.length > 0 && alike.length > 1 && (
        <button
          type="button"
          className={classes.choice}
          data-whole
          onClick={() => actions.acceptAll(alike)}
        >
          {drafting.advice.acceptAlike(alike.length)}
        </button>
      )}
    </>
  );
}

/** A native button: a long report has hundreds of them. */
interface ToolProps {
  icon: typeof IconFocus2;
  label: string;
  /** What it is about, for those who do not see where it stands. */
  phrase: string;
  ref?: Ref<HTMLButtonElement> | undefined;
  onClick(): void;
}

function Tool({ icon: Icon, label, phrase, ref, onClick }: ToolProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={classes.tool}
      title={label}
      aria-label={`${label}: «${phrase.trim()}»`}
      onClick={onClick}
    >
      <Icon size={16} stroke={1.7} aria-hidden="true" />
    </button>
  );
}

interface ChoicesProps {
  remark: Remark;
  words: Messages;
  onChoose(remark: Remark, replacement: string): void;
  /** The replacement to preview, or null. */
  onPoint?(replacement: string | null): void;
}

/** The replacements of a remark as buttons, the best one first. */
export function Choices({ remark, words, onChoose, onPoint }: ChoicesProps) {
  const { draft } = words;
  return (
    <div className={classes.choices}>
      {remark.replacements.map((replacement, index) => {
        const put = replacement.trim();
        return (
          <button
            type="button"
            key={replacement}
            className={classes.choice}
            data-best={index === 0 || undefined}
            aria-label={put === '' ? draft.leaveOut : draft.replaceBy(put)}
            onPointerEnter={() => onPoint?.(replacement)}
            onPointerLeave={() => onPoint?.(null)}
            onFocus={() => onPoint?.(replacement)}
            onBlur={() => onPoint?.(null)}
            onClick={() => onChoose(remark, replacement)}
          >
            {put === '' ? draft.leaveOut : put}
          </button>
        );
      })}
    </div>
  );
}
