import type { Messages } from '../i18n';
import type { Comment } from '../networks/contract';

/** The page's words about a comment, or about a message where it is one. */
export function wordsOf(
  { page }: Pick<Messages, 'page'>,
  { kind }: Pick<Comment, 'kind'>,
): Messages['page'] {
  if (kind !== 'message') return page;
  const { name: _name, done, toast, ...words } = page.ofMessage;
  return {
    ...page,
    ...words,
    done: { ...page.done, ...done },
    toast: { ...page.toast, ...toast },
  };
}
