import type { Criterion } from '../../../lib/moderation/contract';
import { COMMENTS } from '../vk/comments';
import type { PersonKey } from '../vk/people';
import { POSTS } from '../vk/posts';
import { type Account, accountOf, BODY } from './accounts';

/** A post inside another one: its words and author are not those of the post that quotes it. */
export interface Quote {
  id: string;
  author: Account;
  text: string;
  time: string;
}

export interface Post {
  /** A long number, as a string: it does not fit into a JavaScript number. */
  id: string;
  author: Account;
  /** Lines by `\n`, emoji as characters; empty for a picture alone. */
  text: string;
  /** ISO 8601. */
  time: string;
  /** Id of the post whose thread this one stands in, or null for one that begins a thread. */
  thread: string | null;
  /** Whom it answers, as the page says above the text. */
  answers: Account | null;
  quote: Quote | null;
  picture: boolean;
  /** A long text with a title, which has no text of the usual kind. */
  article: { title: string; paragraphs: readonly string[] } | null;
  /** The criterion by which a careful operator takes it away, or null for one that must stay. */
  expect: Criterion | null;
}

const idOf = (n: number) => `19000000000000${String(n).padStart(5, '0')}`;
const BEGAN = Date.UTC(2026, 10, 24, 2);
const timeOf = (minute: number) => new Date(BEGAN + minute * 60_000).toISOString();

/** The thread with the most answers. */
export const MAIN_THREAD = idOf(200);
/** The long text with a title. */
export const ARTICLE = idOf(210);

const plain = {
  thread: null,
  answers: null,
  quote: null,
  picture: false,
  article: null,
  expect: null,
} as const;

/** What the body has published, newest first. */
export const OWN_POSTS: readonly Post[] = [
  ...POSTS.map(({ n, text }, index) => ({
    ...plain,
    id: idOf(n),
    author: BODY,
    // The network's limit is short.
    text: text.split('\n\n')[0] ?? '',
    time: timeOf(-index * 600),
  })),
  {
    ...plain,
    id: ARTICLE,
    author: BODY,
    text: '',
    time: timeOf(-4_000),
    article: {
      title: 'Как мы чистим снег: от первого трактора до последнего двора',
      paragraphs: [
        'В пять утра диспетчер смотрит на карту. Если за ночь выпало больше трёх сантиметров, трактора выходят без приказа.',
        'Сначала чистим дороги к больнице и школам, потом улицы, где ходит автобус, и к обеду — дворы.',
      ],
    },
  },
];

type Written = Pick<Post, 'text' | 'expect'> & {
  author: PersonKey | null;
  quote?: { author: PersonKey; text: string };
};

/** Written for this network: quotes, mentions, tags and an answer of the body itself. */
const WRITTEN: readonly Written[] = [
  {
    author: 'vera',
    text: 'Вот такие письма приходят нам в совет дома. Прошу прочесть и ответить по существу.',
    expect: null,
    quote: { author: 'vadim', text: 'Вы все там тупые бараны, идите на хуй со своими трубами' },
  },
  {
    author: 'roman',
    text: 'Тупой баран этот ваш начальник участка, и вы не лучше, дебилы',
    expect: 'insult',
    quote: { author: 'yulia', text: 'Спасибо, что предупредили о работах заранее.' },
  },
  {
    author: null,
    text: 'Вера, спасибо за сигнал. Бригада выехала на Садовую, 31, ограждение поставим до обеда.',
    expect: null,
  },
  {
    author: 'denis',
    text: '@verh_klyuchi а по Лесной когда? #ремонтпоплану 🙏',
    expect: null,
  },
];

const branch = (n: number) => COMMENTS.find((comment) => comment.n === n);

/** Answers to the main post in the order of the page. */
export const ANSWERS: readonly Post[] = [
  ...WRITTEN.map(
    ({ author, text, expect, quote }, index): Post => ({
      ...plain,
      id: idOf(251 + index),
      author: author ? accountOf(author) : BODY,
      text,
      time: timeOf(5 + index),
      thread: MAIN_THREAD,
      answers: BODY,
      quote: quote
        ? { ...quote, author: accountOf(quote.author), id: idOf(900 + index), time: timeOf(-500) }
        : null,
      expect,
    }),
  ),
  ...COMMENTS.map((comment, index): Post => {
    const above = comment.branch === undefined ? undefined : branch(comment.branch);
    return {
      ...plain,
      id: idOf(comment.n),
      author: accountOf(comment.author),
      text: comment.text,
      time: timeOf(10 + index * 3),
      thread: MAIN_THREAD,
      answers: above ? accountOf(above.author) : BODY,
      picture: comment.image ?? false,
      expect: comment.expect,
    };
  }),
];

/** What other people write in the timeline: not a word of it is an answer to the body. */
export const STRANGERS_POSTS: readonly Post[] = [
  {
    ...plain,
    id: idOf(801),
    author: accountOf('gleb'),
    text: 'Наши опять продули всухую. Мудаки, а не команда!',
    time: timeOf(-30),
  },
  {
    ...plain,
    id: idOf(802),
    author: accountOf('inna'),
    text: 'Первый снег ❤ Кто уже достал санки?',
    time: timeOf(-90),
  },
];

/** Private messages of one conversation. */
export interface Message {
  id: string;
  /** Null for one that the body has written. */
  author: PersonKey | null;
  text: string;
  /** As the page shows it. */
  time: string;
  expect: Criterion | null;
}

/** The conversation's id, as in its address. */
export const CONVERSATION = '7770001-1019';

const message = (
  n: number,
  author: PersonKey | null,
  time: string,
  text: string,
  expect: Criterion | null = null,
): Message => ({
  id: `5e1f0000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  author,
  time,
  text,
  expect,
});

export const MESSAGES: readonly Message[] = [
  message(1, 'kirill', '9:02', 'Здравствуйте! Когда вернёте горячую воду на Речной?'),
  message(2, null, '9:15', 'Здравствуйте! В среду к вечеру. Если задержимся, напишем здесь.'),
  message(3, 'kirill', '9:16', 'Опять завтраками кормите 🙂 Ладно, ждём.'),
  message(4, 'kirill', '19:40', 'Воды нет! Вы там все твари и мрази, гниды продажные', 'insult'),
  message(5, null, '19:52', 'Авария на насосной, бригада на месте. Воду привезём к дому в 20:30.'),
  message(
    6,
    'kirill',
    '20:01',
    'Займ до 100 000 рублей без отказа и справок! Деньги на карту за 5 минут: dengi-srazu-online.example',
    'spam',
  ),
  message(7, 'kirill', '20:03', 'Это не я писал, взломали страницу. За воду спасибо, набрали.'),
];
