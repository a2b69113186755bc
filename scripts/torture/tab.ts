import type { BrowserContext, Page } from '@playwright/test';
import { Overlay } from '../../tests/e2e/overlay';
import { COMMENTS } from '../../tests/stand/vk/comments';
import { chooseNative, THREAD } from '../walk';
import type { Book } from './book';
import type { Chance } from './chance';
import { type Sight, WITNESS, witness } from './witness';

/** Keys of the page that make one record each at the comment that is chosen. */
const KEYS = ['Digit1', 'Digit2', 'Digit3', 'Digit4', 'KeyX', 'KeyB'] as const;
/** One act in so many is the network's own «Удалить», by mouse. */
const NATIVE_ONE_IN = 20;
/** How long an act may take until the operator is told something, milliseconds. */
const PATIENCE_MS = 25_000;
/** A network's own deletion may find its comment gone or covered; milliseconds. */
const MOUSE_MS = 4_000;

const RECORDED = /Записано\./;
/** The page holds it in its memory and tries again. */
const HELD = /не сохранилась/;
/** The extension was updated under the page: nobody can save it any more. */
const LOST = /не успела записать/;
const TOPS = COMMENTS.filter(({ branch }) => branch === undefined)
  .slice(0, 30)
  .map(({ n }) => n);

/** One tab with the practice thread, and the operator who works in it. */
export class Tab {
  /** The act that was begun last in this page. */
  #current: string | null = null;
  /** Acts of this page whose outcome was not seen yet. */
  readonly #open = new Set<string>();
  /** Acts that this page said it holds in its memory. */
  readonly #held = new Set<string>();
  #alive = true;
  /** Done when the script that was started in the page last is watched: what it records before is unseen. */
  #witnessed: Promise<unknown> = Promise.resolve();
  #wake: () => void = () => undefined;

  private constructor(
    readonly page: Page,
    private readonly book: Book,
    private readonly chance: Chance,
  ) {
    page.once('close', () => this.#died());
    page.once('crash', () => this.#died());
  }

  /** Opens the thread and waits until it is judged. */
  static async open(context: BrowserContext, book: Book, chance: Chance): Promise<Tab> {
    const page = await context.newPage();
    const tab = new Tab(page, book, chance);
    page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    const session = await context.newCDPSession(page);
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === WITNESS) tab.#saw(JSON.parse(payload) as Sight);
    });
    session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
      if (!origin.startsWith('chrome-extension://')) return;
      // The loader of TypeScript writes calls of `__name` into functions.
      const expression = `globalThis.__name = (named) => named; (${witness})(${JSON.stringify(WITNESS)})`;
      tab.#witnessed = session
        .send('Runtime.evaluate', { expression, contextId: id })
        .catch(() => undefined);
    });
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: WITNESS });
    await page.goto(THREAD);
    await tab.ready();
    return tab;
  }

  /** Waits until comments are judged and chooses one. */
  async ready(): Promise<void> {
    await (await Overlay.of(this.page)).one('.chip');
    await this.#step();
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Goes to a comment that waits for the operator. */
  async #step(): Promise<void> {
    await this.page.keyboard.press('KeyJ');
  }

  /** One act and what the operator is told of it. Ends quietly when the page dies under it. */
  async act(): Promise<void> {
    const before = this.#current;
    try {
      if (this.chance.below(NATIVE_ONE_IN) === 0) await this.#deleteNatively();
      else await this.#press();
      // A key may do nothing where no comment is chosen: after an update, or at the end of the queue.
      await this.#until(() => this.#current !== before, 2_000);
      if (this.#current === before) await this.#step();
      else await this.#until(() => !this.#open.has(this.#current ?? ''), PATIENCE_MS);
    } catch (error) {
      if (this.#alive) throw error;
    }
  }

  async #press(): Promise<void> {
    if (this.chance.below(4) === 0) await this.#step();
    await this.#witnessed;
    await this.page.keyboard.press(this.chance.pick(KEYS));
  }

  async #deleteNatively(): Promise<void> {
    this.page.setDefaultTimeout(MOUSE_MS);
    const n = TOPS[this.chance.below(TOPS.length)] ?? 0;
    await chooseNative(this.page, n, 'Удалить').catch(async () => {
      if (this.#alive) await this.page.keyboard.press('Escape');
    });
  }

  /** Presses a key and does not wait for anything: the blow comes in that millisecond. */
  async pressAndRun(): Promise<void> {
    await this.#witnessed;
    await this.page.keyboard.press(this.chance.pick(KEYS)).catch(() => undefined);
  }

  /** The page is left; what it had not told by now it tells nobody. */
  left(): void {
    for (const id of [...this.#open, ...this.#held]) this.book.died(id);
    this.#open.clear();
    this.#held.clear();
    this.#current = null;
    this.#wake();
  }

  #died(): void {
    this.#alive = false;
    this.left();
  }

  #saw(sight: Sight): void {
    if (sight.what === 'began') {
      this.book.began(sight.id, sight.kind);
      this.#current = sight.id;
      this.#open.add(sight.id);
      // A page that is already gone may still be heard.
      if (!this.#alive) this.left();
    } else if (LOST.test(sight.text)) {
      for (const id of [...this.#open, ...this.#held]) this.book.seen(id, 'told');
      this.left();
    } else if (HELD.test(sight.text)) {
      for (const id of this.#open) {
        this.book.seen(id, 'told');
        this.#held.add(id);
      }
      this.#open.clear();
    } else if (RECORDED.test(sight.text) && this.#current !== null) {
      this.book.seen(this.#current, 'recorded');
      this.#open.delete(this.#current);
    }
    this.#wake();
  }

  async #until(done: () => boolean, milliseconds: number): Promise<void> {
    for (const end = Date.now() + milliseconds; !done() && this.#alive && Date.now() < end; ) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, end - Date.now());
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
