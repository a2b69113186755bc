/** Everyone who appears on the practice pages. All of them are invented. */
export interface Person {
  /** Positive for people, negative for communities, as in the network's addresses. */
  id: number;
  name: string;
  /** Path of the page: `/id42` or a short name. */
  path: string;
}

const person = (id: number, name: string, shortName?: string): Person => ({
  id,
  name,
  path: shortName ? `/${shortName}` : `/id${id}`,
});

export const PEOPLE = {
  alina: person(1001, 'Алина Ворожцова', 'alina_vor'),
  andrey: person(1002, 'Андрей Полетаев'),
  boris: person(1003, 'Борис Хлебников', 'hlebnikov_b'),
  vadim: person(1004, 'Вадим Стрижов'),
  valentina: person(1005, 'Валентина Ложкина'),
  vera: person(1006, 'Вера Оськина', 'vera.oskina'),
  viktor: person(1007, 'Виктор Пряхин'),
  galina: person(1008, 'Галина Сысоева'),
  gleb: person(1009, 'Глеб Тучин', 'tuchin_gleb'),
  darya: person(1010, 'Дарья Клёнова'),
  denis: person(1011, 'Денис Ракитин'),
  egor: person(1012, 'Егор Шубин', 'egor_shub'),
  elena: person(1013, 'Елена Мохова'),
  zhanna: person(1014, 'Жанна Дёмина'),
  zoya: person(1015, 'Зоя Черпакова'),
  igor: person(1016, 'Игорь Лаптев'),
  inna: person(1017, 'Инна Пуговкина', 'inna_pug'),
  irina: person(1018, 'Ирина Беседина'),
  kirill: person(1019, 'Кирилл Сапожков'),
  ksenia: person(1020, 'Ксения Ручьёва', 'ksu_ru'),
  larisa: person(1021, 'Лариса Тёткина'),
  leonid: person(1022, 'Леонид Брагин'),
  lyuba: person(1023, 'Любовь Канавина'),
  maxim: person(1024, 'Максим Дуплов', 'dup_max'),
  marina: person(1025, 'Марина Ситникова'),
  mikhail: person(1026, 'Михаил Овсов'),
  nadezhda: person(1027, 'Надежда Перова'),
  natalia: person(1028, 'Наталья Грибова', 'gribova_n'),
  nikolay: person(1029, 'Николай Кочетов'),
  oksana: person(1030, 'Оксана Мельничук'),
  oleg: person(1031, 'Олег Зимогоров'),
  olga: person(1032, 'Ольга Лучкина', 'luchkina'),
  pavel: person(1033, 'Павел Бочков'),
  petr: person(1034, 'Пётр Сухарев'),
  polina: person(1035, 'Полина Вербина'),
  roman: person(1036, 'Роман Гвоздев', 'gvozd_r'),
  svetlana: person(1037, 'Светлана Дудкина'),
  sergey: person(1038, 'Сергей Каюров'),
  slava: person(1039, 'Слава Метелин', 'slava_m'),
  stepan: person(1040, 'Степан Бирюков'),
  tamara: person(1041, 'Тамара Игнатовна'),
  timur: person(1042, 'Тимур Сафин'),
  tatiana: person(1043, 'Татьяна Рябова'),
  fedor: person(1044, 'Фёдор Лешков'),
  yulia: person(1045, 'Юлия Ветрова', 'yu_vetrova'),
  yana: person(1046, 'Яна Полынина'),
  kredit: person(1047, 'Деньги Сразу', 'dengi_srazu_vk'),
  rabota: person(1048, 'Анжела Доход', 'angela_dohod'),
  shop: person(1049, 'Скидки Каждыйдень', 'skidki_day'),
  shadow: person(1050, 'Мистер Клад', 'mr_klad_24'),
} as const satisfies Record<string, Person>;
export type PersonKey = keyof typeof PEOPLE;

/** The one who is signed in on the practice pages. */
export const OPERATOR: Person = person(777, 'Мария Дежурова');

/** The community that the operator runs. */
export const COMMUNITY: Person = {
  id: -100,
  name: 'Верхние Ключи. Администрация',
  path: '/verhnie_klyuchi',
};
/** The numeric address of the community's page; the short one is `COMMUNITY.path`. */
export const COMMUNITY_PATH = '/club100';
