/** Bodies, places and people of a region that does not exist. */

/** What the region is called where a name needs one. */
const REGION = 'Приозёрской области';

/** `of` is the superior's place in the list; the first one is the government. */
export const BODIES: readonly { name: string; of: number | null; slug: string }[] = [
  { name: `Правительство ${REGION}`, of: null, slug: 'pravitelstvo' },
  { name: 'Министерство здравоохранения', of: 0, slug: 'minzdrav' },
  { name: 'Министерство образования', of: 0, slug: 'minobr' },
  { name: 'Министерство транспорта и дорог', of: 0, slug: 'mindor' },
  { name: 'Министерство культуры', of: 0, slug: 'mincult' },
  { name: 'Министерство социальной защиты', of: 0, slug: 'minsoc' },
  { name: 'Министерство ЖКХ', of: 0, slug: 'mingkh' },
  { name: 'Министерство спорта', of: 0, slug: 'minsport' },
  { name: 'Администрация Ясноборска', of: 0, slug: 'yasnoborsk' },
  { name: 'Администрация Тихоозёрска', of: 0, slug: 'tihoozersk' },
  { name: 'Администрация Новоречья', of: 0, slug: 'novorechye' },
  { name: 'Администрация Верхнелесья', of: 0, slug: 'verhnelesye' },
  { name: 'Областная больница № 1', of: 1, slug: 'bolnica1' },
  { name: 'Детская поликлиника № 3', of: 1, slug: 'poliklinika3' },
  { name: 'Станция скорой помощи', of: 1, slug: 'skoraya' },
  { name: 'Лицей № 12 Ясноборска', of: 2, slug: 'licey12' },
  { name: 'Приозёрский колледж', of: 2, slug: 'kolledge' },
  { name: 'Дорожная служба области', of: 3, slug: 'dorogi' },
  { name: 'Музей «Старая пристань»', of: 4, slug: 'pristan' },
  { name: 'Драматический театр', of: 4, slug: 'drama' },
  { name: 'Библиотека имени Сомова', of: 4, slug: 'somova' },
  { name: 'Центр занятости', of: 5, slug: 'zanyatost' },
  { name: 'Водоканал Тихоозёрска', of: 9, slug: 'vodokanal' },
  { name: 'Парк «Берёзовая роща»', of: 8, slug: 'roscha' },
];

/** For bodies beyond the list: «Администрация посёлка …». */
export const VILLAGES: readonly string[] = [
  'Берёзовка',
  'Сосновый Яр',
  'Малые Ключи',
  'Каменный Брод',
  'Заозёрье',
  'Лесная Поляна',
  'Старица',
  'Белый Камень',
  'Речной',
  'Дальнее Поле',
  'Ольховка',
  'Светлый Лог',
];

export const STREETS: readonly string[] = [
  'Садовой',
  'Озёрной',
  'Лесной',
  'Пристанской',
  'Школьной',
  'Заводской',
  'Молодёжной',
  'Береговой',
  'Вишнёвой',
  'Строителей',
];

export const FIRST_NAMES: readonly string[] = [
  'Анна',
  'Пётр',
  'Елена',
  'Сергей',
  'Ольга',
  'Михаил',
  'Татьяна',
  'Андрей',
  'Наталья',
  'Дмитрий',
  'Людмила',
  'Николай',
  'Марина',
  'Виктор',
  'Галина',
  'Юрий',
];

/** The same for men and women, so that any first name fits. */
export const LAST_NAMES: readonly string[] = [
  'Шевченко',
  'Гнатюк',
  'Бондарь',
  'Левитан',
  'Зозуля',
  'Крамаренко',
  'Черных',
  'Долгих',
  'Белых',
  'Сенько',
  'Мельник',
  'Гурко',
  'Соловей',
  'Ткач',
  'Верес',
  'Юрченко',
  'Седых',
  'Дудко',
  'Лось',
  'Рябко',
];

export const POSITIONS: readonly string[] = [
  'пресс-секретарь',
  'начальник отдела информации',
  'специалист по связям с жителями',
  'заместитель директора',
  'методист',
];

/** Who keeps the watch. The first one oftener. */
export const OPERATORS: readonly string[] = ['Мария Дежурова', 'Игорь Соснин', 'Ольга Вечерняя'];
