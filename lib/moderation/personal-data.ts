import { isDigit } from '../language/distorted';
import { FIRST_DIGIT } from '../language/letters';
import { type Scan, TokenFlag } from '../language/scan';
import type { Finding, Strength } from './contract';
import { personsTold } from './persons';

/** Longest run of digit groups that can be one number. */
const GROUPS_LIMIT = 8;
const DIGITS_LIMIT = 24;
const PHONE_DIGITS = 11;
/** Figures of a passport: no number that is looked for has fewer. */
const SHORTEST_NUMBER = 10;
/** Findings kept of one comment; more say nothing new. */
const NUMBERS_LIMIT = 50;
/** An address stands in a comment, not in a novel: the rest of a long text is not searched for one. */
const ADDRESS_TEXT = 4000;

/**
 * The rule of a number that is the writer's own: no reason to remove a comment, but a way to reach the
 * writer, which tells a mailing.
 */
const OWN_PHONE = 'own-phone';
export const isOwnPhone = ({ rule }: Finding) => rule === `personal-data/${OWN_PHONE}`;

/** The findings that speak for removal. */
export const withoutOwnPhones = (findings: readonly Finding[]): readonly Finding[] =>
  findings.some(isOwnPhone) ? findings.filter((one) => !isOwnPhone(one)) : findings;

const finding = (
  rule: string,
  strength: Strength,
  why: string,
  start: number,
  end: number,
): Finding => ({
  criterion: 'personal-data',
  strength,
  rule: `personal-data/${rule}`,
  start,
  end,
  why,
});

/** Luhn's checksum, ISO/IEC 7812-1 annex B. */
export function passesLuhn(digits: readonly number[]): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    let digit = digits[digits.length - 1 - index] as number;
    if (index % 2 === 1) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
  }
  return sum % 10 === 0;
}

/** Checksum of a SNILS: order of the Pension Fund, 9 digits and a control number. */
export function isSnils(digits: readonly number[]): boolean {
  if (digits.length !== 11) return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += (digits[index] as number) * (9 - index);
  const control = sum % 101 === 100 ? 0 : sum % 101;
  return control === (digits[9] as number) * 10 + (digits[10] as number) && sum > 0;
}

const INN_11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Checksums of a person's INN: order of the Federal Tax Service, 12 digits. */
export function isPersonalInn(digits: readonly number[]): boolean {
  if (digits.length !== 12) return false;
  const control = (weights: readonly number[]) =>
    (weights.reduce((sum, weight, index) => sum + weight * (digits[index] as number), 0) % 11) % 10;
  return control(INN_11) === digits[10] && control(INN_12) === digits[11];
}

/** Words that hand over a number: anybody's, or somebody else's. */
const HERE = /(?:^|[^а-яё])вот (?:телефон|номер|сотовый)/;
const OTHERS =
  /(?:^|[^а-яё])(?:вот (?:его|её|ее|их)|(?:его|её|ее|их) (?:личный )?(?:телефон|номер|сотовый|мобильный)|держите (?:её|ее|его|их)(?![а-яё])|(?:телефон|номер|сотовый|мобильный) (?:этой|этого|этих|его|её|ее|их)(?![а-яё])|(?:телефон|номер|сотовый|тел)\.? (?:мамаш|папаш|той самой|обманщи|мошенни|живод|бывш(?:его|ей)))/;

/** A number called somebody's own, or handed over with a wish that it be used against them. */
const PRIVATE =
  /личн(?:ый|ого|ая) (?:телефон|номер|сотовый|мобильн)|сотов(?:ый|ого)|домашний телефон/;
const CALL_THEM =
  /звоните (?:ему|ей|им|этой|этому|ночью|в любое|круглые)|(?:ему|ей|им) (?:звоните|позвоните|пишите)|пишите (?:ему|ей|им)(?![а-яё])|пусть (?:не спит|все знают|объяснит)|достава(?:йте|ть)|передавайте привет|трезвон|названива|скажите (?:ему|ей|им)|накидайте|пусть (?:читают|ему|ей|им)|любуйтесь|пока не сменил|звоните (?:все|по )|распростран|едьте|задайте|сходите|разберитесь|начеку|пусть ответит|высказ|сутками|(?:два|три|час|2|3) ночи/;

