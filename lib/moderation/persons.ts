import { type Scan, TokenFlag } from '../language/scan';
import type { Strength } from './contract';
import { FIRST_NAMES } from './first-names';

/** A named person of whom something private is told; offsets are UTF-16, over the name. */
export interface PersonTold {
  start: number;
  end: number;
  strength: Strength;
}

/** A person is looked for in a comment, not in a novel: the rest of a long text is not searched. */
const TEXT_LIMIT = 4000;
/** Names that are looked into in one comment. */
const NAMES_LIMIT = 12;
/** How far before and behind a name what is told of the person stands, in characters. */
const REACH_BEFORE = 90;
const REACH_AFTER = 170;

const WORD = '[А-ЯЁ][а-яё]{2,24}';
const PATRONYMIC =
  '[А-ЯЁ][а-яё]{1,20}(?:(?:[оеи]вич|[ьи]ич|мич|[лн]ыч|аныч)(?:а|у|ем|е)?|(?:[оеи]вн|[ие]ничн|ичн|инишн)(?:а|ы|е|у|ой))(?![а-яё])';
/**
 * A person by surname and initials, by name and patronymic with or without a surname, or by two words with
 * capitals, one of which must be a first name. Looked for where two words with a capital stand side by side.
 */
const NAME = new RegExp(
  `(?<![а-яёА-ЯЁ-])(?:(${WORD} (?:${WORD} )?${PATRONYMIC}(?: ${WORD})?|${WORD} [А-ЯЁ]\\. ?[А-ЯЁ](?:\\.|(?![а-яё]))|[А-ЯЁ]\\. ?[А-ЯЁ]\\. ?${WORD})|${WORD} ${WORD}|${WORD} [А-ЯЁ]\\.)`,
  'y',
);

/** Stems of first names by their first letters: the ending of a case is cut off. */
const KEY = 2;
const STEMS = new Map<string, string[]>();
for (const name of FIRST_NAMES) {
  const stem = name.replace(/[аяйь]$/, '');
  const known = STEMS.get(stem.slice(0, KEY));
  if (known === undefined) STEMS.set(stem.slice(0, KEY), [stem]);
  else known.push(stem);
}
/** Longest ending of a case. */
const ENDING_LIMIT = 2;

/** True of a word that is a first name in any case. */
function isFirstName(word: string): boolean {
  const plain = word.toLowerCase().replaceAll('ё', 'е');
  return (
    STEMS.get(plain.slice(0, KEY))?.some(
      (stem) =>
        plain.startsWith(stem) &&
        plain.length - stem.length <= ENDING_LIMIT &&
        /^[аяуюыиеойм]*$/.test(plain.slice(stem.length)),
    ) ?? false
  );
}

/** What stands before a name that is a street's, a school's or a monument's. */
const NAMESAKE =
  /(?:^|[^а-яё])(?:ул|улиц[а-яё]+|пр|проспект[а-яё]*|пер|переул[а-яё]+|площад[а-яё]+|бульвар[а-яё]*|имени|им|школ[а-яё]+|парк[а-яё]*|памятник[а-яё]*|сквер[а-яё]*|фонд[а-яё]*|песн[а-яё]+|книг[а-яё]+)\.? ?$/i;

/** What stands in place of a first word or behind two words that are a street's name: «Бульвар Александра Грина дом 3». */
const PLACE =
  /^(?:Улиц|Бульвар|Проспект|Переул|Площад|Набереж|Шоссе|Школ|Парк|Сквер|Имени|Свят|Храм)/;
const STREET = /^(?: [А-ЯЁ][а-яё]+)?,? ?(?:ул|пр|пер|бул|пл|дом|д\.|д |корп|\d{1,3}(?!\d))/;

/** «Александра Матросова ул., дом 9»: in a street's name the first name comes first. */
const isStreet = (text: string, name: string, end: number): boolean =>
  PLACE.test(name) ||
  (STREET.test(text.slice(end, end + 20)) && isFirstName(name.slice(0, name.indexOf(' '))));

