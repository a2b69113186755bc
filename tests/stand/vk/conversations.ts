import type { Criterion } from '../../../lib/moderation/contract';
import type { PersonKey } from './people';

/** One message to the community, or its answer. Everything is written for the practice pages. */
export interface StandMessage {
  /** Number in the conversation. */
  n: number;
  /** Null for the community's own answer. */
  from: PersonKey | null;
  text: string;
  /** The criterion by which a careful operator removes it, or null for one that must stay. */
  expect: Criterion | null;
  /** Day as the page writes it. */
  day: string;
  time: string;
}

export interface StandConversation {
  peer: PersonKey;
  messages: readonly StandMessage[];
}

type Line = readonly [from: PersonKey | null, text: string, expect?: Criterion];

function conversation(peer: PersonKey, lines: readonly Line[]): StandConversation {
  return {
    peer,
    messages: lines.map(([from, text, expect = null], index) => ({
      n: 21 + index,
      from,
      text,
      expect,
      day: index < 3 ? '21 ноября 2026' : '24 ноября 2026',
      time: `${9 + Math.floor(index / 4)}:${String(4 + index * 3).padStart(2, '0')}`,
    })),
  };
}

/** Letters that come to the community of the practice pages. */
export const CONVERSATIONS: readonly StandConversation[] = [
  conversation('valentina', [
    ['valentina', 'Здравствуйте! На Садовой, 7 третий день нет горячей воды. Куда звонить?'],
    [null, 'Здравствуйте, Валентина! Диспетчер отвечает по номеру 112-05, заявку мы уже передали.'],
    ['valentina', 'Звонила, трубку не берут. Безобразие, а не служба 😡'],
    ['valentina', 'Сколько можно издеваться над людьми? Зимой тоже так сидеть будем?'],
    [null, 'Сегодня в 15:00 приедет бригада, мы проверим и напишем вам.'],
    ['valentina', 'Спасибо, жду. Вода пошла бы хоть к вечеру.'],
  ]),
  conversation('stepan', [
    ['stepan', 'Это вы штраф за парковку у сквера выписали?'],
    [null, 'Добрый день! Штрафы выписывает ГИБДД, но знак проверим. Пришлите, пожалуйста, фото.'],
    ['stepan', 'Вы там все дебилы безмозглые, зажрались на наши деньги', 'insult'],
    ['stepan', 'Я знаю, где ты живёшь. Подкараулю вечером и ноги переломаю', 'threat'],
    [null, 'Мы готовы разобраться, но без угроз. Пришлите фото знака.'],
    ['stepan', 'идите на хуй со своим знаком', 'obscenity'],
    ['stepan', 'Позор, а не администрация. В прокуратуру напишу.'],
  ]),
  conversation('kredit', [
    [
      'kredit',
      'Займ до 100 000 рублей без отказа и справок! Деньги на карту за 5 минут. Пиши в личку или переходи: dengi-srazu-online.example',
      'spam',
    ],
  ]),
];