/** The writer's own number, given to be called back. */
const OWN_NUMBER =
  /(?:(?:^|[^а-яё])(?:мой|моя|мои) (?:личный |домашний )?(?:телефон|тел|номер|сотовый|мобильный|контакт|данные)|(?:телефон|тел|номер|сотовый) (?:мой|для (?:обратной )?связи)|со мной)[^,;.!?]{0,30}$/;
/** A line that nobody answers is an office's. */
const UNANSWERED = /не (?:отвеча|бер|дозвон)|никто не|занят|молчание|тишина|недоступ/;
const CALL_ME =
  /перезвон|должн[аы]? (?:был|была|были) (?:по)?звонить|правильный номер|записан[оа]? с ошибкой|позвоните,? пожалуйста|если кому н|писать мне|звонить (?:вечером|после|днём|днем)|после \d\d? час|(?:^|[^а-яё])мой $|(?:звоните|позвоните|пишите|наберите) мне(?![а-яё])|(?:жду|буду ждать) (?:звонка|ответа)/;

/** Something was lost or found, is given away or sold by a neighbour: the number is the writer's. */
const LOST =
  /(?:^|[^а-яё])(?:отда(?:м|ю)(?![а-яё])|даром|продам|продаю|куплю|ищу|пристрою|подобрал|кто(?:-нибудь)? видел|пропал|потерял|(?:потерян|утерян)[аоы]? (?:телефон|ключ|паспорт|кошел|карт|документ|сумк|слухов)|наш[её]л|нашла|найден|ушёл|ушел|ушла|выш(?:ел|ла) из дома|разыскива|сбежал[аи]? (?:собак|кот|кош|пёс|пес)|отзовитесь|отозваться|очевидц|свидетел)/i;

/** Words for a bank card right before a number. */
const CARD = /(?:^|[^а-яё])карт(?:а|ы|у|е|ой|очк)/;

/** A card is handed over, of somebody else or for a collection. */
const HANDED =
  /эт(?:ой|ого)|держите|обманщи|мошенни|(?:^| )(?:её|ее|его) |скиньте|скидыва|перевод|переведите|сбор|лечение|помощь/;

/** Somebody else's dwelling: the verb, a street with or without the word, a house and a flat. */
const DWELLING =
  /(?:^|[^а-яё])(?:живёт|живет|живут|проживает|проживают|прописан|прописана|прописаны|обитает) (?:по |на |в |у нас |она |он |адресу:? ?|ул\.? ?|улице |пр\.? ?|проспекте |пер\.? ?|переулке |бульваре ){0,4}[а-яё][а-яё-]{2,30}(?: [а-яё-]{3,30})?,? ?(?:дом |д\. ?)?\d{1,3}[а-я]?(?:(?: ?[-,/] ?| )(?:кв\.? ?|квартира )?\d{1,4})?/gi;
/** The writer's own people: their address is no one else's. */
const OWN =
  /(?:^|[^а-яё])(?:я|мы|мама|мать|бабушка|бабуля|дедушка|дед|папа|отец|мой|моя|мои|моей|наш|наша|наши|сестра|брат|тётя|тетя|ветеран|инвалид|пенсионерка|котик|кот|кошка|собака|семья|люди|дети|старики)(?=[^а-яё])/i;
/** What makes an address a call: go there, let all know. */
const GO_THERE =
  /заходите|приходите|приезжайте|поехали|навестите|наведайтесь|передавайте|встречайте|ищите|пусть все знают|пусть знают|вопросами|поговорим|разберитесь с ним|номер машины|паспорт/i;
/** Two names in a row, or a surname with initials; or an office. */
const NAMED =
  /[А-ЯЁ][а-яё]{2,} [А-ЯЁ](?:[а-яё]{2,}|\. ?[А-ЯЁ]\.)|(?:^|[^а-яё])(?:депутат|чиновни|начальни|директор|председател|судья|врач|участков|хозяин|владелец|водитель|мэр|глава|главвр|управляющ|он|она)/;
/** How far before the verb the person may be named. */
const NAMED_REACH = 80;

