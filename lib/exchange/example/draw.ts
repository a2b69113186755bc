import { v7 as uuidv7 } from 'uuid';

/** Chance that falls the same way for the same seed: mulberry32, good enough to look natural. */
export class Draw {
  #state: number;

  /** @param seed 32-bit unsigned integer */
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to 1, 1 excluded. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of a list that is not empty. */
  one<Item>(list: readonly Item[]): Item {
    return list[Math.floor(this.next() * list.length)] as Item;
  }

  /** One of a list that is not empty; the first ones far oftener than the last. */
  early<Item>(list: readonly Item[]): Item {
    return list[Math.floor(this.next() ** 2 * list.length)] as Item;
  }

  /** One of the values by their weights. */
  weighted<Value>(weights: readonly (readonly [Value, number])[]): Value {
    let left = this.next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of weights) {
      left -= weight;
      if (left < 0) return value;
    }
    return weights[0]?.[0] as Value;
  }

  /** A UUIDv7 of this moment. @param msecs milliseconds since the epoch */
  id(msecs: number): string {
    const random = Uint8Array.from({ length: 16 }, () => Math.floor(this.next() * 256));
    return uuidv7({ msecs, random });
  }
}
