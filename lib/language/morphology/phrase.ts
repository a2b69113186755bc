import type { Token } from '../words';
import { gendersOf, isAdjective, moveAdjective } from './adjectives';
import { CASES, type Case, type Gender, readWord } from './endings';

/** A noun with the adjectives before it. Indices are into the tokens that were read. */
interface Group {
  adjectives: number[];
  /** Null for a group that stays as it is (a number with its noun, a shortening). */
  noun: { index: number; forms: string[] } | null;
  gender: Gender;
  animate: boolean;
}

/** A noun phrase as read from the tokens: one noun or several joined by «и», «или», a comma. */
export interface Phrase {
  case: Case;
  first: number;
  /** Exclusive. */
  last: number;
  groups: Group[];
}

const JOINTS = new Set(['и', 'или', ',', 'либо']);
/** Kinds of places: the name after them stands in the same case («в городе Томске»). */
const PLACES = new Set(
  'город городе городом городу города села селе селом селу поселка поселке поселком деревни деревне станции станице станицы хутора аула имени'.split(
    ' ',
  ),
);
/** Small words that look like forms of rare nouns. */
const NEVER_NOUNS = new Set(
  'анти меж само был была было были будет будут быть есть нет при под для или уже еще также тоже мы вы он она оно они это то все нам вам им их нас вас после перед чего дано пока где как что кто раз там тут'.split(
    ' ',
  ),
);
const MAX_ADJECTIVES = 4;
/** How far a second noun of the same case is looked for behind the first one's own dependents. */
const LOOKAHEAD = 9;

/** «МКД», «ГИБДД»: written with capitals only and no noun that somebody shouts. */
const isShortening = (token: Token, text: string, from: Case) => {
  const word = text.slice(token.start, token.end);
  if (word.length < 2 || word !== word.toUpperCase() || word === word.toLowerCase()) return false;
  return word.length < 5 || (word.length < 8 && readWord(token.plain, from)?.kind !== 'noun');
};

/** Verbs that no noun looks like: there the noun phrase has ended. */
const FINITE =
  /^(?:был[аои]?|будет|будут|может|могут|долж[её]?н[аоы]?)$|^.{2,}(?:[еи]тся|[ауюя]тся|[аяеиыуо]л(?:ся|[аои]сь)|[уая]ет|[уая]ют)$|^(?:выполн|провед|произвед|включ|устран|заверш|запланиров|предусмотр|утвержд|размещ|установл|направл|организов)[а-я]{0,3}н[аоы]?$/u;

/** Numbers after which a noun keeps the genitive plural when the whole becomes nominative or accusative. */
const keepsGenitive = (number: string) => {
  const digits = number.replace(/\D/gu, '');
  const two = Number(digits.slice(-2));
  return !/[.,:]/u.test(number) && (two % 10 === 0 || two % 10 > 4 || (two > 10 && two < 15));
};