/** Who serves people by telephone, or what a number is left for: whoever reads it is meant to call. */
const SERVES =
  /перевозк|при[её]м заявок|заявки принима|сантехник|электрик|слесар|аварийк|эвакуатор|трактор|такси(?![а-яё])|приют|ветеринар|ветклиник|няня|сиделк|экскурси|субботник|собираем|старост|организатор|куратор|мастер|плотник|печник|репетитор|тренер|секци|кружо?к|запис(?:ь|аться|и по)|администратор|помощник|диспетчер|участков(?:ого|ый|ому)|волонт[её]р|старш(?:ая|ей|его|ий) по (?:дому|подъезду)|попутчик|(?:два|три|одно|есть) мест[оа]|кто едет|подвез|сда(?:м|ю|ётся|ется)(?![а-яё])|сниму|вознагражд|нашли (?:телефон|ключ|кошел|сумк|собак|кот|карту|паспорт|документ)|хозя(?:ин|ева),|свидетел|водител[юя] .{0,40}(?:вещи|сумк|телефон|забы)|давал[аи]? (?:сам|на встреч)|(?:она|он) сам[а]? дава/;

/** Who is accused is not recommended. */
const ACCUSES = /обманщи|мошенни|живод|воровк|хам(?:к|ло|ит|[ ,.!:])|эт(?:ой|ого|их|от|а|у|и) /;

/** Text right before a place, lower case, at most `length` characters. */
const before = (text: string, at: number, length: number) =>
  text.slice(Math.max(0, at - length), at).toLowerCase();

/** Lines of offices, not of persons. */
const OFFICE_LINE =
  /ваш (?:whatsapp|ватсап|вотсап|вайбер|viber)|горяч|диспетч|приемн|приёмн|справочн|дежурн|довери|аварийн|администрац|полици|мчс|едд|регистратур|касс|офис|огрн|кпп|р\/с|счет|счёт|бик|отдел|колл-?цент|центр (?:зан|соц|обсл|помощ|подд)|ук |тсж|жкх|служб|единый|контакт|связи/;

/**
 * Numbers that are somebody's personal data: bank card (Luhn), SNILS and INN (checksums), passport
 * beside the word, mobile phone. Offsets are UTF-16.
 */
export function personalData(scan: Scan): Finding[] {
  const found: Finding[] = [];
  const { text, count, first, symbols, start, end, flags } = scan;
  let numbers = 0;
  for (let token = 0; token < count; token++) {
    if (((flags[token] as number) & TokenFlag.digit) === 0) continue;
    numbers++;
    if (!isDigits(scan, token)) continue;
    // A lone short figure is no such number, whatever it stands beside.
    if (isLone(scan, token)) continue;
    const digits: number[] = [];
    let last = token;
    for (let group = token; group < count && group - token < GROUPS_LIMIT; group++) {
      if (!isDigits(scan, group)) break;
      if (group > token) {
        if (!joins(text, end[group - 1] as number, start[group] as number)) break;
      }
      for (let at = first[group] as number; at < (first[group + 1] as number); at++)
        digits.push((symbols[at] as number) - FIRST_DIGIT);
      last = group;
      if (digits.length > DIGITS_LIMIT) break;
    }
    const from = start[token] as number;
    const to = end[last] as number;
    if (found.length >= NUMBERS_LIMIT) break;
    const one = judgeNumber(digits, text, from, to);
    if (one !== undefined) found.push(one);
    // «24/7 8 913 …»: a stray figure before a number is no part of it.
    const stray = (first[token + 1] as number) - (first[token] as number) <= 2;
    if (one === undefined && stray && digits.length > PHONE_DIGITS) continue;
    token = last;
  }
  const paper = numbers > 1 ? PASSPORT.exec(text.slice(0, ADDRESS_TEXT)) : null;
  if (paper !== null && PASSPORT_WORD.test(text))
    found.push(
      finding(
        'passport',
        'certain',
        'Серия и номер паспорта.',
        paper.index,
        paper.index + paper[0].length,
      ),
    );
  const named = numbers > 0 ? NAMED_NUMBER.exec(text.slice(0, ADDRESS_TEXT)) : null;
  if (named !== null && found.length === 0 && !MINE.test(text))
    found.push(
      finding(
        'paper',
        'probable',
        'Номер документа человека.',
        named.index,
        named.index + named[0].length,
      ),
    );
  if (numbers > 0 && DWELLS.test(text)) {
    homesIn(text, found);
    const verb = text.search(DWELLING_STEM);
    if (verb >= 0) addressesIn(text, verb, found);
  }
  // Where a number has told enough, whose it is need not be found.
  if (numbers > 0 && !found.some(({ strength }) => strength === 'certain'))
    for (const { start: from, end: to, strength } of personsTold(scan))
      found.push(
        finding('person', strength, 'Человек назван вместе с личными сведениями.', from, to),
      );
  return found;
}

