import { isDigit } from '../language/distorted';
import { FIRST_DIGIT } from '../language/letters';
import { type Scan, TokenFlag } from '../language/scan';
import type { Finding, Strength } from './contract';

/** Longest run of digit groups that can be one number. */
const GROUPS_LIMIT = 8;
const DIGITS_LIMIT = 24;

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

/** Words that hand over somebody else's number. */
const OTHERS =
  /(?:^|[^а-яё])(?:вот (?:его|её|ее|их|телефон|номер|сотовый)|(?:его|её|ее|их) (?:личный )?(?:телефон|номер|сотовый|мобильный)|(?:телефон|номер) (?:этой|этого|этих))/;

/** Text right before a place, lower case, at most `length` characters. */
const before = (text: string, at: number, length: number) =>
  text.slice(Math.max(0, at - length), at).toLowerCase();

/** Lines of offices, not of persons. */
const OFFICE_LINE =
  /горяч|диспетч|приемн|приёмн|справочн|дежурн|довери|аварийн|администрац|полици|мчс|едд|регистратур|касс|офис|огрн|кпп|р\/с|счет|счёт|бик|отдел|цент|ук |тсж|жкх|служб|единый|контакт/;

/**
 * Numbers that are somebody's personal data: bank card (Luhn), SNILS and INN (checksums), passport
 * beside the word, mobile phone. Offsets are UTF-16.
 */
export function personalData(scan: Scan): Finding[] {
  const found: Finding[] = [];
  const { text, count, first, symbols, start, end, flags } = scan;
  for (let token = 0; token < count; token++) {
    if (((flags[token] as number) & TokenFlag.digit) === 0) continue;
    if (!isDigits(scan, token)) continue;
    const digits: number[] = [];
    let last = token;
    for (let group = token; group < count && group - token < GROUPS_LIMIT; group++) {
      if (!isDigits(scan, group)) break;
      if (group > token) {
        const gap = text.slice(end[group - 1], start[group]);
        if (!/^[ \-–()\u00a0.+]{1,3}$/.test(gap)) break;
      }
      for (let at = first[group] as number; at < (first[group + 1] as number); at++)
        digits.push((symbols[at] as number) - FIRST_DIGIT);
      last = group;
      if (digits.length > DIGITS_LIMIT) break;
    }
    const from = start[token] as number;
    const to = end[last] as number;
    const one = judgeNumber(digits, text, from, to);
    if (one !== undefined) found.push(one);
    token = last;
  }
  return found;
}

function isDigits(scan: Scan, token: number): boolean {
  const from = scan.first[token] as number;
  const to = scan.first[token + 1] as number;
  for (let at = from; at < to; at++) if (!isDigit(scan.symbols[at] as number)) return false;
  return to > from;
}

function judgeNumber(
  digits: readonly number[],
  text: string,
  from: number,
  to: number,
): Finding | undefined {
  const context = before(text, from, 60);
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
      const strength = OTHERS.test(context) ? 'certain' : 'probable';
      return finding('phone', strength, 'Номер мобильного телефона.', whole, to);
    }
  }
  if (digits.length === 12 && /инн/.test(context) && isPersonalInn(digits))
    return finding('inn', 'certain', 'ИНН человека.', from, to);
  if (digits.length === 10 && /паспорт|серия/.test(context))
    return finding('passport', 'certain', 'Серия и номер паспорта.', from, to);
  return undefined;
}
