import { isAdjective } from '../language/morphology/adjectives';
import { type Case, type Gender, readWord } from '../language/morphology/endings';
import { caseOfNoun, isPlural } from '../language/morphology/slots';
import type { Token } from '../language/words';
import { isInfinitive, type Match } from './matcher';
import { GOVERNMENT } from './prepositions';

// What stands around a match in its sentence, as far as endings tell: who acts, which verb has which subject,
// where the clause ends.

/** Where a remark stands: the sentence's tokens `[first, last)` of `text`. */
export interface Place {
  text: string;
  tokens: readonly Token[];
  first: number;
  last: number;
}

/** Past tenses and short participles that agree with a subject of this gender. */
export const AGREES: Record<Gender, RegExp> = {
  m: /(?:л|лся|ен|ан|ян|ыт)$/u,
  f: /(?:ла|лась|на|та)$/u,
  n: /(?:ло|лось|но|то)$/u,
  p: /(?:ли|лись|ны|ты)$/u,
};
/** The same, and the present tense, when the number changes too. */
export const AGREES_IN_NUMBER: Record<Gender, RegExp> = {
  m: /(?:л|лся|ен|ан|ян|[еи]т|[еи]тся)$/u,
  f: /(?:ла|лась|на|та|[еи]т|[еи]тся)$/u,
  n: /(?:ло|лось|но|то|[еи]т|[еи]тся)$/u,
  p: /(?:ли|лись|ны|ты|[ауюя]т|[ауюя]тся)$/u,
};

/** Those who do things in official texts, in the instrumental. */
export const ACTORS =
  /^(?:администраци|управлени|комитет|отдел|департамент|министерств|специалист|сотрудник|подрядчик|компани|организаци|служб|бригад|предприяти|обществ|инспекци|прокуратур|полици|депутат|глав|работник|представител|комисси|агентств|учреждени|правительств|собственник|владельц)(?:ом|ем|ей|ой|ами|ями)$/u;

/** Papers, of which people say that they provide, forbid and set. */
export const PAPERS =
  /^(?:закон|законопроект|документ|программ|подпрограмм|постановлени|приказ|указ|договор|положени|регламент|стать|пункт|кодекс|правил|законодательств)(?:ом|ем|ой|ей|ами|ями)$/u;

/**
 * Whether the clause names who acts by an instrumental without a preposition («ремонт проводится
 * администрацией»): a subjectless verb beside it would be wrong.
 */
export function hasActor(match: Match, { tokens, first, last }: Place): boolean {
  const clauseEnd = (index: number) => {
    const token = tokens[index];
    return (
      token?.kind === 'mark' && token.plain !== '«' && token.plain !== '»' && token.plain !== '"'
    );
  };
  // «Администрацией района, ООО «Дом» выдано предписание»: whoever acts may stand before a comma.
  for (let index = first; index < match.first; index += 1) {
    const { kind, plain } = tokens[index] ?? {};
    const before = index > first ? tokens[index - 1] : undefined;
    if (kind === 'word' && ACTORS.test(plain ?? '') && !GOVERNMENT.has(before?.plain ?? ''))
      return true;
  }
  let from = match.first;
  while (from > first && !clauseEnd(from - 1)) from -= 1;
  let to = match.last;
  while (to < last && !clauseEnd(to)) to += 1;
  let governed = false;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (index >= match.first && index < match.last) {
      governed = false;
      continue;
    }
    if (token?.kind !== 'word') continue;
    if (GOVERNMENT.has(token.plain)) {
      governed = true;
      continue;
    }
    // «При этом законом предусмотрено»: the preposition has its word.
    if (governed && /^(?:этом|том|чем|нем|ней|них)$/u.test(token.plain)) {
      governed = readWord(tokens[index + 1]?.plain ?? '', 'loct')?.kind === 'noun';
      continue;
    }
    const reading = readWord(token.plain, 'ablt');
    if (reading === null) continue;
    if (!governed && reading.kind === 'noun' && /(?:м|ми|й|ю)$/u.test(token.plain)) return true;
    if (reading.kind === 'noun') governed = false;
  }
  return false;
}

