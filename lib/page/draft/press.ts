import type { NetworkAdapter } from '../../networks/contract';
import { type Composer, composerOf, publishedBy } from './composers';

/** A press that sends what stands in a composer. */
export interface Press {
  composer: Pick<Composer, 'scope' | 'markup'>;
  /** What was pressed: the button, or the editor in which a key was. */
  near: Element;
  /** False for a bare Enter, which sends a comment on some pages and breaks the line on others. */
  sure: boolean;
}

/** The press that an event of the pointer or of a key is, or null. Whose it is, is not asked here. */
export function pressOf(adapter: NetworkAdapter, event: MouseEvent | KeyboardEvent): Press | null {
  const { target } = event;
  if (!(target instanceof Element)) return null;
  const onButton = (): Press | null => {
    const composer = publishedBy(adapter, target);
    return composer && { composer, near: target, sure: true };
  };
  if (!(event instanceof KeyboardEvent)) return onButton();
  if (event.isComposing || event.repeat) return null;
  // A block with a role is pressed by key without a click; a real button is clicked by its key.
  if (target.matches('[role="button"]:not(button)') && /^(?:Enter| )$/.test(event.key))
    return onButton();
  if (event.key !== 'Enter' || event.shiftKey || event.altKey) return null;
  const composer = composerOf(adapter, target);
  if (!composer) return null;
  const sure = event.ctrlKey || event.metaKey;
  const { kind, enterBreaks } = composer.markup;
  return sure || (kind === 'comment' && !enterBreaks)
    ? { composer, near: composer.editor, sure }
    : null;
}
