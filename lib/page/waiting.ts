/** What waits to be dealt with, each thing once, first come first served but for what is hurried. */
export class Waiting<Item> {
  private readonly items = new Set<Item>();
  private readonly hurried = new Set<Item>();
  /** One living iterator: a new one for each item would walk over all that were taken before. */
  private cursor = this.items.values();

  /** How much waits, hurried or not. */
  get size(): number {
    return this.items.size + this.hurried.size;
  }

  /** Adds what does not wait yet. */
  add(item: Item): void {
    if (!this.hurried.has(item)) this.items.add(item);
  }

  /** Puts what waits before all that is not hurried. */
  hurry(item: Item): void {
    if (this.items.delete(item)) this.hurried.add(item);
  }

  /** Puts what was hurried back among the rest. */
  calm(item: Item): void {
    if (this.hurried.delete(item)) this.items.add(item);
  }

  /** What was hurried first; undefined when nothing is. */
  takeHurried(): Item | undefined {
    if (this.hurried.size === 0) return undefined;
    for (const item of this.hurried) {
      this.hurried.delete(item);
      return item;
    }
    return undefined;
  }

  /** What came first of the rest; undefined when nothing is left. */
  take(): Item | undefined {
    let next = this.cursor.next();
    if (next.done) {
      this.cursor = this.items.values();
      next = this.cursor.next();
    }
    if (next.done) return undefined;
    this.items.delete(next.value);
    return next.value;
  }
}