/** A verb or short participle by its ending, past «не», «также» and the like. */
const PREDICATE =
  /^(?:был[аои]?|будет|будут|находится|является|имеет)$|(?:[еи]тся|[уюая]тся|[аяеиы]л(?:ся|[аои]сь)|[аея]н[аоы]|[аяеиы]л[аои])$/u;
const BETWEEN = new Set(
  'не также уже ещё еще потом затем в впоследствии последствии далее'.split(' '),
);

/**
 * «Знак установлен и обслуживается…», «система установлена, но была украдена»: the subject that would
 * become an object is the subject of the next verb too.
 */
export function sharesSubject(match: Match, { tokens, first, last }: Place): boolean {
  const isShared = (at: number) => {
    let index = at;
    while (index < last && BETWEEN.has(tokens[index]?.plain ?? '')) index += 1;
    const verb = tokens[index];
    if (verb?.kind !== 'word' || verb.plain.length < 4 || !PREDICATE.test(verb.plain)) return false;
    if (/^(?:име[ею]т|находи|являе|являю)/u.test(verb.plain)) return true;
    if (readWord(verb.plain, 'nomn')?.kind === 'noun') return false;
    // «…, устранена течь»: a subject of its own.
    const next = tokens[index + 1];
    return !(
      next?.kind === 'word' &&
      (readWord(next.plain, 'nomn')?.kind === 'noun' || isAdjective(next.plain, 'nomn'))
    );
  };
  for (let index = match.last; index < last; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'mark' && /^[.;:!?]$/u.test(token.plain)) break;
    if (token && JOINTS.has(token.plain) && isShared(index + 1)) return true;
  }
  const before = match.first > first ? tokens[match.first - 1] : undefined;
  return before !== undefined && before.plain === 'и' && match.first - 2 >= first
    ? PREDICATE.test(tokens[match.first - 2]?.plain ?? '')
    : false;
}
/** What joins parts of a sentence that are alike. */
export const JOINTS = new Set([',', 'и', 'или', 'а', 'но', 'однако']);

/** Whether an instrumental without a preposition follows the match before the phrase ends. */
export function hasActorBehind(match: Match, { tokens, last }: Place): boolean {
  for (let index = match.last; index < last; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word' || GOVERNMENT.has(token.plain)) return false;
    // «летом», «вечером» say when.
    if (/^(?:летом|утром|вечером|днем|целом|затем|потом)$/u.test(token.plain)) return false;
    if (!/(?:ым|им|ом|ем|ыми|ими|ами|ями)$/u.test(token.plain)) {
      if (readWord(token.plain, 'gent') === null) return false;
      continue;
    }
    if (readWord(token.plain, 'ablt') !== null || isAdjective(token.plain, 'ablt')) return true;
    return false;
  }
  return false;
}

/** «реализация администрацией… программ», with the wrong case or the right one: the body acts, it is not done. */
export const namesBody = (match: Match, { tokens }: Place) =>
  /^(?:администраци|министерств|комитет|правительств|департамент)/u.test(
    tokens[match.first + 1]?.plain ?? '',
  );

/** Nothing but the end of the sentence follows, no comma on the way. */
export function endsClause(match: Match, { tokens, last }: Place): boolean {
  for (let index = match.last; index < last; index += 1) {
    if (/^[,;:—–]$/u.test(tokens[index]?.plain ?? '')) return false;
  }
  return true;
}

