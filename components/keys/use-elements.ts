import { type RefCallback, useState } from 'react';

/** Elements of a list by their keys: what moves the focus among them knows them without a search. */
export class Elements<Shown extends HTMLElement> {
  readonly #elements = new Map<string, Shown>();
  readonly #refs = new Map<string, RefCallback<Shown>>();

  /** The `ref` of the element with this key; the same function while it stands there, so that React calls it once. */
  ref(key: string): RefCallback<Shown> {
    const known = this.#refs.get(key);
    if (known) return known;
    const made: RefCallback<Shown> = (element) => {
      if (!element) return;
      this.#elements.set(key, element);
      return () => {
        // Another one may have taken the key meanwhile.
        if (this.#elements.get(key) === element) this.#elements.delete(key);
        if (this.#refs.get(key) === made) this.#refs.delete(key);
      };
    };
    this.#refs.set(key, made);
    return made;
  }

  /** The element with this key while it stands in the document. */
  get(key: string): Shown | undefined {
    return this.#elements.get(key);
  }

  /** Gives it the focus; nothing happens where it is not there. */
  focus(key: string): void {
    this.#elements.get(key)?.focus();
  }
}

/** Elements of a list, for the life of the component. */
export function useElements<Shown extends HTMLElement = HTMLElement>(): Elements<Shown> {
  const [elements] = useState(() => new Elements<Shown>());
  return elements;
}
