import type { Thread } from '../../vk/page/model';

/** What tests may ask of an open practice page of Odnoklassniki: `window.ok`. */
export interface OkHook {
  /** So many comments by other people come now. Returns their numbers. */
  arrive(count: number): number[];
  /** The page presses «Удалить» of its `index`-th comment by made-up events. */
  forge(index: number): void;
  /** Numbers of the comments that are deleted now. */
  deleted(): number[];
}

declare global {
  interface Window {
    ok: OkHook;
  }
}

/** Opens the hook for a thread. */
export function installHook(thread: Thread): void {
  window.ok = {
    arrive: (count) => Array.from({ length: count }, () => thread.arrive().n),
    forge(index) {
      const controls = document.querySelectorAll('.comments_remove');
      controls[index]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    },
    deleted: () => thread.comments.filter(({ deleted }) => deleted).map(({ n }) => n),
  };
}