/** The writer's own matter, or a search for somebody: the name is given by whose it is. */
const OWN_MATTER =
  /(?:^|[^а-яё])(?:прошу|просим|прошение|заявлени|обращаюсь|обращаемся|запишите|мой адрес|моя фамилия|меня зовут|(?:телефон|номер|тел) мой|мой (?:телефон|тел|номер|муж|сын|дед|отец|папа|брат)|моя (?:жена|мама|мать|дочь|бабушка|сестра)|мо(?:его|ему|ей) (?:дед|бабушк|отц|мам|матер)|проживаю|отдам|готов [а-я]+ть|продам|продаю|куплю|пристрою|сдам|подобрал|найден|нашел|нашла [а-я]|нашли [а-я]|пропал|потеря|разыск|розыск|ушел из|ушла из|помогите|волонт|звонить (?:вечером|после|днем)|перезвон)/;
/** An office, a feast, a mourning or thanks: the name is known to all. */
const OPEN_MATTER =
  /(?:^|[^а-яё])(?:благодар(?!ите лично)|спасибо|поклон|поздравля|юбил|с днем|ветеран|погиб|геро[йяю]|памят|захорон|земля пухом|царств|соболезн|прощани|похорон|при[е]м[аеу ]|каби?н|каб\.|администраци|график|округ|лауреат|участни[кц]|образован|библиотек|выставк|концерт|тренер|команд|режисс|горяч|диспетч|доверен|принимает на|каб \d|паспортный стол|золотые руки|ветеринар)/;

/** The dead are named to be remembered, whatever is told of them. */
const MOURNING = /погибш|книг[аеу] памяти|обелиск|фронтов|прадед|без вести/;

