import { MAIN_THREAD } from '../posts';
import { model } from './page';

/** What tests may ask of an open practice page of X: `window.xStand`. */
interface XStandHook {
  /** So many answers to the main post come now. Returns their ids. */
  arrive(count: number): string[];
  /** The page presses the menu's dangerous item and its confirmation by made-up events. */
  forge(id: string): Promise<void>;
  /** Codes of the keys that reached the page: the network blocks and mutes by single letters. */
  readonly letters: string[];
  /** Whether a post is still there. */
  has(id: string): boolean;
}

declare global {
  interface Window {
    xStand: XStandHook;
  }
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Opens the hook. */
export function installHook(): void {
  const letters: string[] = [];
  addEventListener('keydown', ({ code }) => letters.push(code));
  window.xStand = {
    letters,
    arrive: (count) => Array.from({ length: count }, () => model.arrive(MAIN_THREAD).id),
    async forge(id) {
      const link = document.querySelector(`article a[href*="/status/${id}"]`);
      const press = (css: string, within: ParentNode = document) =>
        within.querySelector<HTMLElement>(css)?.click();
      press('[data-testid="caret"]', link?.closest('article') ?? document);
      await nextFrame();
      press('#layers [role="menuitem"]');
      await nextFrame();
      press('[data-testid="confirmationSheetConfirm"]');
      await nextFrame();
    },
    has: (id) => model.post(id) !== undefined,
  };
}
