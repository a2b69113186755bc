/** Name of the call by which a page tells the torturer what it saw. */
export const WITNESS = 'vakhtaTortureWitness';

/** `began`: the page began to record an act; `line`: the line at the bottom says `text` now. */
export type Sight = { what: 'began'; id: string; kind: string } | { what: 'line'; text: string };

interface ContentWorld {
  chrome: {
    storage: { local: { set(items: Record<string, unknown>): Promise<void> } };
    dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  };
}

/**
 * Runs in the content script's own world and tells what it begins to record and what the operator can
 * read. It is sent there by itself: it may use nothing of this file.
 * @param name of the call that takes what was seen, as JSON
 */
export function witness(name: string): void {
  const { chrome } = globalThis as unknown as ContentWorld;
  const tell = (sight: object) => {
    const call = (globalThis as unknown as Record<string, (text: string) => void>)[name];
    call?.(JSON.stringify(sight));
  };
  const { local } = chrome.storage;
  const set = local.set.bind(local);
  local.set = (items) => {
    for (const [key, record] of Object.entries(items)) {
      if (!key.startsWith('outbox:')) continue;
      const { action } = record as { action?: { kind: string } };
      tell({ what: 'began', id: key.slice('outbox:'.length), kind: action?.kind ?? 'publication' });
    }
    return set(items);
  };
  const seen = new WeakSet<Element>();
  const watchHosts = () => {
    for (const host of document.documentElement.children) {
      if (seen.has(host) || /^(HEAD|BODY)$/.test(host.tagName)) continue;
      seen.add(host);
      const shadow = chrome.dom.openOrClosedShadowRoot(host);
      if (!shadow) continue;
      let last = '';
      const look = () => {
        const line = shadow.querySelector<HTMLElement>('.toast:not([hidden]) > span');
        const text = line?.textContent ?? '';
        if (text !== last && text !== '') tell({ what: 'line', text });
        last = text;
      };
      new MutationObserver(look).observe(shadow, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      });
      look();
    }
  };
  new MutationObserver(watchHosts).observe(document.documentElement, { childList: true });
  watchHosts();
}