/** The series and the number of a passport with a word between. */
const PASSPORT = /(?<!\d)\d\d ?\d\d,? ?(?:№|номер|ном\.?|н\.) ?\d{6}(?!\d)/;
const PASSPORT_WORD = /паспорт|серия|выдан/i;

/** A number by what it is called, whether its checksum holds or not. */
const NAMED_NUMBER =
  /СНИЛС[^.!?\d]{0,20}\d{3}[- ]\d{3}[- ]\d{3}[- ]\d\d|[Зз]агранпаспорт[^.!?\d]{0,40}\d\d ?№? ?\d{7}(?!\d)/;
/** Whoever tells his own number, or an office's form, hands over nobody's. */
const MINE =
  /(?:^|[^а-яё])(?:(?:мо(?:й|я|и|его|ей|ему|им)|мне|меня|маме|мамы)(?![а-яё])|реквизит|для перечисл|образ(?:ец|ц)|пример|прошу|просим|заявлени|подал)/i;

/** An address that is called somebody's: «домашний адрес», «адрес её». */
const HOME =
  /(?:^|[^а-яё])(?:(?:[Дд]омашн[а-яё]+|[Дд]ом\.) ?адрес|[Аа]дрес (?:его|её|ее|их|этого|этой|дачи)|(?:[Ее]го|[Ее]ё|[Ее]е|[Ии]х) (?:домашний )?адрес|(?:[Ее]го|[Ее]ё|[Ее]е) дом|дом:|прожива[а-яё]+:|прописан[аы]?:|жив[её]т:)[^!?\n\d]{0,40}\d{1,3}[а-я]?(?: ?[-/,] ?\d{1,4}| ?,? ?кв\.? ?\d{1,4})?/g;

/** Without one of these there is no verb of `DWELLING`. */
const DWELLING_STEM = /[Жж]ив[её]|[Жж]ивут|ожива|рописан|битает/;
/** Without one of these there is neither a `DWELLING` nor a `HOME`: looking for them is cheap. */
const DWELLS = /дрес|[еёо] дом|дом:|ив[её]|ивут|ожива|рописан|битает/;
/** A verb of `DWELLING`, and the sign before it, begin at most so far before its stem. */
const STEM_REACH = 4;

/** Addresses that are called somebody's. */
function homesIn(text: string, found: Finding[]): void {
  const searched = text.slice(0, ADDRESS_TEXT);
  for (const match of searched.matchAll(HOME)) {
    const from = match.index;
    const around = text.slice(Math.max(0, from - NAMED_REACH * 2), from + NAMED_REACH * 2);
    if (OFFICE_ADDRESS.test(around)) continue;
    const strength =
      GO_THERE.test(around) || /дом(?:ашн|\.)/i.test(match[0]) ? 'certain' : 'probable';
    const start = from + (/^[а-яё]/i.test(match[0]) ? 0 : 1);
    found.push(finding('dwelling', strength, 'Адрес человека.', start, from + match[0].length));
    if (found.length >= NUMBERS_LIMIT) return;
  }
}
/** The address of an office or of the writer is nobody's secret. */
const OFFICE_ADDRESS =
  /мо(?:й|его|ему|я|ей)(?![а-яё])|прошу|просим|поликлиник|организац|компани|больниц|администрац|учреждени|магазин|офис|почт|дом культуры|управляющ|тсж|жкс|площадк|контейнер|подъезд не|двор[аеу]?(?![а-яё])|здани/i;

/**
 * Addresses of other people, with a call to go there or without.
 * @param verb where the first stem of a verb stands
 */
function addressesIn(text: string, verb: number, found: Finding[]): void {
  const searched = text.slice(0, ADDRESS_TEXT);
  DWELLING.lastIndex = Math.max(0, verb - STEM_REACH);
  for (let match = DWELLING.exec(searched); match; match = DWELLING.exec(searched)) {
    const from = match.index;
    const told = text.slice(Math.max(0, from - NAMED_REACH), from + 1);
    if (OWN.test(` ${told} `) || !NAMED.test(told)) continue;
    const around = text.slice(Math.max(0, from - NAMED_REACH * 2), from + NAMED_REACH * 2);
    const strength = GO_THERE.test(around) ? 'certain' : 'probable';
    const start = from + (/^[а-яё]/i.test(match[0]) ? 0 : 1);
    found.push(finding('dwelling', strength, 'Адрес человека.', start, from + match[0].length));
    if (found.length >= NUMBERS_LIMIT) return;
  }
  found.sort((a, b) => a.start - b.start);
}

