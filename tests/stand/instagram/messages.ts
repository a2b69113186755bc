import type { Criterion } from '../../../lib/moderation/contract';
import { type Account, accountOf, COMMUNITY } from './people';

/** One direct message; the network gives it no address of its own. */
export interface StandMessage {
  author: Account;
  text: string;
  expect: Criterion | null;
}

export interface Conversation {
  /** As in addresses: `/direct/t/<id>/`. */
  id: string;
  with: Account;
  messages: readonly StandMessage[];
}

const said = (author: Account, text: string, expect: Criterion | null = null): StandMessage => ({
  author,
  text,
  expect,
});
const galina = accountOf('galina');
const roman = accountOf('roman');

export const CONVERSATIONS: readonly Conversation[] = [
  {
    id: '340282366841710300',
    with: roman,
    messages: [
      said(roman, 'Почему удалили мой комментарий?'),
      said(COMMUNITY, 'Здравствуйте! В нём были оскорбления. Напишите то же самое без них.'),
      said(roman, 'Слышь, овца безмозглая, тебя вообще кто спрашивал', 'insult'),
      said(roman, 'Верните немедленно'),
      said(COMMUNITY, 'По делу отвечаем всем: спрашивайте.'),
      said(roman, 'Приду к вам в администрацию с битой, посмотрим, как запоёте', 'threat'),
      said(roman, 'Верните немедленно'),
      said(roman, 'Займ до 100 000 рублей без отказа! dengi-srazu-online.example', 'spam'),
    ],
  },
  {
    id: '340282366841710301',
    with: galina,
    messages: [
      said(galina, 'На Речной, 14 вода тоже пропадёт?'),
      said(COMMUNITY, 'Да, с понедельника до среды.'),
      said(galina, 'Безобразие, конечно. Но спасибо за ответ 🙂'),
    ],
  },
];
