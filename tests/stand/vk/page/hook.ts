import type { Thread } from './model';
import { forge } from './trouble';

/** What tests may ask of an open practice page: `window.stand`. */
export interface StandHook {
  /** So many comments by other people come now. Returns their ids. */
  arrive(count: number): string[];
  /** Somebody changes the text of comment `id` (`-100_301`). */
  edit(id: string, text: string): void;
  /** The page presses «Удалить» of its `index`-th comment by made-up events. */
  forge(index?: number): void;
  /** Ids of the comments that are deleted now. */
  deleted(): string[];
}

declare global {
  interface Window {
    stand: StandHook;
  }
}

/** Opens the hook for the thread that `current` gives. */
export function installHook(current: () => Thread): void {
  const idOf = (n: number) => `-100_${n}`;
  window.stand = {
    arrive: (count) => Array.from({ length: count }, () => idOf(current().arrive().n)),
    edit(id, text) {
      const thread = current();
      const comment = thread.byNumber(Number(id.split('_')[1]));
      if (!comment) throw new Error(`no comment ${id}`);
      thread.edit(comment, text);
    },
    forge,
    deleted: () =>
      current()
        .comments.filter((comment) => comment.deleted)
        .map((comment) => idOf(comment.n)),
  };
}
