import { MAIN_CODE, REEL_CODE } from '../posts';
import { arrive, options, threadOf } from './model';

/** What tests may ask of an open practice page: `window.practice`. */
export interface PracticeHook {
  /** So many comments by other people come now. Returns their ids. */
  arrive(count: number): string[];
  /** Ids of the comments that the thread has now, hidden ones included. */
  standing(): string[];
  /** The page presses the options of its first comment, then «delete», by made-up events. */
  forge(): Promise<void>;
  /** The text of the caption by the editor's own model. */
  caption(): string;
}

declare global {
  interface Window {
    practice: PracticeHook;
  }
}

const current = () => (location.pathname.includes(REEL_CODE) ? REEL_CODE : MAIN_CODE);
const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
const press = (element: Element | null | undefined) =>
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true }));

async function forge(): Promise<void> {
  const time = document.querySelector('a[href*="/c/"] time');
  time?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  await frame();
  const icons = document.querySelectorAll('[role="button"] svg');
  const options = [...icons].find((icon) => /Options|Параметры к/.test(icon.ariaLabel ?? ''));
  press(options?.parentElement);
  await frame();
  for (let question = 0; question < 2; question += 1) {
    const items = [...document.querySelectorAll('[role="dialog"] button')];
    press(items.find(({ textContent }) => /^(?:Удалить|Delete)$/.test(textContent ?? '')));
    await frame();
  }
}

/** Opens the hook, and begins what comes by itself. */
export function installHook(): void {
  window.practice = {
    arrive: (count) => Array.from({ length: count }, () => arrive(current())),
    standing: () => threadOf(current()).map(({ id }) => id),
    forge,
    caption: () => '',
  };
  if (options.live > 0) setInterval(() => arrive(current()), options.live * 1_000);
}
