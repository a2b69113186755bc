/** A post of the community's wall. */
export interface StandPost {
  /** Number of the post: the id is `-100_<n>`. */
  n: number;
  text: string;
  /** As the page shows it. */
  time: string;
}

export const POSTS: readonly StandPost[] = [
  {
    n: 200,
    time: 'сегодня в 9:00',
    text: 'С понедельника меняем трубы на Садовой.\n\nДвижение закроем от Почтовой до Речной. Автобусы № 3 и № 7 пойдут по Заводской. Горячей воды не будет два дня — во вторник и в среду, потом подключим дома по новой линии.\n\nРаботаем до 14 декабря. Спрашивайте в комментариях, отвечаем весь день.',
  },
  {
    n: 201,
    time: 'вчера в 17:30',
    text: 'Каток у Дома культуры залили. Открываем в субботу в 11:00, прокат коньков бесплатный до конца недели. Приходите с детьми и с термосом!',
  },
  {
    n: 202,
    time: 'вчера в 10:05',
    text: 'Выбираем имя для нового сквера у школы № 4. Три варианта, которые прислали вы сами: «Рябиновый», «Учительский», «Ключевой». Пишите свой в комментариях.',
  },
  {
    n: 203,
    time: '20 ноя в 12:00',
    text: 'Администрация города осуществляет проведение мероприятий по вывозу мусора с контейнерных площадок. В целях обеспечения чистоты просим граждан соблюдать график.',
  },
];

/** The post whose comments are short: what a newcomer sees first on the wall. */
export const MAIN_POST = 200;
/** The same comments as under the main post, in a list that re-uses its nodes while scrolling. */
export const RECYCLED_POST = 201;
