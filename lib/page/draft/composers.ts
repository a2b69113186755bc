import type { ComposerMarkup, NetworkAdapter } from '../../networks/contract';
import { isMarked } from '../../networks/labels';
import { closest, cssOf, findFirst } from '../../networks/select';
import { soonRunner } from '../soon';

/** A place of the page where the operator writes. */
export interface Composer {
  markup: ComposerMarkup;
  /** Holds the editor and the publish button; the editor inside may be drawn anew. */
  scope: Element;
  editor: HTMLElement;
}

const isHtml = (element: Element | null): element is HTMLElement => element instanceof HTMLElement;

const scopeOf = (markup: ComposerMarkup, element: Element) =>
  closest(element, markup.scope) ?? element.ownerDocument.documentElement;

/** The composer that `element` is the editor of, or is inside the editor of; null when of none. */
export function composerOf(adapter: NetworkAdapter, element: Element): Composer | null {
  for (const markup of adapter.composers) {
    const editor = closest(element, markup.editor);
    if (isHtml(editor)) return { markup, scope: scopeOf(markup, editor), editor };
  }
  return null;
}

/** The first composer whose editor stands inside `root` or is `root`. */
function composerIn(adapter: NetworkAdapter, root: Element): Composer | null {
  const own = composerOf(adapter, root);
  if (own) return own;
  for (const markup of adapter.composers) {
    const editor = findFirst(root, markup.editor);
    if (isHtml(editor)) return { markup, scope: scopeOf(markup, editor), editor };
  }
  return null;
}

/** The editor of a new post that stands in the page, or null. */
export function postComposer(adapter: NetworkAdapter, root: ParentNode): Composer | null {
  for (const markup of adapter.composers) {
    const editor = markup.kind === 'post' ? findFirst(root, markup.editor) : null;
    if (isHtml(editor)) return { markup, scope: scopeOf(markup, editor), editor };
  }
  return null;
}

/** The editor that stands in the scope of a composer now, or null when it was taken away. */
export function editorIn({
  scope,
  markup,
}: Pick<Composer, 'scope' | 'markup'>): HTMLElement | null {
  if (!scope.isConnected) return null;
  const editor = findFirst(scope, markup.editor);
  return isHtml(editor) ? editor : null;
}

/** A control's icon is at most this many elements below it. */
const CONTROL_DEPTH = 6;

/** The composer whose publish control was pressed at `target`, without an editor; null for others. */
export function publishedBy(
  adapter: NetworkAdapter,
  target: Element,
): Pick<Composer, 'markup' | 'scope'> | null {
  let at: Element | null = target;
  for (let depth = 0; at && depth < CONTROL_DEPTH; depth += 1, at = at.parentElement) {
    for (const markup of adapter.composers) {
      if (!isMarked(at, markup.publish)) continue;
      // «Отправить» stands in other places too, such as private messages.
      const isElsewhere = markup.scope.length > 0 && !closest(at, markup.scope);
      if (!isElsewhere) return { markup, scope: scopeOf(markup, at) };
    }
  }
  return null;
}

/** CSS of every editor of the network. */
const editorCss = (adapter: NetworkAdapter) =>
  adapter.composers.map((markup) => cssOf(markup.editor)).join(', ');

export interface ComposerEvents {
  /** The operator went into this editor. */
  onEnter(composer: Composer): void;
  /** An editor came into the page; nobody may have gone into it yet. */
  onAppear(composer: Composer): void;
  /** Something left the page; ask whether the editors are still there. */
  onLeave(): void;
}

/** So many parts are looked at as they come; more of them in slices of so many milliseconds. */
const AT_ONCE = 16;
const SLICE_MS = 4;

/**
 * Finds composers by what happens in the page, not by their nodes: networks draw editors anew while
 * they are used. A change of the page costs one look at what was added.
 */
export function watchComposers(
  adapter: NetworkAdapter,
  signal: AbortSignal,
  events: ComposerEvents,
): void {
  const css = editorCss(adapter);
  if (css === '') return;
  const enter = (target: EventTarget | null) => {
    const composer = target instanceof Element ? composerOf(adapter, target) : null;
    if (composer) events.onEnter(composer);
  };
  addEventListener('focusin', ({ target }) => enter(target), { signal, capture: true });

  const appear = (root: Element) => {
    if (!root.matches(css) && !root.querySelector(css)) return;
    const composer = composerIn(adapter, root);
    if (composer) events.onAppear(composer);
  };
  const soon = soonRunner(signal);
  /** Parts of a crowd that were not looked at yet, the last one first. */
  let crowd: Element[] = [];
  const lookOn = () => {
    const until = performance.now() + SLICE_MS;
    for (let part = crowd.pop(); part && !signal.aborted; part = crowd.pop()) {
      if (part.isConnected) appear(part);
      if (performance.now() < until) continue;
      if (crowd.length > 0) soon(lookOn);
      return;
    }
  };
  const observer = new MutationObserver((records) => {
    let left = false;
    const parts: Element[] = [];
    for (const { addedNodes, removedNodes } of records) {
      left ||= removedNodes.length > 0;
      for (const node of addedNodes) if (node instanceof Element) parts.push(node);
    }
    if (parts.length <= AT_ONCE) for (const part of parts) appear(part);
    else {
      const isWaiting = crowd.length > 0;
      crowd = [...parts.reverse(), ...crowd];
      if (!isWaiting) soon(lookOn);
    }
    if (left) events.onLeave();
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  appear(document.documentElement);
  enter(document.activeElement);
}
