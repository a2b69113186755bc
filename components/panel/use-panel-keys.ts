import { type RefObject, useEffect } from 'react';
import type { CommentView, PanelCommand } from '../../lib/messages/panel';
import { actionOf, groundIndexOf } from '../../lib/settings/chord';
import type { KeyAction } from '../../lib/settings/settings';
import { useApp } from '../app/app-context';
import { isTyping } from '../keys/typing';
import { usePanel } from './panel-store';
import { stopFrom } from './queue';
import type { Queue } from './use-queue';

interface Keys {
  queue: Queue;
  send(command: PanelCommand): void;
  search: RefObject<HTMLInputElement | null>;
}

/** The comment to go to when `current` is done: the one after it, or the one before the last. */
function after(queue: Queue, current: CommentView): CommentView | null {
  const next = stopFrom(queue.stops, current, 1);
  if (next && next.key !== current.key) return next;
  const previous = stopFrom(queue.stops, current, -1);
  return previous && previous.key !== current.key ? previous : null;
}

/** Sends a verdict on `item` and goes on to the next comment. */
export function decide(
  { queue, send }: Pick<Keys, 'queue' | 'send'>,
  item: CommentView,
  verdict: { ground: string } | 'keep',
): void {
  if (verdict === 'keep') send({ type: 'keep', key: item.key });
  else send({ type: 'mark', key: item.key, ground: verdict.ground });
  const next = after(queue, item);
  if (next) send({ type: 'jump', key: next.key });
}

/** The same keys as on the page, silent in fields and menus. */
export function usePanelKeys({ queue, send, search }: Keys): void {
  const { settings, profile } = useApp();
  useEffect(() => {
    const panel = usePanel.getState;
    const { current, stops } = queue;
    const jump = (item: CommentView | null) => {
      panel().show('queue');
      if (item) send({ type: 'jump', key: item.key });
    };
    const withCurrent = (deed: (item: CommentView) => void) => () => {
      if (current) deed(current);
    };
    const deeds: Partial<Record<KeyAction, () => void>> = {
      next: () => jump(stopFrom(stops, current, 1)),
      previous: () => jump(stopFrom(stops, current, -1)),
      thread: withCurrent(jump),
      keep: withCurrent((item) => decide({ queue, send }, item, 'keep')),
      note: withCurrent((item) => {
        panel().show('queue');
        panel().writeNote(item.key);
      }),
      blacklist: withCurrent(({ key }) => send({ type: 'blacklist', key })),
      openMenu: withCurrent(({ key }) => send({ type: 'openMenu', key })),
      undo: () => send({ type: 'undo' }),
      search: () => {
        panel().show('queue');
        // The field is there once the section is shown.
        requestAnimationFrame(() => search.current?.select());
      },
      help: () => panel().toggleHelp(),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      const digit = groundIndexOf(event);
      const ground = digit === null ? undefined : profile.grounds[digit];
      const action = actionOf(settings.keys, event);
      const deed =
        ground && current
          ? () => decide({ queue, send }, current, { ground: ground.id })
          : action && deeds[action];
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [queue, send, search, settings.keys, profile]);
}
