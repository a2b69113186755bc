import type { Action } from '../registry/schema';
import { AMBIGUOUS_NAMES, FIRST_NAMES } from './first-names';

/**
 * What a file for others says of people. The author of a violation stays: the file is about what he
 * wrote. Everybody else is a third person and is masked:
 * - who is named, addressed or linked in a text or a note, with telephones, mail and long numbers;
 * - the author where there was no violation: what was kept, came back or was withdrawn.
 *
 * A mask is as long as what it hides and leaves the first letter, so that the places of findings stay
 * and a reader sees that somebody was named. It is made by form alone and errs to both sides: whoever
 * must be sure reads the file before giving it away.
 */
const MASK = '•';

/** Kinds that say that the author did nothing wrong. */
const INNOCENT: ReadonlySet<Action['kind']> = new Set(['keep', 'restore', 'unban']);

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/gu;
const hidden = (text: string) => text.replace(LETTER_OR_DIGIT, MASK);
/** The first letter stays, where it is one of a name and not of a number. */
const initial = (word: string) =>
  word.replace(/[\p{L}\p{N}]/gu, (sign, place: number) =>
    place === 0 || /[\s.-]/.test(word[place - 1] ?? '') ? sign : MASK,
  );

/** Mail, links to people and groups, mentions: in the order in which they are tried. */
const ADDRESSES =
  /[\w.+-]+@[\w-]+\.[\w.-]+|(?:https?:\/\/)?(?:[\w-]+\.)*(?:vk\.(?:com|ru)|ok\.ru|t\.me|x\.com|twitter\.com|instagram\.com|facebook\.com|wa\.me)\/[^\s,;)»\]]+|\[(?:id|club)\d+\|[^\]]*\]|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]+/gu;
/** Seven digits and more with what stands between the groups of a number: telephones, cards, papers. */
const NUMBERS = /\+?\d(?:[\s().–-]{0,3}\d){6,}/gu;

const CAPITALISED = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\.(?:\s?\p{Lu}\.)?/gu;
const INITIALS = /^\p{Lu}\./u;
const PATRONYMIC =
  /(?:[оеё]вич|ильич|кузьмич|лукич|фомич|никитич|саввич)(?:а|у|ем|ом|е)?$|(?:[оеё]вн|ичн|иничн)(?:а|ы|е|у|ой|ою)$/u;
const SURNAME =
  /(?:[оеё]в|[иы]н|ск|цк)(?:а|у|ым|ом|е|ой|ую|ий|ого|ому|им|ая|ый)?$|(?:енко|чук|юк|ян|дзе|швили|ых|их)$/u;
/** Endings of a name's cases, put back to the form in which names are listed. */
const FORMS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:ою|ею|ой|ей|ом|ем|ём)$/u, ['', 'а', 'я', 'й', 'ь']],
  [/[аяуюеыи]$/u, ['', 'а', 'я', 'й', 'ь']],
];

const plain = (word: string) => word.toLowerCase().replaceAll('ё', 'е');

function isIn(names: ReadonlySet<string>, word: string): boolean {
  const name = plain(word);
  if (names.has(name)) return true;
  return FORMS.some(([ending, forms]) => {
    const stem = name.replace(ending, '');
    return stem !== name && stem.length > 1 && forms.some((form) => names.has(stem + form));
  });
}

interface Word {
  text: string;
  start: number;
  end: number;
}

/** Places of the words that name a person, by the company they keep. */
function namesIn(text: string): Word[] {
  const words = Array.from(text.matchAll(CAPITALISED), (match): Word => {
    const [found] = match;
    return { text: found, start: match.index, end: match.index + found.length };
  });
  const joined = (left: Word | undefined, right: Word | undefined) =>
    left !== undefined &&
    right !== undefined &&
    /^[ \u00a0]?$/.test(text.slice(left.end, right.start));
  const isSurname = (word: Word) => SURNAME.test(plain(word.text));
  const taken = new Set<Word>();
  for (const [place, word] of words.entries()) {
    const before = words[place - 1];
    const after = words[place + 1];
    const hasBefore = joined(before, word);
    const hasAfter = joined(word, after);
    const isPatronymic = PATRONYMIC.test(plain(word.text));
    const isName = isIn(FIRST_NAMES, word.text);
    const isMaybe = isIn(AMBIGUOUS_NAMES, word.text);
    const addressed = /^\s*,/.test(text.slice(word.end));
    const besidePerson =
      hasAfter && after && (isSurname(after) || PATRONYMIC.test(plain(after.text)));
    if (INITIALS.test(word.text)) {
      // A surname on either side: «Сидоров И. П.», «И. П. Сидоров».
      const company = [hasBefore && before, hasAfter && after].filter(
        (one): one is Word => one !== false && one !== undefined && isSurname(one),
      );
      if (company.length > 0) taken.add(word);
      for (const one of company) taken.add(one);
    } else if (isPatronymic || isName || (isMaybe && (besidePerson || addressed))) {
      taken.add(word);
      if (hasBefore && before && (isSurname(before) || isPatronymic)) taken.add(before);
      if (hasAfter && after && !INITIALS.test(after.text)) taken.add(after);
    }
  }
  return words.filter((word) => taken.has(word));
}

/** A text without third persons, of the same length (UTF-16). */
export function maskText(text: string): string {
  let masked = text.replace(ADDRESSES, hidden).replace(NUMBERS, hidden);
  for (const { text: word, start, end } of namesIn(masked))
    masked = masked.slice(0, start) + initial(word) + masked.slice(end);
  return masked;
}

/**
 * An action as it may be shown to others; one that an `undo` took back (`withdrawn`) names no offender.
 */
export function maskAction<One extends Action>(
  action: One,
  { withdrawn }: { withdrawn: boolean },
): One {
  const offender = !INNOCENT.has(action.kind) && !withdrawn;
  return {
    ...action,
    text: hideFound(maskText(action.text), action),
    note: maskText(action.note),
    ...(!offender && {
      author: initial(action.author),
      authorUrl: '',
      permalink: '',
      commentId: '',
    }),
  };
}

/** What the check itself found to be somebody's data goes whole, whatever its form. */
function hideFound(text: string, { findings }: Action): string {
  let result = text;
  for (const { criterion, start, end } of findings)
    if (criterion === 'personal-data')
      result = result.slice(0, start) + hidden(result.slice(start, end)) + result.slice(end);
  return result;
}
