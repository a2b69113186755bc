import { Button, Group, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { NetworkId } from '../../lib/networks/hosts';
import type { Remark } from '../../lib/style/contract';
import { useApp } from '../app/app-context';
import { Editor, type EditorHandle } from '../draft/Editor';
import { lengthIn, longestIn } from '../draft/limits';
import { useOwnReplacements } from '../draft/use-draft';
import { useDraftDesk } from '../draft/use-draft-desk';
import { useDraftKeys } from '../draft/use-keys';
import classes from './plan.module.css';

interface Props {
  /** What stands there at first. */
  text: string;
  /** Networks in which it is to appear: each has its longest post. */
  networks: readonly NetworkId[];
  onText(text: string): void;
}

/** The text of an entry with the draft check: marks in the field, one remark at a time below it. */
export function DraftText({ text, networks, onText }: Props) {
  const { messages, settings } = useApp();
  const words = messages.plan.draft;
  const silent = useMemo(() => new Set(settings.ignoredStyleRules), [settings.ignoredStyleRules]);
  const [own] = useOwnReplacements();
  const desk = useDraftDesk(silent, own);
  const editor = useRef<EditorHandle>(null);
  const judged = useDeferredValue(useStore(desk.judged));
  const accept = (remark: Remark, replacement: string) => void desk.accept(remark, replacement);
  const select = ({ start, end }: Remark) => editor.current?.select(start, end);
  const next = () => {
    const remark = desk.next(editor.current?.caret() ?? 0);
    if (remark && desk.choose(remark)) select(remark);
  };
  const onKeyDown = useDraftKeys({ desk, editor, onNext: select, onAccept: accept });

  const { review, remarks, current } = judged;
  const remark = current ?? remarks[0] ?? null;
  const isEmpty = judged.text.trim() === '';
  const over = networks.flatMap((network) => {
    const by = lengthIn(network, judged.text) - longestIn(network);
    return by > 0 ? [words.over(messages.common.network[network], by)] : [];
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside
    <div className={classes.draft} onKeyDown={onKeyDown}>
      <Editor
        handle={editor}
        desk={desk}
        text={text}
        places={null}
        currentPlace={null}
        placesText=""
        onText={onText}
      />
      {!isEmpty && review && (
        <Group gap="sm" className={classes.draftLine} role="status">
          <span data-clean={remarks.length === 0 || undefined}>
            {words.score(Math.round(review.score))}
          </span>
          <span>{remarks.length === 0 ? words.clean : words.remarks(remarks.length)}</span>
          <span>{words.count(judged.text.length)}</span>
          {over.map((line) => (
            <span key={line} className={classes.over}>
              {line}
            </span>
          ))}
        </Group>
      )}
      {remark && !isEmpty && (
        <div className={classes.remark}>
          <Text size="sm">
            <b>{judged.text.slice(remark.start, remark.end).trim()}</b> — {remark.why}
          </Text>
          <Group gap={6} mt={6}>
            {remark.replacements.slice(0, 3).map((replacement) => (
              <Button
                key={replacement}
                size="compact-sm"
                variant="light"
                onClick={() => accept(remark, replacement)}
              >
                {replacement.trim() || messages.draft.leaveOut}
              </Button>
            ))}
            <Button size="compact-sm" variant="default" onClick={() => desk.dismiss(remark)}>
              {messages.draft.notHere}
            </Button>
            {remarks.length > 1 && (
              <Button
                size="compact-sm"
                variant="subtle"
                rightSection={<IconChevronRight size={14} aria-hidden="true" />}
                onClick={next}
              >
                {words.next}
              </Button>
            )}
          </Group>
        </div>
      )}
    </div>
  );
}
