/**
 * What the operator is at while choosing by keys: wider and back, and to the neighbours. Elements of
 * the page are only looked at.
 */
export class Choice {
  #at: Element | null = null;
  /** Elements that were left by widening, the last one at the end. */
  #trail: Element[] = [];

  /** @param within nothing outside it can be chosen; null for the whole page */
  constructor(private readonly within: Element | null = null) {}

  get at(): Element | null {
    return this.#at;
  }

  /** Goes to an element; false when it lies outside. */
  go(target: Element | null): boolean {
    if (target && this.within && (target === this.within || !this.within.contains(target)))
      return false;
    this.#at = target;
    this.#trail = [];
    return true;
  }

  wider(): void {
    const up = this.#at?.parentElement;
    if (!this.#at || !up || up === this.within || up === document.body) return;
    this.#trail.push(this.#at);
    this.#at = up;
  }

  narrower(): void {
    const back = this.#trail.pop();
    if (back) {
      this.#at = back;
      return;
    }
    let longest: Element | null = null;
    for (const child of this.#at?.children ?? []) {
      const words = child.textContent?.length ?? 0;
      if (words > (longest?.textContent?.length ?? 0)) longest = child;
    }
    this.#at = longest ?? this.#at;
  }

  /** To the next (1) or previous (-1) element with words or pictures, in the order of the page. */
  beside(by: 1 | -1): void {
    const step = (node: Element) =>
      by === 1 ? node.nextElementSibling : node.previousElementSibling;
    let level = this.#at;
    while (level && level !== this.within && level !== document.body) {
      for (let node = step(level); node; node = step(node)) {
        if (!(node.textContent?.trim() || node.getElementsByTagName('img').length > 0)) continue;
        this.#at = node;
        this.#trail = [];
        return;
      }
      level = level.parentElement;
    }
  }
}
