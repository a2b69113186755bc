import { browser } from 'wxt/browser';

/** Where the copy of the content script that runs now stands for the next one to end it. */
const PLACE = Symbol.for('vakhta content script');
type World = typeof globalThis & { [PLACE]?: AbortController };

/**
 * Stops listening to the extension's own events (its storage, ports and messages) when the signal aborts.
 * An extension that is gone has no events to stop listening to, and says so by throwing.
 */
export function stopAtEnd(signal: AbortSignal, stop: () => void): void {
  signal.addEventListener('abort', () => {
    if (browser.runtime?.id !== undefined) stop();
  });
}

/**
 * The life of one copy of the content script: it ends when a newer copy takes over (an update puts one
 * into open tabs) or when the extension is gone. The build puts this class in the place of WXT's of the
 * same name (`wxt.config.ts`): that one announces itself by an event which bears the extension's id, so
 * that any page could learn that Vakhta is here, and end it by sending the event itself.
 *
 * The copies find each other in the global object of the extension's own world, where no page can look:
 * in Chromium it is one for all copies; Firefox itself ends a copy whose extension has gone.
 */
export class ContentScriptContext {
  readonly #ending = new AbortController();

  constructor() {
    const world: World = globalThis;
    world[PLACE]?.abort();
    world[PLACE] = this.#ending;
  }

  /** Aborts at the end. A removed extension says nothing: ask `isInvalid` from time to time. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Whether it has ended; notices that the extension is gone. */
  get isInvalid(): boolean {
    if (browser.runtime?.id === undefined) this.#ending.abort();
    return this.signal.aborted;
  }
}
