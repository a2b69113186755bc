/** What the newcomer is asked to come to. */
export type Wanted =
  /** Taken away by the network's own control. */
  | 'removed'
  /** Said to be no violation. */
  | 'kept'
  /** Left alone: it is not even marked. */
  | 'untouched';

/** A comment to practise on; in Russian in every language, since that is what is judged. */
export interface PracticeComment {
  id: string;
  author: string;
  /** As the network would show it. */
  time: string;
  text: string;
  wanted: Wanted;
}

/** The post under which the practice comments stand. */
export const PRACTICE_POST =
  'Сегодня ночью выпало 14 сантиметров снега. На улицах работают 32 машины, дворы чистим до вечера.';

export const PRACTICE_COMMENTS: readonly PracticeComment[] = [
  {
    id: '1',
    author: 'Ольга Тихонова',
    time: '08:12',
    text: 'Третью неделю не вывозят мусор на Ленина, 14. Звоним каждый день: обещают и врут. Позор такой власти!',
    wanted: 'untouched',
  },
  {
    id: '2',
    author: 'Сергей Р.',
    time: '08:20',
    text: 'Да вы там все конченые дебилы, хоть бы раз из кабинета вышли',
    wanted: 'removed',
  },
  {
    id: '3',
    author: 'Работа рядом',
    time: '08:31',
    text: 'Заработок на дому от 5000 руб в день без вложений! Пишите в телеграм @rabota_ryadom',
    wanted: 'removed',
  },
  {
    id: '4',
    author: 'Нина Павлова',
    time: '08:40',
    text: 'По снегу звоните бригадиру 8-923-500-12-34, отвечает сразу, нам двор почистили',
    wanted: 'kept',
  },
  {
    id: '5',
    author: 'Антон К.',
    time: '08:47',
    text: 'Какого х*я машину засыпали, я на работу опоздал',
    wanted: 'removed',
  },
];

/** A draft with remarks that have replacements in one keystroke. */
export const PRACTICE_DRAFT =
  'В настоящее время осуществляется уборка снега. В целях обеспечения безопасности во дворах работают 32 машины. Администрация оказывает помощь жителям частного сектора.';
