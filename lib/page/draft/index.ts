import type { PageContext } from '../context';
import { Check } from './check';
import type { LateReviewer } from './late-reviewer';
import { watchPublishing } from './publishing';
import { Surface } from './surface';
import { Word } from './word';

/** What others may ask of the draft check. */
export interface DraftCheck {
  /**
   * Replaces `[start, end)` (UTF-16 indices) of the draft that is open, if `expected` stands there,
   * through the editor's own input path. True when the draft then reads as wanted; else the operator
   * was told why.
   */
  replace(start: number, end: number, expected: string, replacement: string): Promise<boolean>;
  /**
   * Puts the text of an entry of the plan into the empty editor of a new post. True when it stands
   * there; else the operator was told why.
   * @param entry id of the entry: what is published from this editor is its publication
   */
  fill(text: string, entry: string): Promise<boolean>;
}

/**
 * Checks what the operator writes in the network's own editors, and records what is published. Ends
 * with the page's signal.
 * @param reviewer the check itself, which comes when somebody begins to write
 */
export function startDraftCheck(page: PageContext, reviewer: LateReviewer): DraftCheck {
  const surface = new Surface(page);
  const word = new Word(surface, page.signal);
  const check = new Check(page, surface, word, reviewer);
  watchPublishing(page, {
    draftIn: (composer) => check.draftIn(composer),
    onRecorded(kind) {
      const { publishedPost, publishedComment } = page.messages().draft;
      word.say(kind === 'post' ? publishedPost : publishedComment);
    },
    onNotSeen(kind) {
      const { postNotSeen, commentNotSeen } = page.messages().draft;
      word.say(kind === 'post' ? postNotSeen : commentNotSeen);
    },
  });
  return check;
}