/** A dash says «is» only right after what it is said of. */
export const isSubjectEnd = (token: Token | undefined) =>
  token !== undefined &&
  (token.kind === 'number' ||
    /^[»")]$/u.test(token.plain) ||
    (token.kind === 'word' &&
      !/^(?:и|или|а|но|также|тоже|уже|еще|не|ли|бы|что|если|котор[а-я]+)$/u.test(token.plain)));

/** What a word does as a verb, by its ending; null for no verb or an unclear one. */
function verbForm(
  token: Token | undefined,
): 'order' | 'person' | 'singular' | 'plural' | Gender | null {
  if (token?.kind !== 'word' || token.plain.length < 3) return null;
  const word = token.plain.replace(/(?:ся|сь)$/u, '');
  if (isInfinitive(token.plain)) return 'order';
  const noun =
    readWord(token.plain, 'nomn')?.kind === 'noun' ||
    readWord(token.plain, 'accs')?.kind === 'noun';
  if (noun) return null;
  if (/(?:[аеиоуыя]йте|ите|ьте)$/u.test(word)) return 'order';
  if (/(?:аем|яем|уем|юем|еем|ете|ишь|ешь|им|ем)$/u.test(word) && word.length > 4) return 'person';
  if (/[аяеиыуо]ли$/u.test(word)) return 'p';
  if (/[аяеиыуо]ла$/u.test(word)) return 'f';
  if (/[аяеиыуо]ло$/u.test(word)) return 'n';
  if (/[аяеиыуо]л$/u.test(word)) return 'm';
  // «уполномочены», «построено»: short participles agree as past tenses do.
  if (/[аея]ны$/u.test(word)) return 'p';
  if (/[аея]но$/u.test(word)) return 'n';
  if (/[ауюя]т$/u.test(word)) return 'plural';
  if (/[еи]т$/u.test(word)) return 'singular';
  return null;
}

/** Words behind a noun among which its verb is looked for. */
const FARTHEST_PREDICATE = 12;
/**
 * «Чинят дорогу» or «дорога ведёт»: of the nominative and the accusative that look alike, the one that
 * the verb nearest in the clause allows. Both stay where it allows both.
 */
export function asSubjectOrObject(
  slots: readonly number[],
  sourceGender: Gender,
  match: Match,
  { tokens, first, last }: Place,
): readonly number[] {
  const cases = new Set(slots.map(caseOfNoun));
  if (!cases.has('nomn') || !cases.has('accs')) return slots;
  const plural = slots.some((slot) => isPlural(slot) && caseOfNoun(slot) === 'accs');
  const gender: Gender = plural ? 'p' : sourceGender;
  const keep = (wanted: Case) =>
    slots.filter(
      (slot) =>
        caseOfNoun(slot) === wanted || (caseOfNoun(slot) !== 'nomn' && caseOfNoun(slot) !== 'accs'),
    );
  // «рост и наличие требуют»: one of several subjects, the verb is plural whatever this one is.
  const isOneOfMany = /^(?:и|или|также)$/u.test(tokens[match.first - 1]?.plain ?? '');
  const bounded = (index: number) => tokens[index]?.kind === 'mark' && tokens[index]?.plain !== '«';
  const judge = (index: number): 'nomn' | 'accs' | 'both' | null => {
    const form = verbForm(tokens[index]);
    if (form === null) return null;
    if (form === 'order' || form === 'person') return 'accs';
    if (isOneOfMany && index > match.first && (form === 'plural' || form === 'p')) return 'both';
    const agrees =
      form === 'singular' ? gender !== 'p' : form === 'plural' ? gender === 'p' : form === gender;
    if (!agrees) return 'accs';
    if (/(?:ся|сь)$/u.test(tokens[index]?.plain ?? '')) return 'nomn';
    return index > match.first ? 'nomn' : 'both';
  };
  for (let index = match.first - 1; index >= first && !bounded(index); index -= 1) {
    const verdict = judge(index);
    if (verdict === 'both') return slots;
    if (verdict) return keep(verdict);
  }
  for (let index = match.last; index < last && !bounded(index); index += 1) {
    // So far behind it is another clause's verb, with its full stop forgotten.
    if (index > match.last + FARTHEST_PREDICATE) return slots;
    const verdict = judge(index);
    if (verdict === 'both') return slots;
    if (verdict) return keep(verdict);
  }
  // A heading, a list: nothing governs it.
  return match.first === first ? keep('nomn') : slots;
}

/** What a sentence or a name may begin behind. */
export const isOpening = (token: Token | undefined) =>
  token !== undefined &&
  (token.kind === 'break' ||
    /^[.!?…«]$/u.test(token.plain) ||
    token.plain === '"' ||
    token.plain === ':' ||
    token.plain === '—' ||
    token.plain === '–' ||
    token.plain === '(' ||
    token.kind === 'other' ||
    token.kind === 'number');
