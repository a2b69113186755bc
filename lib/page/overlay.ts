/**
 * The one place of the page where Vakhta's controls stand: a closed shadow root in a host without
 * size, outside the page's own elements, so that nothing of the page moves or is changed.
 */
export interface Overlay {
  readonly shadow: ShadowRoot;
  /** Adds rules for the controls inside the overlay. */
  addStyle(css: string): void;
  /** True for events and nodes that belong to the overlay (the host as the page sees it). */
  owns(node: EventTarget | null): boolean;
}

/** Random, so that a page cannot look for it by name. */
function hostName(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    String.fromCharCode(97 + (byte % 26)),
  ).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Opens the overlay; it is removed when `signal` aborts. */
export function openOverlay(document: Document, signal: AbortSignal): Overlay {
  const host = document.createElement(hostName());
  // Inline and important: the page's own rules for unknown elements must not reach the host.
  host.style.cssText =
    'all:initial!important;position:absolute!important;top:0!important;left:0!important;width:0!important;height:0!important;z-index:2147483000!important';
  const shadow = host.attachShadow({ mode: 'closed' });
  document.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return {
    shadow,
    addStyle(css) {
      const style = document.createElement('style');
      style.textContent = css;
      shadow.append(style);
    },
    owns: (node) => node === host,
  };
}
