import { randomName } from './random-name';

/**
 * The one place of the page where Vakhta's controls stand: a closed shadow root in a host without
 * size, outside the page's own elements, so that nothing of the page moves or is changed.
 */
export interface Overlay {
  readonly shadow: ShadowRoot;
  /** Adds rules for the controls inside the overlay. */
  addStyle(css: string): void;
  /** True for events and nodes that belong to the overlay (a host as the page sees it). */
  owns(node: EventTarget | null): boolean;
  /**
   * A root of its own for what the page may get hold of: it can list the marks and from a marked node
   * reach everything that stands in the same root. Nothing of Vakhta's controls may stand there.
   */
  openApart(): ShadowRoot;
}

/** Inline and important: the page's own rules for unknown elements must not reach the host. */
const STYLE =
  'all:initial!important;position:absolute!important;top:0!important;left:0!important;width:0!important;height:0!important;z-index:2147483000!important';

/** Puts a host back at most so often, milliseconds: a page may take it away for ever. */
const RETURN_MS = 1_000;

/**
 * Puts a host into the page until the signal aborts. Where a script of the page takes it out or gives it
 * another style it is put right: else Vakhta would fall silent and nobody be told.
 */
function standHost(document: Document, signal: AbortSignal): HTMLElement {
  const name = randomName();
  const host = document.createElement(`${name.slice(0, 4)}-${name.slice(4)}`);
  host.style.cssText = STYLE;
  const rightStyle = host.getAttribute('style') ?? '';
  document.documentElement.append(host);

  const isRight = () => host.isConnected && host.getAttribute('style') === rightStyle;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    if (isRight()) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (isRight()) return;
      host.setAttribute('style', rightStyle);
      if (!host.isConnected) document.documentElement.append(host);
    }, RETURN_MS);
  });
  observer.observe(document.documentElement, { childList: true });
  observer.observe(host, { attributes: true, attributeFilter: ['style'] });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
      host.remove();
    },
    { once: true },
  );
  return host;
}

/** Opens the overlay; it is removed when `signal` aborts. */
export function openOverlay(document: Document, signal: AbortSignal): Overlay {
  const hosts = new Set<EventTarget>();
  const open = () => {
    const host = standHost(document, signal);
    hosts.add(host);
    return host.attachShadow({ mode: 'closed' });
  };
  const shadow = open();
  return {
    shadow,
    addStyle(css) {
      const style = document.createElement('style');
      style.textContent = css;
      shadow.append(style);
    },
    owns: (node) => node !== null && hosts.has(node),
    openApart: open,
  };
}
