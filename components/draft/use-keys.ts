import type { KeyboardEvent, RefObject } from 'react';
import { actionOf } from '../../lib/settings/chord';
import type { Remark } from '../../lib/style/contract';
import { useApp } from '../app/app-context';
import type { AdviceActions } from './AdvicePane';
import type { Desk } from './desk';
import type { EditorHandle } from './Editor';

interface Parts {
  desk: Desk;
  editor: RefObject<EditorHandle | null>;
  actions: AdviceActions;
  /** Says it to those who do not see the screen. */
  say(text: string): void;
}

/** The operator's keys for remarks, in the field and beside it; Ctrl+Z on a button is the field's. */
export function useDraftKeys({
  desk,
  editor,
  actions,
  say,
}: Parts): (event: KeyboardEvent) => void {
  const { messages, settings } = useApp();
  const sayRemark = ({ rule, start, end, why }: Remark) => {
    const { remarks, text } = desk.judged.getState();
    const place = remarks.findIndex((one) => one.rule === rule && one.start === start);
    say(messages.draft.spoken(place + 1, remarks.length, text.slice(start, end), why));
  };
  return (event) => {
    const isUndo = event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (isUndo && event.target instanceof HTMLButtonElement) {
      event.preventDefault();
      editor.current?.undo();
      return;
    }
    const action = actionOf(settings.keys, event);
    const caret = editor.current?.caret() ?? 0;
    if (action === 'nextRemark') {
      const remark = desk.next(caret);
      if (remark && desk.choose(remark)) sayRemark(remark);
    } else if (action === 'acceptRemark') {
      const remark = desk.nearest(caret);
      const [best] = remark?.replacements ?? [];
      if (remark && best !== undefined) actions.accept(remark, best);
    } else if (action === 'ignoreRemark') {
      const remark = desk.nearest(caret);
      if (remark) actions.dismiss(remark);
    } else return;
    event.preventDefault();
  };
}