/** Widest gap inside a number. */
const GAP_LIMIT = 3;
const JOINTS = ' -–()\u00a0.+';

/** Figures too few for any number of a person, with no other figures right after. */
function isLone({ text, count, first, flags, start, end }: Scan, token: number): boolean {
  if ((first[token + 1] as number) - (first[token] as number) >= SHORTEST_NUMBER) return false;
  const next = token + 1;
  return (
    next >= count ||
    ((flags[next] as number) & TokenFlag.digit) === 0 ||
    !joins(text, end[token] as number, start[next] as number)
  );
}

/** True when nothing but signs of a number stands between two groups of figures. */
function joins(text: string, from: number, to: number): boolean {
  if (to === from || to - from > GAP_LIMIT) return false;
  for (let at = from; at < to; at++) if (!JOINTS.includes(text.charAt(at))) return false;
  return true;
}

function isDigits(scan: Scan, token: number): boolean {
  const from = scan.first[token] as number;
  const to = scan.first[token + 1] as number;
  for (let at = from; at < to; at++) if (!isDigit(scan.symbols[at] as number)) return false;
  return to > from;
}

/** Figures of a passport, a telephone or SNILS, an INN, a card. */
const LENGTHS: ReadonlySet<number> = new Set([10, 11, 12, 16]);

function judgeNumber(
  digits: readonly number[],
  text: string,
  from: number,
  to: number,
): Finding | undefined {
  if (!LENGTHS.has(digits.length)) return undefined;
  const context = before(text, from, 60);
  if (digits.length === 16 && !passesLuhn(digits) && CARD.test(context) && HANDED.test(context))
    return finding('card', 'probable', 'Похоже на номер банковской карты.', from, to);
  if (digits.length === 16 && '23456'.includes(String(digits[0])) && passesLuhn(digits))
    return finding('card', 'certain', 'Номер банковской карты.', from, to);
  if (digits.length === 11) {
    const written = text.slice(from, to);
    const snils = /^\d{3}-\d{3}-\d{3}[ -]\d{2}$/.test(written) || /снилс/.test(context);
    if (snils && isSnils(digits)) return finding('snils', 'certain', 'СНИЛС человека.', from, to);
    const zeros = digits.filter((digit) => digit === 0).length;
    // 8 900 000-00-00 is a placeholder.
    if (zeros >= 8) return undefined;
    if ((digits[0] === 7 || digits[0] === 8) && digits[1] === 9 && !OFFICE_LINE.test(context)) {
      const whole = text[from - 1] === '+' ? from - 1 : from;
      // «Вот телефон Ивановой», «её номер»: somebody else's on purpose.
      const after = text.slice(to, to + 60).toLowerCase();
      const own =
        OWN_NUMBER.test(context) ||
        CALL_ME.test(after) ||
        CALL_ME.test(context) ||
        UNANSWERED.test(after);
      const hunted = CALL_THEM.test(after) || (PRIVATE.test(context) && !own);
      const theirs = OTHERS.test(context);
      const serves =
        !hunted && !ACCUSES.test(context) && (SERVES.test(context) || SERVES.test(after));
      if (
        (own || serves || LOST.test(text.slice(0, ADDRESS_TEXT))) &&
        !theirs &&
        !hunted &&
        (serves || !HERE.test(context))
      )
        return finding(OWN_PHONE, 'probable', 'Свой номер телефона.', whole, to);
      const given = hunted || theirs || HERE.test(context);
      const strength = given && !serves ? 'certain' : 'probable';
      return finding('phone', strength, 'Номер мобильного телефона.', whole, to);
    }
  }
  if (digits.length === 12 && /инн/.test(context) && isPersonalInn(digits))
    return finding('inn', 'certain', 'ИНН человека.', from, to);
  if (digits.length === 10 && /паспорт|серия/.test(context))
    return finding('passport', 'certain', 'Серия и номер паспорта.', from, to);
  return undefined;
}
