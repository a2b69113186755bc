import { Button, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPencil, IconWand } from '@tabler/icons-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Remark } from '../../lib/style/contract';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { useElements } from '../keys/use-elements';
import type { Judged } from './desk';
import classes from './draft.module.css';
import { SentenceCard } from './SentenceCard';
import { type AdvisedSentence, type Alike, advisedSentences, alikeIn, isSafe } from './sentences';

/** Sentences drawn at first; the rest on demand, so that a long report stays quick. */
const FIRST = 25;

/** What can be done about remarks; the same functions for the life of the screen. */
export interface AdviceActions {
  choose(remark: Remark): void;
  accept(remark: Remark, replacement: string): void;
  acceptAll(remarks: readonly Remark[]): void;
  dismiss(remark: Remark): void;
  never(remark: Remark): void;
  sample(): void;
}

interface Props {
  judged: Judged;
  actions: AdviceActions;
}

const alikeOf = ({ alike }: { alike: Alike }, rule: string) => alike.get(rule)?.length ?? 0;

const Card = memo(
  SentenceCard,
  (a, b) =>
    a.sentence.id === b.sentence.id &&
    a.sentence.start === b.sentence.start &&
    a.current === b.current &&
    a.actions === b.actions &&
    a.words === b.words &&
    a.sentence.remarks.every(({ rule }) => alikeOf(a, rule) === alikeOf(b, rule)),
);

/** All remarks, sentence by sentence. */
export function AdvicePane({ judged, actions }: Props) {
  const { messages } = useApp();
  const words = messages.drafting.advice;
  const { text, remarks, current } = judged;
  const [room, setRoom] = useState(FIRST);
  const sentences = useMemo(() => advisedSentences(text, remarks), [text, remarks]);
  const safe = useMemo(() => remarks.filter(isSafe), [remarks]);
  const alike = useMemo(() => alikeIn(remarks), [remarks]);
  const list = useRef<HTMLOListElement>(null);
  const { focused, buttons } = useFocusAfter(actions, sentences);

  const isOf = ({ remarks: own }: AdvisedSentence) => current !== null && own.includes(current);
  const place = sentences.findIndex(isOf);
  const drawn = sentences.slice(0, Math.max(room, place + 1));

  if (text.trim() === '')
    return (
      <EmptyState icon={IconPencil} title={words.emptyTitle} hint={words.emptyHint}>
        <Button variant="light" onClick={actions.sample} mt="xs">
          {words.sample}
        </Button>
      </EmptyState>
    );
  if (judged.broken)
    return (
      <EmptyState icon={IconAlertTriangle} title={words.broken} hint={words.brokenHint} alert />
    );
  if (sentences.length === 0)
    return <EmptyState icon={IconCircleCheck} title={messages.draft.clean} />;
  return (
    <>
      <div className={classes.paneTop}>
        <Text fw={600}>{words.count(remarks.length)}</Text>
        {safe.length > 0 && (
          <Tooltip label={words.acceptSafeHint} multiline w={260} position="bottom-end">
            <Button
              leftSection={<IconWand size={15} />}
              onClick={() => {
                actions.acceptAll(safe);
                list.current?.parentElement?.scrollTo({ top: 0 });
              }}
            >
              {words.acceptSafe(safe.length)}
            </Button>
          </Tooltip>
        )}
      </div>
      <ol ref={list} className={classes.list} aria-label={words.label}>
        {drawn.map((sentence) => (
          <Card
            key={sentence.id}
            sentence={sentence}
            current={isOf(sentence) ? current : null}
            alike={alike}
            actions={focused}
            words={messages}
            first={buttons.ref(sentence.id)}
          />
        ))}
      </ol>
      {drawn.length < sentences.length && (
        <div className={classes.paneFoot}>
          <Button variant="default" onClick={() => setRoom(room + FIRST)}>
            {words.more(sentences.length - drawn.length)}
          </Button>
        </div>
      )}
    </>
  );
}

/**
 * An action takes its own button away. The focus then goes to the sentence that stands in its place, so
 * that the list can be worked through by the keyboard.
 */
function useFocusAfter(actions: AdviceActions, sentences: readonly AdvisedSentence[]) {
  /** The first button of each sentence. */
  const buttons = useElements<HTMLButtonElement>();
  const wanted = useRef<number | null>(null);
  const shown = useRef(sentences);
  shown.current = sentences;
  const focused = useMemo((): AdviceActions => {
    const noting = (remark: Remark | undefined) => {
      const place = shown.current.findIndex(({ remarks }) => remarks.some((one) => one === remark));
      wanted.current = place < 0 ? null : place;
    };
    return {
      ...actions,
      accept(remark, replacement) {
        noting(remark);
        actions.accept(remark, replacement);
      },
      acceptAll(many) {
        noting(many[0]);
        actions.acceptAll(many);
      },
      dismiss(remark) {
        noting(remark);
        actions.dismiss(remark);
      },
      never(remark) {
        noting(remark);
        actions.never(remark);
      },
    };
  }, [actions]);
  useEffect(() => {
    const place = wanted.current;
    wanted.current = null;
    if (place === null) return;
    const next = sentences[place] ?? sentences.at(-1);
    if (next) buttons.focus(next.id);
  }, [sentences, buttons]);
  return { focused, buttons };
}