function readGroup(
  text: string,
  tokens: readonly Token[],
  first: number,
  from: Case,
): Group | null {
  const adjectives: number[] = [];
  for (let index = first; index < tokens.length; index += 1) {
    const token = tokens[index];
    // «стабильного и быстрого роста», «старых, новых домов»: the noun is still to come.
    if (adjectives.length > 0 && (token?.plain === 'и' || token?.plain === ',')) {
      const next = tokens[index + 1];
      if (next?.kind !== 'word' || !isAdjective(next.plain, from)) return null;
      continue;
    }
    if (token?.kind !== 'word' || NEVER_NOUNS.has(token.plain)) return null;
    if (isShortening(token, text, from)) {
      // «МКД», «ЖКХ» do not decline; an adjective before them would need a gender.
      if (adjectives.length > 0) return null;
      return {
        adjectives,
        noun: { index, forms: CASES.map(() => token.plain) },
        gender: 'm',
        animate: false,
      };
    }
    const reading = readWord(token.plain, from);
    // «снижение», «условие» only look like «синие»: what they are, the tables tell.
    const isNoun = reading?.kind === 'noun' && reading.gender === 'n' && token.plain.endsWith('ие');
    const pronoun = !isNoun && gendersOf(token.plain, from, false).length > 0;
    // «старых труб», «рабочих дней»: what could be a noun is an adjective when its noun follows.
    const following = tokens[index + 1];
    const leads =
      pronoun &&
      following?.kind === 'word' &&
      (readWord(following.plain, from)?.kind === 'noun' || isAdjective(following.plain, from));
    if (reading?.kind === 'noun' && !leads && !(pronoun && token.plain.length < 5)) {
      if (token.capital && reading.animate) return null;
      // «кв. 51», «ул. Мира»: shortened words do not decline.
      if (token.plain.length < 3) return null;
      // «самым старым»: an adjective that stands for a noun has a gender that is not seen.
      if (pronoun && reading.gender === 'n') return null;
      const forms = reading.endings.map(
        // `?`: the accusative depends on whether the thing is alive, and that is not known.
        (ending) =>
          ending === '?' ? '' : token.plain.slice(0, token.plain.length - reading.cut) + ending,
      );
      const agree = adjectives.every((adjective) => {
        const word = tokens[adjective]?.plain ?? '';
        return gendersOf(word, from, reading.animate).includes(reading.gender);
      });
      if (!agree) return null;
      return {
        adjectives,
        noun: { index, forms },
        gender: reading.gender,
        animate: reading.animate,
      };
    }
    if (reading?.kind !== 'adjective' && !pronoun) return null;
    if (adjectives.length === MAX_ADJECTIVES) return null;
    adjectives.push(index);
  }
  return null;
}

const lastOf = (group: Group, first: number) => (group.noun ? group.noun.index + 1 : first);

/** A participle of this case after a comma belongs to the noun and would have to move with it. */
const isParticiple = (token: Token | undefined, from: Case) =>
  token?.kind === 'word' &&
  /(?:щ|вш|нн|м|т)(?:ий|ый|ая|яя|ое|ее|ие|ые|его|ого|ему|ому|им|ым|ем|ом|ую|юю|ей|ой|их|ых|ими|ыми)(?:ся)?$/u.test(
    token.plain,
  ) &&
  token.plain.length > 6 &&
  gendersOf(token.plain, from, false).length > 0;

/**
 * Reads the noun phrase that begins at token `first` and stands in the case `from`. Null whenever it
 * is not clear what belongs to it: then the caller must not offer a change.
 */
