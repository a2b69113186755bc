import type { Browser } from '../browser';
import { Book, type Verdict } from './book';
import type { Chance } from './chance';
import { Tab } from './tab';
import { Yard } from './yard';

/** What is done to the browser while the operators work. */
export const BLOWS = ['worker', 'close', 'navigate', 'update', 'kill', 'full', 'blocked'] as const;
export type Blow = (typeof BLOWS)[number];

export interface Order {
  browser: Browser;
  /** Folder of the built extension. */
  extension: string;
  resolverRules: string;
  chance: Chance;
  /** Ends when so many acts were begun and every planned blow has fallen. */
  acts: number;
  /** In this order, again and again; chance alone decides when within a round each falls. */
  blows: readonly [Blow, ...Blow[]];
  tabs: number;
  /** Acts of each tab in one round, at least. */
  actsARound: number;
  say(text: string): void;
}

/** A blow falls within so many milliseconds of a round's beginning. */
const FALLS_WITHIN_MS = 250;
/** So long a full disk or a blocked database lasts, milliseconds. */
const HARD_TIMES_MS = 1_500;
/** What is held back is tried again within half a minute; the alarm looks each minute. */
const SETTLES_MS = 90_000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Operators who work in several tabs while everything around them dies, one blow a round. */
class Torture {
  readonly #book = new Book();
  readonly #yard: Yard;
  #tabs: Tab[] = [];

  constructor(private readonly order: Order) {
    this.#yard = new Yard(order.browser, order.extension, order.resolverRules);
  }

  async run(): Promise<Verdict> {
    const { acts, blows, say } = this.order;
    try {
      await this.#yard.start();
      await this.#refill();
      for (let round = 0; this.#book.size < acts || round < blows.length; round += 1) {
        const blow = blows[round % blows.length] ?? blows[0];
        const before = this.#book.size;
        await this.#round(blow);
        say(`${round + 1}. ${blow}: ${this.#book.size - before} → ${this.#book.size}`);
      }
      return await this.#judge();
    } finally {
      await this.#yard.close();
    }
  }

  async #refill(): Promise<void> {
    this.#tabs = this.#tabs.filter(({ alive }) => alive);
    while (this.#tabs.length < this.order.tabs)
      this.#tabs.push(await Tab.open(this.#yard.context, this.#book, this.order.chance));
  }

  async #round(blow: Blow): Promise<void> {
    let struck = false;
    if (blow === 'full') await this.#yard.fill();
    const work = this.#tabs.map(async (tab) => {
      const { actsARound } = this.order;
      // Until the blow has fallen and something was done after it, too.
      for (let n = 0; (n < actsARound || !struck) && tab.alive; n += 1) await tab.act();
      if (tab.alive) await tab.act();
    });
    await pause(this.order.chance.below(FALLS_WITHIN_MS));
    await this.#strike(blow);
    struck = true;
    await Promise.all(work);
    await this.#refill();
  }

  async #strike(blow: Blow): Promise<void> {
    const { chance } = this.order;
    const [victim] = this.#tabs;
    switch (blow) {
      case 'worker':
        for (let times = 1 + chance.below(4); times > 0; times -= 1) {
          await this.#yard.killWorker();
          await pause(chance.below(120));
        }
        return;
      case 'close':
        await victim?.pressAndRun();
        await victim?.page.close();
        return;
      case 'navigate':
        await victim?.pressAndRun();
        await victim?.page.reload();
        victim?.left();
        await victim?.ready();
        return;
      case 'update':
        await this.#yard.update();
        return;
      case 'kill':
        await this.#yard.killBrowser();
        await this.#yard.start();
        return;
      case 'full':
        await pause(HARD_TIMES_MS);
        await this.#yard.free();
        return;
      case 'blocked':
        await this.#yard.blockDatabase(HARD_TIMES_MS);
    }
  }

  /** Waits until all that is on its way has come, then holds the ledger against the book. */
  async #judge(): Promise<Verdict> {
    const end = Date.now() + SETTLES_MS;
    let state = await this.#yard.read();
    // What pages hold back in their memory is saved once there is room; what died with one never is. The
    // ledger says so: a page has one line, and after hard times that speaks of the last act alone.
    const missing = () => this.#book.held(state.entries) + state.waiting.length;
    while (missing() > 0 && Date.now() < end) {
      await pause(1_000);
      state = await this.#yard.read();
    }
    return this.#book.judge(state.entries, state.waiting);
  }
}

/** Tortures the extension and tells what is left. Rejects only when the torturer himself fails. */
export function torture(order: Order): Promise<Verdict> {
  return new Torture(order).run();
}
