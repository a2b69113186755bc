import type { Criterion } from '../../../lib/moderation/contract';
import { COMMENTS as WALL } from '../vk/comments';
import { type Account, accountOf } from './people';

/** One comment under a post, as it was written. All of it is invented. */
export interface StandComment {
  /** As in addresses: `/p/<code>/c/<id>/`. */
  id: string;
  author: Account;
  /** With the name of who is answered (`@handle`) at the start of an answer to an answer. */
  text: string;
  /** The criterion by which a careful operator removes it, or null for one that must stay. */
  expect: Criterion | null;
  /** The first comment of the thread that it stands in. */
  parent: string | null;
  /** A moving picture and no words: the network gives such a comment neither address nor time. */
  picture: boolean;
  /** Put away by the network's own filter until somebody asks for it. */
  hidden: boolean;
  /** ISO 8601, UTC. */
  time: string;
}

const FIRST = Date.UTC(2026, 10, 23, 2, 4);
const EVERY_MS = 3 * 60_000;
const idOf = (n: number) => `180000000000${String(n).padStart(5, '0')}`;
const timeOf = (index: number) => new Date(FIRST + index * EVERY_MS).toISOString();

/** The words of the practice wall, with the ways in which people write here. */
const shared = WALL.map(
  ({ n, author, text, expect, branch, mention, image }, index): StandComment => ({
    id: idOf(n),
    author: accountOf(author),
    text: mention ? `@${accountOf(mention).handle} ${text}` : text,
    expect,
    parent: branch === undefined ? null : idOf(branch),
    picture: image ?? false,
    hidden: false,
    time: timeOf(index),
  }),
);

const own = (
  n: number,
  author: Account,
  text: string,
  expect: Criterion | null,
  more: Partial<StandComment> = {},
): StandComment => ({
  id: idOf(n),
  author,
  text,
  expect,
  parent: null,
  picture: false,
  hidden: false,
  time: timeOf(WALL.length + n - 900),
  ...more,
});

/** Under the main post, in the order of the page: each comment, then its answers. */
export const COMMENTS: readonly StandComment[] = [
  own(
    900,
    accountOf('vera'),
    'Горжусь нашим городом ❤️ #верхниеключи #трубы2026 @verhnie_klyuchi, покажите ещё фото!',
    null,
  ),
  own(
    901,
    accountOf('shop'),
    '🔥🔥🔥 Накрутка подписчиков от 1 ₽! nakrutka-klyuchi.example',
    'spam',
  ),
  ...shared,
  own(902, accountOf('slava'), 'Закройте рот, дебилы продажные', 'insult', { hidden: true }),
  own(903, accountOf('larisa'), 'Чёрт знает что, а не график', null, { hidden: true }),
];

/** What comes live, one after another, and round again with new numbers. */
export const ARRIVALS: readonly Pick<StandComment, 'author' | 'text' | 'expect'>[] = [
  { author: accountOf('zoya'), text: 'Снег пошёл, а вы копаете. Молодцы 👍', expect: null },
  {
    author: accountOf('vadim'),
    text: 'Да пошли вы на хуй со своими фотографиями',
    expect: 'obscenity',
  },
  { author: accountOf('polina'), text: '@verhnie_klyuchi а во вторник точно дадут?', expect: null },
];