export function readPhrase(
  text: string,
  tokens: readonly Token[],
  first: number,
  from: Case,
): Phrase | null {
  const groups: Group[] = [];
  let at = first;
  for (;;) {
    const group = readGroup(text, tokens, at, from);
    if (!group) return null;
    groups.push(group);
    at = lastOf(group, at);
    const joint = tokens[at];
    const next = tokens[at + 1];
    if (joint && JOINTS.has(joint.plain) && next?.kind === 'word') {
      const second = readGroup(text, tokens, at + 1, from);
      // A second subject may as well begin the next clause: «вызвали мастера, кран починили».
      if (second && (from === 'nomn' || from === 'accs')) return null;
      // «при нехватке денег, работы стоят»: a comma joins only where a list goes on to its «и».
      if (second && joint.plain === ',' && !JOINTS.has(tokens[lastOf(second, at)]?.plain ?? ''))
        return null;
      if (second) {
        at += 1;
        continue;
      }
      // «ремонт дорог и уборка»: another clause or another case; safe only when it is no genitive.
      if (from === 'gent' && joint.plain !== ',' && readWord(next.plain, 'gent')) return null;
    }
    break;
  }
  const head = groups.at(-1);
  const after = tokens[at];
  const noun = head?.noun ? tokens[head.noun.index] : undefined;
  // «гражданско - патриотическое»: the word is only half of one.
  if (after?.plain === '-') return null;
  // «уборке (подметанию)»: what explains the noun stands in its case.
  const explained = after?.plain === '(' ? tokens[at + 1] : undefined;
  if (explained?.kind === 'word' && readWord(explained.plain, from)) return null;
  if (
    after?.kind === 'word' &&
    after.capital &&
    // «исполнители Программы» are no name.
    readWord(after.plain, 'gent')?.kind !== 'noun' &&
    (head?.animate || (noun && PLACES.has(noun.plain)))
  ) {
    return null;
  }
  // Another noun of the same case behind the dependents of the first: it would have to move too.
  const end = Math.min(at + LOOKAHEAD, tokens.length);
  for (let index = at; index < end; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'break' || (token && FINITE.test(token.plain))) break;
    if (token?.plain === ',' && isParticiple(tokens[index + 1], from)) {
      // «с планом работ, утверждённым в мае»: it can belong to the plan alone and moves along.
      const only = groups.length === 1 && from !== 'gent' ? groups[0] : undefined;
      const own = gendersOf(tokens[index + 1]?.plain ?? '', from, only?.animate ?? false);
      if (!only?.noun || !own.includes(only.gender)) return null;
      // «окраске станции, расположенной»: a genitive in between may be what it describes.
      const others = index > at && gendersOf(tokens[index + 1]?.plain ?? '', 'gent', false);
      if (others && others.length > 0) return null;
      // «приобретёнными и обустроенными»: both would have to move.
      const joint = tokens[index + 2];
      if (joint && JOINTS.has(joint.plain) && isAdjective(tokens[index + 3]?.plain ?? '', from))
        return null;
      only.adjectives.push(index + 1);
      at = index + 2;
      index += 1;
      continue;
    }
    if (token?.kind === 'mark' && token.plain !== ',' && token.plain !== '«') break;
    const joint =
      token?.plain === 'и' ||
      token?.plain === 'или' ||
      token?.plain === ',' ||
      token?.plain === 'также';
    const next = tokens[index + 1];
    if (!joint || index === at || next?.kind !== 'word') continue;
    if (readGroup(text, tokens, index + 1, from)) return null;
  }
  return { case: from, first, last: at, groups };
}

/** The whole genitive phrase «5 домов», «20 семей»: nominative and accusative look the same. */
export function readCounted(tokens: readonly Token[], first: number): Phrase | null {
  const number = tokens[first];
  if (number?.kind !== 'number' || !keepsGenitive(number.plain)) return null;
  return { case: 'gent', first, last: first + 1, groups: [] };
}

const withCapital = (form: string, like: Token, text: string) => {
  const word = text.slice(like.start, like.end);
  if (word === word.toUpperCase() && word.length > 1) return form.toUpperCase();
  return like.capital ? form.charAt(0).toUpperCase() + form.slice(1) : form;
};

/** The phrase in another case, capitals and everything between its words kept; null when not sure. */
export function movePhrase(
  text: string,
  tokens: readonly Token[],
  phrase: Phrase,
  to: Case,
): string | null {
  const stays = to === 'nomn' || to === 'accs' || to === phrase.case;
  if (phrase.groups.length === 0 && !stays) return null;
  const changes = new Map<number, string>();
  for (const group of phrase.groups) {
    const target = CASES.indexOf(to);
    if (group.noun) {
      const form = group.noun.forms[target];
      if (!form) return null;
      changes.set(group.noun.index, form);
    }
    for (const index of group.adjectives) {
      const agreement = { gender: group.gender, animate: group.animate };
      const moved = moveAdjective(
        tokens[index]?.plain ?? '',
        { case: phrase.case, ...agreement },
        { case: to, ...agreement },
      );
      if (moved === null) return null;
      changes.set(index, moved);
    }
  }
  let result = '';
  for (let index = phrase.first; index < phrase.last; index += 1) {
    const token = tokens[index];
    if (!token) return null;
    const before = tokens[index - 1];
    if (index > phrase.first && before) result += text.slice(before.end, token.start);
    const change = changes.get(index);
    result +=
      change === undefined || change === token.plain
        ? text.slice(token.start, token.end)
        : withCapital(change, token, text);
  }
  return result;
}
