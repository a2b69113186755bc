import type { KeyboardEvent, RefObject } from 'react';
import { actionOf } from '../../lib/settings/chord';
import type { Remark } from '../../lib/style/contract';
import { useApp } from '../app/app-context';
import type { Desk } from './desk';
import type { EditorHandle } from './Editor';

interface Parts {
  desk: Desk;
  editor: RefObject<EditorHandle | null>;
  /** The next remark has become the current one. */
  onNext(remark: Remark): void;
  onAccept(remark: Remark, replacement: string): void;
}

/** The operator's keys for remarks, in the field and beside it; Ctrl+Z on a button is the field's. */
export function useDraftKeys({ desk, editor, ...on }: Parts): (event: KeyboardEvent) => void {
  const { settings } = useApp();
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
      if (remark && desk.choose(remark)) on.onNext(remark);
    } else if (action === 'acceptRemark') {
      const remark = desk.nearest(caret);
      const [best] = remark?.replacements ?? [];
      if (remark && best !== undefined) on.onAccept(remark, best);
    } else if (action === 'ignoreRemark') {
      const remark = desk.nearest(caret);
      if (remark) desk.dismiss(remark);
    } else return;
    event.preventDefault();
  };
}
