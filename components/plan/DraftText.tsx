import { Button, Group, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { NetworkId } from '../../lib/networks/hosts';
import { actionOf } from '../../lib/settings/chord';
import type { Remark } from '../../lib/style/contract';
import { useApp } from '../app/app-context';
import { Desk } from '../draft/desk';
import { Editor, type EditorHandle } from '../draft/Editor';
import { lengthIn, longestIn } from '../draft/limits';
import { useOwnReplacements } from '../draft/use-draft';
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
  const [desk] = useState(() => new Desk());
  const [own] = useOwnReplacements();
  const editor = useRef<EditorHandle>(null);
  const judged = useDeferredValue(useStore(desk.judged));
  useEffect(() => () => desk.rest(), [desk]);
  useEffect(
    () => desk.ignore(new Set(settings.ignoredStyleRules)),
    [desk, settings.ignoredStyleRules],
  );
  useEffect(() => desk.adopt(own), [desk, own]);

  const accept = (remark: Remark, replacement: string) => desk.accept(remark, replacement);
  const next = () => {
    const remark = desk.next(editor.current?.caret() ?? 0);
    if (remark && desk.choose(remark)) editor.current?.select(remark.start, remark.end);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOf(settings.keys, event);
    const nearest = () => desk.nearest(editor.current?.caret() ?? 0);
    if (action === 'nextRemark') next();
    else if (action === 'acceptRemark') {
      const remark = nearest();
      const [best] = remark?.replacements ?? [];
      if (remark && best !== undefined) accept(remark, best);
    } else if (action === 'ignoreRemark') {
      const remark = nearest();
      if (remark) desk.dismiss(remark);
    } else return;
    event.preventDefault();
  };

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
