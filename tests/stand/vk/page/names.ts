import type { Options } from './options';

/** What the parts of a comment are called after the network has changed its markup. */
const RENAMED: Readonly<Record<string, string>> = {
  wall_comments_comment_root: 'note',
  wall_comments_comment_in_thread: 'note-answer',
  wall_comments_layout_thread: 'note-answers',
  'comment-avatar': 'note-face',
  'comment-owner': 'note-from',
  'comment-text': 'note-words',
  'showmoretext-in': 'words-shown',
  'showmoretext-in-expanded': 'words-all',
  'showmoretext-after': 'words-more',
  wall_comment_date: 'note-when',
  'comment-reply': 'note-answer-button',
  'comment-share': 'note-share',
  'comment-like': 'note-like',
};

/** The attribute by which the network's scripts know a part of a comment. */
export function named({ renamed }: Options, part: string): Record<string, string> {
  const name = RENAMED[part];
  return renamed && name !== undefined ? { 'data-part': name } : { 'data-testid': part };
}

/** The attribute that carries the comment's id; it changes with the names. */
export const idAttribute = ({ renamed }: Options) => (renamed ? 'data-note' : 'id');
