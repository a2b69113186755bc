import { isAdjective } from '../language/morphology/adjectives';
import { CASES, GENDERS, type Gender } from '../language/morphology/endings';
import { movePhrase, type Phrase } from '../language/morphology/phrase';
import {
  adjectiveSlot,
  caseOfNoun,
  isPlural,
  SHORT_ADJECTIVE,
  VERB,
} from '../language/morphology/slots';
import type { Token } from '../language/words';
import type { NewHead, NounForm } from './agreement';
import { lowerFirst } from './capitals';
import { ACTORS, AGREES, PAPERS, type Place } from './clause';
import type {
  ActorsVerbPart,
  AdjectivePart,
  FoundPart,
  HiddenVerbPart,
  LexemePart,
  Part,
} from './compiled';
import type { Lexicon } from './lexicon';
import type { Bound, Match } from './matcher';
import type { Readings } from './readings';

/** Qualities that become adverbs when the noun that they describe turns into a verb. */
const ADVERBS = new Map<string, string>(
  (
    'постоянн:о строг:о тщательн:о регулярн:о активн:о ежедневн:о систематическ:и своевременн:о ' +
    'оперативн:о полн:остью непрерывн:о круглосуточн:о дополнительн:о ежегодн:о ежемесячн:о ' +
    'еженедельн:о бесплатн:о качественн:о подробн:о частичн:о выборочн:о внимательн:о совместн:о ' +
    'самостоятельн:о ежеквартальн:о периодическ:и непосредственн:о эффективн:о немедленн:о срочн:о ' +
    'повторн:о планомерн:о комплексн:о безвозмездн:о комплексн:о безопасн:о правильн:о точн:о быстр:о ' +
    'автоматическ:и ежечасн:о многократн:о'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const SAME_ADVERBS = new Set(
  'также тоже уже еще сейчас теперь ежедневно ежегодно регулярно постоянно активно только'.split(
    ' ',
  ),
);

/** Words that begin a sentence with a capital and are nobody's name. */
const COMMON =
  /(?:[аея]ние|ость|ция|ство)$|^(?:это[тй]?|эта|эти|данн..|указанн..|ваш[аеи]?|вопрос|проблема|адрес|территория|объект|ремонт|дом|заявка|работы?|жалоба|просьба)$/u;

/** Words on either side among which the verb of a subject stands. */
const FARTHEST_VERB = 7;
/** The step whose slot a part asks for; null for a part that asks for none. */
function askedBy(part: Part): number | null {
  if (typeof part !== 'object' || !('step' in part)) return null;
  if ('lexeme' in part || 'action' in part) return part.slot === undefined ? part.step : null;
  return 'caseOf' in part && part.caseOf !== undefined ? part.caseOf : null;
}

/** What a replacement is made of. */
interface Making {
  put: readonly Part[];
  match: Match;
  place: Place;
  /** Steps whose slot parts ask for, and the slots that each may have. */
  steps: readonly number[];
  options: readonly (readonly number[])[];
  /** A slot for each of the steps, chosen once, so that all parts of a step agree. */
  chosen: Map<number, number>;
  /** What the choices so far gave, all of them the same; null before the first. */
  text: string | null;
}

export interface Built {
  text: string;
  /** The noun in it with which the words around have to agree; null where they stay as they are. */
  head: NewHead | null;
}

/** Puts the words of a replacement together from its parts. */
export class Builder {
  constructor(
    private readonly lexicon: Lexicon,
    private readonly readings: Readings,
  ) {}

  /** The words of a replacement; null where they are not certain: each reading must give the same. */
  build(put: readonly Part[], match: Match, place: Place): Built | null {
    const steps: number[] = [];
    const options: (readonly number[])[] = [];
    for (const part of put) {
      const step = askedBy(part);
      if (step === null || steps.includes(step)) continue;
      const slots = this.readings.slotsAt(match, step, place);
      if (slots.length === 0) return null;
      steps.push(step);
      options.push(slots);
    }
    const making: Making = { put, match, place, steps, options, chosen: new Map(), text: null };
    if (!this.isCertain(making, 0)) return null;
    const head = this.newHead(making);
    return head === 'unclear' ? null : { text: making.text ?? '', head };
  }

  /** Whether all choices of slots, from the step at `index` on, give the same words; these are noted. */
  private isCertain(making: Making, index: number): boolean {
    const step = making.steps[index];
    if (step === undefined) {
      const words = this.words(making);
      if (words === null || (making.text !== null && words !== making.text)) return false;
      making.text = words;
      return true;
    }
    for (const slot of making.options[index] ?? []) {
      making.chosen.set(step, slot);
      if (!this.isCertain(making, index + 1)) return false;
    }
    return true;
  }

  private words(making: Making): string | null {
    const { put } = making;
    let result = '';
    for (const [at, part] of put.entries()) {
      const piece = this.piece(part, making);
      if (piece === null) return null;
      // An empty gap leaves one space too many.
      if (piece === '' && result.endsWith(' ') && put[at + 1] !== undefined)
        result = result.slice(0, -1);
      result += piece;
    }
    return result.replace(/ {2,}/gu, ' ').trim();
  }

  /** The first noun that stands for one of another gender or number. */
  private newHead({ put, match, steps, options }: Making): NewHead | 'unclear' | null {
    for (const part of put) {
      if (typeof part !== 'object' || !('lexeme' in part) || !('step' in part)) continue;
      if (part.slot !== undefined) continue;
      const source = this.readings.kindOf(match, part.step);
      const target = this.lexicon.lexeme(part.lexeme);
      if (source?.kind !== 'noun' || target?.kind !== 'noun') continue;
      const slots = options[steps.indexOf(part.step)] ?? [];
      const plurals = slots.map((slot) =>
        isPlural(this.targetSlot(part.lexeme, slot, part.number)),
      );
      const isAlike =
        target.gender === source.gender &&
        target.animate === source.animate &&
        slots.every((slot, at) => plurals[at] === isPlural(slot));
      if (isAlike) continue;
      if (new Set(plurals).size > 1) return 'unclear';
      const from = slots.map(
        (slot): NounForm => ({
          gender: (isPlural(slot) ? 'p' : source.gender) as Gender,
          case: caseOfNoun(slot),
          plural: isPlural(slot),
          animate: source.animate,
        }),
      );
      const to = (plurals[0] ? 'p' : target.gender) as Gender;
      return { from, to, animate: target.animate };
    }
    return null;
  }

  /** The slot of the new noun: the old case, the number that the new noun has. */
  private targetSlot(lexeme: number, slot: number, number: 's' | 'p' | undefined): number {
    const wanted = number === 'p' ? (slot % 6) + 6 : number === 's' ? slot % 6 : slot;
    if (this.lexicon.formOf(lexeme, wanted) !== null) return wanted;
    return wanted >= 6 ? wanted - 6 : wanted + 6;
  }

  private piece(part: Part, making: Making): string | null {
    if (typeof part === 'string') return part;
    if ('action' in part) return this.hiddenVerb(part, making);
    if ('subject' in part) return this.actorsVerb(part, making);
    if ('agrees' in part) return this.adjective(part, making);
    if ('lexeme' in part) return this.formIn(part, making);
    const bound = making.match.bounds[part.step];
    if (!bound) return null;
    if (bound.last === bound.first) return '';
    if ('one' in part) {
      const [group, ...more] = bound.phrase?.groups ?? [];
      return more.length > 0 || group?.gender === 'p' ? part.many : part.one;
    }
    if ('adverb' in part) return adverbsOf(bound, making.place.tokens);
    return this.found(part, bound, making);
  }

  private formIn(part: LexemePart, making: Making): string | null {
    const slot = this.slotOf(part, making);
    return slot === null ? null : this.lexicon.formOf(part.lexeme, slot);
  }

  private hiddenVerb(part: HiddenVerbPart, making: Making): string | null {
    const { match, place } = making;
    const symbol = match.way.steps[part.action];
    const noun = place.tokens[match.bounds[part.action]?.first ?? -1];
    if (typeof symbol !== 'number' || !noun) return null;
    const lexeme = this.lexicon.verbOf(symbol, noun.plain, part.done);
    return lexeme === -1 ? null : this.formIn({ ...part, lexeme }, making);
  }

  private actorsVerb({ lexeme, subject, past }: ActorsVerbPart, making: Making): string | null {
    const { match, place } = making;
    const { groups } = match.bounds[subject]?.phrase ?? { groups: [] };
    const noun = place.tokens[groups[0]?.noun?.index ?? -1];
    const gender = groups.length > 1 ? 'p' : groups[0]?.gender;
    if (!gender || !noun) return null;
    // «закрыт забором», «проведён весной»: only who can act may be the subject.
    const canAct =
      groups[0]?.animate || ACTORS.test(noun.plain) || (!past && PAPERS.test(noun.plain));
    if (!canAct) return null;
    const slot = past
      ? VERB.past + GENDERS.indexOf(gender)
      : VERB.present + (gender === 'p' ? 5 : 2);
    return this.lexicon.formOf(lexeme, slot);
  }

  private adjective({ lexeme, agrees }: AdjectivePart, making: Making): string | null {
    const noun = making.put[agrees];
    if (typeof noun !== 'object' || !('lexeme' in noun) || !('step' in noun)) return null;
    const slot = this.slotOf(noun, making);
    const target = this.lexicon.lexeme(noun.lexeme);
    if (slot === null || !target) return null;
    const wanted = caseOfNoun(slot);
    const gender = (isPlural(slot) ? 'p' : target.gender) as Gender;
    const asGenitive = wanted === 'accs' && target.animate && (gender === 'm' || gender === 'p');
    return this.lexicon.formOf(lexeme, adjectiveSlot(gender, asGenitive ? 'gent' : wanted));
  }

  /** Words of the draft itself. */
  private found(part: FoundPart, bound: Bound, making: Making): string | null {
    const { chosen, match, place, put } = making;
    const { text, tokens } = place;
    const { phrase } = bound;
    const begin = tokens[bound.first];
    const end = tokens[bound.last - 1];
    if (!begin || !end) return null;
    if (phrase && part.caseOf !== undefined) {
      const slot = chosen.get(part.caseOf);
      if (slot === undefined || hasAdjective(match, part.caseOf, slot, tokens)) return null;
      return this.canBeSubject(match, part.caseOf, phrase, slot, tokens)
        ? movePhrase(text, tokens, phrase, caseOfNoun(slot))
        : null;
    }
    const isLed = begin.capital && put[0] !== part;
    if (phrase && part.case !== undefined) {
      const isLowered = isLed && bound.first === place.first;
      // A capital that began the sentence may be a name's own.
      if (isLowered && !COMMON.test(begin.plain)) return null;
      const moved = movePhrase(text, tokens, phrase, CASES[part.case] ?? 'nomn');
      if (moved === null) return null;
      // Genitives between the noun and the verb stay where they were.
      const last = tokens[phrase.last - 1];
      return (isLowered ? lowerFirst(moved) : moved) + (last ? text.slice(last.end, end.end) : '');
    }
    const original = text.slice(begin.start, end.end);
    return isLed && bound.first === match.first && phrase === null
      ? lowerFirst(original)
      : original;
  }

  /** «Проведение работ идёт»: the verb agrees with the noun that goes; the one that stays must be alike. */
  private canBeSubject(
    match: Match,
    step: number,
    phrase: Phrase,
    slot: number,
    tokens: readonly Token[],
  ): boolean {
    if (caseOfNoun(slot) !== 'nomn') return true;
    const [group] = phrase.groups;
    if (phrase.groups.length > 1 || group?.gender === 'p') return false;
    const gender = (this.readings.kindOf(match, step)?.gender ?? 'n') as Gender;
    if (group?.gender === gender) return true;
    for (
      let index = Math.max(0, match.first - FARTHEST_VERB);
      index < match.last + FARTHEST_VERB;
      index += 1
    ) {
      const token = index < match.first || index >= match.last ? tokens[index] : undefined;
      if (token?.kind === 'word' && token.plain.length > 3 && AGREES[gender].test(token.plain))
        return false;
    }
    return true;
  }

  private slotOf(
    { lexeme, step, slot: fixed, number, subjectless }: LexemePart,
    { chosen, match }: Making,
  ): number | null {
    if (fixed !== undefined) return fixed;
    const slot = chosen.get(step);
    if (slot === undefined) return null;
    const target = this.lexicon.lexeme(lexeme);
    const source = this.readings.kindOf(match, step);
    if (target?.kind === 'noun') {
      // «несовершеннолетних» → «детей»: an adjective that stands for a noun.
      const place = source?.kind === 'adjective' ? (slot % 6) + (slot >= 18 ? 6 : 0) : slot;
      return this.targetSlot(lexeme, place, number);
    }
    if (subjectless) return source?.kind === 'verb' ? subjectlessSlot(slot) : null;
    // A short adjective or participle answers to the gender of a past tense and back.
    if (source?.kind === 'verb' && target?.kind === 'adjective') return shortAdjectiveSlot(slot);
    return slot;
  }
}

/** The slot of «делают», «делали», «делать» for any form of the verb; null where there is none. */
function subjectlessSlot(slot: number): number | null {
  if (slot === VERB.infinitive) return VERB.infinitive;
  if (slot >= VERB.past && slot < VERB.present) return VERB.past + 3;
  if (slot >= VERB.present && slot < VERB.imperative) return VERB.present + 5;
  return slot >= VERB.shortPassive && slot < VERB.participles ? VERB.past + 3 : null;
}

/** The slot of a short adjective that agrees as the verb form does; null where that agrees with nothing. */
function shortAdjectiveSlot(slot: number): number | null {
  if (slot >= VERB.past && slot < VERB.present) return SHORT_ADJECTIVE + slot - VERB.past;
  return slot >= VERB.shortPassive && slot < VERB.participles
    ? SHORT_ADJECTIVE + slot - VERB.shortPassive
    : null;
}

/** Adjectives of a gap as adverbs; null where one has none. */
function adverbsOf(bound: Bound, tokens: readonly Token[]): string | null {
  const words: string[] = [];
  for (let index = bound.first; index < bound.last; index += 1) {
    const word = tokens[index]?.plain ?? '';
    if (SAME_ADVERBS.has(word)) {
      words.push(word);
      continue;
    }
    const stem = /^(.+?)(?:ый|ий|ое|ее|ую|ые|ие|ого|ых|их|ая)$/u.exec(word)?.[1];
    const ending = stem === undefined ? undefined : ADVERBS.get(stem);
    if (ending === undefined) return null;
    words.push(stem + ending);
  }
  return words.join(' ');
}

/** «качественное проведение ремонта»: the adjective would be left without its noun. */
function hasAdjective(match: Match, step: number, slot: number, tokens: readonly Token[]): boolean {
  const at = match.bounds[step]?.first ?? 0;
  const before = tokens[at - 1];
  return before?.kind === 'word' && isAdjective(before.plain, caseOfNoun(slot));
}
