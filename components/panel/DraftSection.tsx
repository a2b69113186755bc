import { Button, Group, Progress, Text } from '@mantine/core';
import { IconCircleCheck, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { PanelCommand, PanelView } from '../../lib/messages/panel';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import classes from './panel.module.css';
import {
  type Draft,
  type DraftRemark,
  previewOf,
  type RemarkedSentence,
  remarkedSentences,
} from './sentences';

interface Props {
  draft: PanelView['draft'];
  send(command: PanelCommand): void;
}

/** The draft that is being written: its score, and the sentences that have remarks. */
export function DraftSection({ draft, send }: Props) {
  const words = useApp().messages.panel.draft;
  if (draft === null)
    return <EmptyState icon={IconPencil} title={words.none} hint={words.noneHint} />;
  const sentences = remarkedSentences(draft);
  return (
    <>
      <div className={classes.score}>
        <Group justify="space-between">
          <Text size="sm">{words.score}</Text>
          <Text size="sm" fw={600}>
            {words.outOf(draft.score)}
          </Text>
        </Group>
        <Progress
          value={draft.score}
          size="sm"
          mt={4}
          color={draft.remarks.length === 0 ? 'green' : 'petrol'}
          aria-label={`${words.score}: ${words.outOf(draft.score)}`}
        />
        {draft.remarks.length > 0 && (
          <Text size="sm" c="dimmed" mt={6}>
            {words.remarks(draft.remarks.length)}
          </Text>
        )}
      </div>
      {sentences.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={words.clean} />
      ) : (
        <ol className={classes.queue}>
          {sentences.map((sentence) => (
            <Sentence key={sentence.start} draft={draft} sentence={sentence} send={send} />
          ))}
        </ol>
      )}
    </>
  );
}

interface SentenceProps {
  draft: Draft;
  sentence: RemarkedSentence;
  send(command: PanelCommand): void;
}

function Sentence({ draft, sentence, send }: SentenceProps) {
  return (
    <li className={classes.item}>
      <div className={classes.card}>
        <p className={classes.text}>
          <Underlined sentence={sentence} />
        </p>
        {sentence.remarks.map((remark) => (
          <Remark
            key={`${remark.rule}:${remark.start}`}
            draft={draft}
            sentence={sentence}
            remark={remark}
            send={send}
          />
        ))}
      </div>
    </li>
  );
}

/** The sentence with its phrases underlined; phrases that meet share a line. */
function Underlined({ sentence }: { sentence: RemarkedSentence }) {
  const pieces: { start: number; text: string; marked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of sentence.remarks) {
    const from = Math.max(at, start - sentence.start);
    const to = Math.min(sentence.text.length, end - sentence.start);
    if (to <= from) continue;
    pieces.push({ start: at, text: sentence.text.slice(at, from), marked: false });
    pieces.push({ start: from, text: sentence.text.slice(from, to), marked: true });
    at = to;
  }
  pieces.push({ start: at, text: sentence.text.slice(at), marked: false });
  return pieces.map(({ start, text, marked }) =>
    marked ? (
      <mark key={start} className={classes.phrase}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

interface RemarkProps extends SentenceProps {
  remark: DraftRemark;
}

function Remark({ draft, sentence, remark, send }: RemarkProps) {
  const words = useApp().messages.panel.draft;
  const [previewed, setPreviewed] = useState<string | null>(null);
  const phrase = draft.text.slice(remark.start, remark.end);
  return (
    <div className={classes.remark}>
      <Text size="sm">
        <b>{phrase}</b> — {remark.why}
      </Text>
      {remark.replacements.length > 0 && (
        <Group gap={6} mt={6}>
          {remark.replacements.map((replacement) => (
            <Button
              key={replacement}
              variant="light"
              size="compact-sm"
              aria-label={replacement === '' ? words.remove : words.replaceWith(replacement)}
              onMouseEnter={() => setPreviewed(replacement)}
              onMouseLeave={() => setPreviewed(null)}
              onFocus={() => setPreviewed(replacement)}
              onBlur={() => setPreviewed(null)}
              onClick={() =>
                send({
                  type: 'replace',
                  start: remark.start,
                  end: remark.end,
                  expected: phrase,
                  replacement,
                })
              }
            >
              {replacement || words.remove}
            </Button>
          ))}
        </Group>
      )}
      {previewed !== null && (
        <Text size="sm" c="dimmed" mt={6}>
          {words.preview}: {previewOf(draft, sentence, remark, previewed)}
        </Text>
      )}
      {remark.replacements.length === 0 && remark.example && (
        <dl className={classes.example}>
          <dt>{words.before}</dt>
          <dd>{remark.example.before}</dd>
          <dt>{words.after}</dt>
          <dd>{remark.example.after}</dd>
        </dl>
      )}
    </div>
  );
}