/** Things that are private, each with what tells it in a text of lower case without ё, and its weight. */
const PRIVATE: readonly { tells: RegExp; weight: number }[] = [
  // A house and a flat: «Садовая 3-8», «Лесная 19 кв 6», «кв. 57».
  {
    tells:
      /(?:[а-я]{4,}|\d-[а-я]{1,2}|\d)[ ,]{1,2}(?:дом |д\. ?|д )?\d{1,3}[а-я]? ?(?:[-/,]|корп\.? ?\d)? ?(?:кв\.?|квартира)? ?(?<=кв\.? ?|квартира ?|[-/] ?)\d{1,4}(?![\d:]|[.,]\d)(?! ?(?:руб|час|мин|лет|год|км|шт|ч\.|январ|феврал|март|апрел|ма[яе]|июн|июл|август|сентябр|октябр|ноябр|декабр))|(?:^|[^а-я])(?:кв\.? ?|квартир[аыеу] )\d{1,4}(?!\d)/,
    weight: 2,
  },
  // A house, or a house without a flat: «живут на Кирпичной 31», «Береговая 5».
  {
    tells:
      /(?:жив[её]т|живут|прожива|прописан|прячет|обитает|адрес)[а-я ,:]{0,40} \d{1,3}(?![\d.])|(?:ая|ой|ого|ова|ева|ина|ная) \d{1,3}[а-я]?(?![\d.%])(?=[ ,.;!]|$)(?! ?(?:руб|час|мин|лет|год|км|шт|раз|чел|числ))/,
    weight: 1,
  },
  // A day or a year of birth.
  {
    tells:
      /\d\d?\.\d\d?\.(?:19\d|200)\d|(?:19|20)\d\d ?(?:г\.? ?р|г\. ?рожд|год[а-я]* рожд)|дата рожд|\d\d?\.\d\d?\.\d\d ?(?:г\.? ?р|рожд)/,
    weight: 2,
  },
  // A debt.
  {
    tells:
      /(?:^|[^а-я])(?:долг[а-я]{0,3}|задолж[а-я]+|задолжал[а-я]*)(?:[^\d.!?]{0,30})\d|должни[кц]|не плат[а-я]+ [^.!?]{0,20}(?:алимент|жку|жкх|коммунал|квартплат|свет|газ)|алиментщи/,
    weight: 2,
  },
  // An illness.
  {
    tells:
      /(?:^|[^а-я])(?:вич(?![а-я])|спид(?![а-я])|шизофрен|эпилепс|туберкул|сифилис|гепатит|психдиспанс|психбольн|дурдом|психушк|пнд(?![а-я])|наркодиспанс|диагноз|на учете у|на учете в пс|стоит на учете|кодиров|лечил[а-я]+ от |венерическ|аборт|онкологи|рак[а-я]? (?:груд|желуд|легк|крови)|инвалид [123] гр|справк[а-я] из псих|невменя)/,
    weight: 3,
  },
  // The number of a paper.
  {
    tells:
      /(?:^|[^а-я])(?:снилс|инн|паспорт[а-я]*|полис[а-я]*|серия|военн[а-я]+ билет)[^.!?]{0,25}\d{2}/,
    weight: 3,
  },
  // The number of a car.
  {
    tells:
      /(?:^|[^а-яa-z\d])[авекмнорстухabekmhopctyx] ?\d{3} ?[авекмнорстухabekmhopctyx]{2}(?![а-яa-z])|номер (?:машины|авто|тачки)[^.!?]{0,12}\d{3}/,
    weight: 2,
  },
  // Money that was got.
  {
    tells:
      /(?:доход|зарплат|получает|пенси|субсиди|счет|кредит|матпомощ|мат помощ)[а-я]*[^.!?]{0,25}\d{3}/,
    weight: 1,
  },
  // A child's school, the people at home, the place of work.
  {
    tells:
      /(?:дочк|дочь|дочер|сын|реб[её]н|дет[ие]|внук|внучк|девочк|мальчик|школьни)[^.!?]{0,40}(?:\d{1,2} ?[«"]?[а-д](?![а-я])|\d[- ]?(?:й|ю|ой) ?школ|школ[а-я]* ?№? ?\d|сад[а-я]* ?№? ?\d|класс)|из \d{1,2} ?[а-д](?![а-я])|(?:муж|жена|жинка|мать|отец|сын|дочь|дочка) [^.!?]{0,20}(?:работает|учится|сидел|лишен)/,
    weight: 1,
  },
  // The inner door.
  {
    tells:
      /код (?:двери|домофона|подъезда|от|\d)|подъезд[а-я]* код|домофон[а-я]* ?\d|(?:второй|третий|первый|четвертый|\d) подъезд|калитк|гаражн[а-я]+ \d/,
    weight: 1,
  },
];
/** A mobile telephone tells something only of a person who is hunted, or beside something else. */
const PHONES = /(?:\+?7|8)[ (-]{0,2}9\d\d[) -]{0,2}\d{3}[ -]?\d\d[ -]?\d\d/g;
const PHONE_WEIGHT = 2;
/** Words that set people on a person, or accuse. */
const SET_ON =
  /прячет|сбежал|на фото|на видео|пусть (?:все |ей |ему |им )?(?:знают|увидят|видят|почита|читают|почувству|стыдно|ответит|провер|объясн)|позор|вот (?:вам |и )?(?:он|она|они|кто|его|ее|их|этот|эта|телефон|адрес|паспорт|страница|номер|мобильн)|слив|слили|скрин|список|списки|ведомост|базы|должник[иа]?|должница|приходите|заходите|сходите|поговорите|разберитесь|звоните|накидайте|пишите (?:ему|ей|им|все)|проверьте|осторожн|знакомьтесь|любуйтесь|чекайте|навестите|встречайте|нашла кто|пробил[аи]?|обхамил|нахамил|хам[каи]|кляузни|стукач|начеку|держись|поздравим|благодарите лично|застать|виновни|мошенни|обворова|воровк|отказник|зайц|сидел за|задайте|выкладыва|котор(?:ый|ая|ые|ого|ую) [а-я ]{0,25}(?:л|ла|ли|лся|лась)(?![а-я])|сиди[тш]|эт(?:а|от) (?:врач|училк|учительниц|чиновник|начальник|медсестр|тварь)|перебежчик|отраву|дерется|подкараул|шумите|пусть радуется|спросите у не|эт(?:о|от) он (?:сбил|с[а-я]+л)|собственной персоной|имейте в ?виду|пользуйтесь|незаконно|держите|едьте|езжайте|адрес (?:участков|врач|учител|депутат|начальник|судь|следовател|инспектор|директор|завуч|председател|глав)|спокойно не жив/;

/** Weights from which something is told, and told for certain. */
const TOLD = 2;
const SURE = 4;

/** Two words with a capital stand side by side, from this one on. */
function mayBeName({ count, flags }: Scan, token: number): boolean {
  const name = TokenFlag.capital | TokenFlag.russian;
  return (
    token + 1 < count && ((flags[token] as number) & (flags[token + 1] as number) & name) === name
  );
}

/**
 * People named in full beside what is private: an address with a flat, a birthday, a debt, an illness, a
 * paper or a car by its number. Linear in the text: names and all round them are of limited length.
 */
export function personsTold(scan: Scan): PersonTold[] {
  const found: PersonTold[] = [];
  const text = scan.text.length > TEXT_LIMIT ? scan.text.slice(0, TEXT_LIMIT) : scan.text;
  let names = 0;
  let behind = 0;
  for (let token = 0; token < scan.count && names < NAMES_LIMIT; token++) {
    const start = scan.start[token] as number;
    if (start < behind || !mayBeName(scan, token)) continue;
    NAME.lastIndex = start;
    const match = NAME.exec(text);
    if (match === null) continue;
    names++;
    const name = match[0];
    const end = start + name.length;
    const full = match[1] !== undefined;
    // The second word may begin a name itself: «Боец Лыткин Роман».
    if (!full && !name.split(' ').some(isFirstName)) continue;
    behind = end;
    if (NAMESAKE.test(text.slice(Math.max(0, start - 20), start))) continue;
    if (!full && isStreet(text, name, end)) continue;
    const strength = privacyAround(text, start, end, full);
    if (strength !== undefined) found.push({ start, end, strength });
  }
  return found;
}

function privacyAround(
  text: string,
  start: number,
  end: number,
  full: boolean,
): Strength | undefined {
  const around = text
    .slice(Math.max(0, start - REACH_BEFORE), end + REACH_AFTER)
    .toLowerCase()
    .replaceAll('ё', 'е');
  // The figures of a telephone are no house with a flat: «Петровна 8-923-…».
  const told = around.replace(PHONES, ' ');
  const phone = told.length < around.length;
  let weight = 0;
  let heaviest = 0;
  for (const one of PRIVATE)
    if (one.tells.test(told)) {
      weight += one.weight;
      heaviest = Math.max(heaviest, one.weight);
    }
  // A telephone alone tells of a person who is hunted: most names stop here.
  if (weight === 0 && !phone) return undefined;
  if (OWN_MATTER.test(around) || MOURNING.test(around)) return undefined;
  const hunted = SET_ON.test(around);
  if ((hunted || weight > 0) && phone) weight += PHONE_WEIGHT;
  if (weight < TOLD || (OPEN_MATTER.test(around) && !(hunted && heaviest >= TOLD)))
    return undefined;
  // Only of a person who is hunted is a house or a child alone enough.
  if (!hunted && (heaviest < TOLD || weight <= TOLD))
    return full && weight > TOLD ? 'probable' : undefined;
  return weight + (hunted ? 1 : 0) + (full ? 1 : 0) >= SURE ? 'certain' : 'probable';
}
