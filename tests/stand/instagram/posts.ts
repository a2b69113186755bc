/** A publication of the body's account. */
export interface StandPost {
  /** As in addresses: `/p/<code>/`. */
  code: string;
  /** `reel` for a video of its own kind of address. */
  kind: 'photo' | 'reel';
  /** Number of the drawn picture. */
  picture: number;
  caption: string;
  /** ISO 8601, UTC. */
  time: string;
}

/** The post whose comments are the practice thread. */
export const MAIN_CODE = 'DKtruby2026a';
/** The video with the same comments. */
export const REEL_CODE = 'DKkatok2026b';
/** A post that nobody has answered. */
export const EMPTY_CODE = 'DKskver2026c';

export const POSTS: readonly StandPost[] = [
  {
    code: MAIN_CODE,
    kind: 'photo',
    picture: 7,
    time: '2026-11-23T02:00:00.000Z',
    caption:
      'С понедельника меняем трубы на Садовой 🛠\n\nДвижение закроем от Почтовой до Речной. Горячей воды не будет два дня, потом подключим дома по новой линии.\n\nСпрашивайте в комментариях, отвечаем весь день. #верхниеключи #трубы2026',
  },
  {
    code: REEL_CODE,
    kind: 'reel',
    picture: 19,
    time: '2026-11-22T10:30:00.000Z',
    caption: 'Каток у Дома культуры залили. Открываем в субботу в 11:00 ⛸ #каток',
  },
  {
    code: EMPTY_CODE,
    kind: 'photo',
    picture: 31,
    time: '2026-11-22T03:05:00.000Z',
    caption: 'Выбираем имя для сквера у школы № 4: «Рябиновый», «Учительский» или «Ключевой»?',
  },
  {
    code: 'DKmusor2026d',
    kind: 'photo',
    picture: 44,
    time: '2026-11-20T05:00:00.000Z',
    caption:
      'Администрация города осуществляет проведение мероприятий по вывозу мусора с контейнерных площадок.',
  },
];
