import { gendersOf, isAdjective } from '../language/morphology/adjectives';
import { CASES, type Case, GENDERS, type Gender, readWord } from '../language/morphology/endings';
import { caseOfNoun, isPlural, SHORT_ADJECTIVE, VERB } from '../language/morphology/slots';
import { asSubjectOrObject, type Place } from './clause';
import type { Lexeme } from './compiled';
import type { Lexicon } from './lexicon';
import type { Match } from './matcher';
import { GOVERNMENT } from './prepositions';

const adjectiveOf = (slot: number): { gender: Gender; case: Case } | null =>
  slot < SHORT_ADJECTIVE
    ? { gender: GENDERS[Math.floor(slot / 6)] ?? 'm', case: CASES[slot % 6] ?? 'nomn' }
    : null;

/** A noun by what its ending tells, or by an ending of the plural that no verb has. */
const looksLikeNoun = (word: string) =>
  CASES.some((name) => readWord(word, name)?.kind === 'noun') ||
  (word.length > 5 && /(?:[бвгджзклмнпрстфхцчшщ](?:ам|ами|ах)|[ия](?:ям|ями|ях))$/u.test(word));

/** Words that describe a noun and are no adjectives by their endings. */
export const isPronoun = (word: string) =>
  /^(?:эт(?:а|у|от?|их?|ой|ом|ого|ому|ими?)|т[аоу]|т(?:ем|ех|ого|ому|ой|ом|еми)|вс[еюя]|вс(?:ем|ех|его|ему|ей|еми)|(?:наш|ваш|мо|тво|сво|одн)[а-я]{1,3})$/u.test(
    word,
  );

const isFiniteSlot = (slot: number) => genderOfVerb(slot) !== null;

/** With what a verb form agrees: a gender, the plural, any singular; null for no agreement. */
function genderOfVerb(slot: number): Gender | 's' | null {
  if (slot >= VERB.past && slot < VERB.present) return GENDERS[slot - VERB.past] ?? null;
  if (slot >= VERB.shortPassive && slot < VERB.participles)
    return GENDERS[slot - VERB.shortPassive] ?? null;
  if (slot === VERB.present + 2) return 's';
  return slot === VERB.present + 5 ? 'p' : null;
}

/** «проводите»: an order at the start of the sentence, a statement after «вы». */
function narrowVerb(slots: readonly number[], at: number, place: Place): readonly number[] {
  const present = slots.filter((slot) => slot >= VERB.present && slot < VERB.imperative);
  const orders = slots.filter((slot) => slot === VERB.imperative || slot === VERB.imperative + 1);
  if (present.length > 0 && orders.length > 0) {
    for (let index = place.first; index < at; index += 1) {
      if (place.tokens[index]?.plain === 'вы') return present;
    }
    return at === place.first ? orders : present;
  }
  return slots;
}

/** What the words that a pattern has found are in their sentence: which forms of which words. */
export class Readings {
  constructor(private readonly lexicon: Lexicon) {}

  /** «этап проверки документов будет начат»: the noun beside the verb must be its subject. */
  subjectAgrees(match: Match): boolean {
    const verb = match.bounds.findIndex(
      (bound, step) => this.kindOf(match, step)?.kind === 'verb' && bound.slots.some(isFiniteSlot),
    );
    if (verb === -1) return true;
    const forms = new Set<string>();
    match.bounds.forEach((bound, step) => {
      const source = this.kindOf(match, step);
      if (bound.phrase?.case === 'nomn') {
        for (const { gender } of bound.phrase.groups) forms.add(gender);
      } else if (source?.kind === 'noun') {
        for (const slot of bound.slots) {
          if (caseOfNoun(slot) === 'nomn') forms.add(isPlural(slot) ? 'p' : source.gender);
        }
      }
    });
    if (forms.size === 0) return true;
    return (match.bounds[verb]?.slots ?? []).some((slot) => {
      const gender = genderOfVerb(slot);
      if (gender === null) return true;
      return [...forms].some((form) => (gender === 's' ? form !== 'p' : gender === form));
    });
  }

  /** The lexeme by which a step of the pattern is known; undefined for one of words alone or without a word. */
  kindOf(match: Match, step: number): Lexeme | undefined {
    const symbol = match.way.steps[step];
    const lexeme = typeof symbol === 'number' ? this.lexicon.lexemeOf(symbol) : -1;
    return lexeme === -1 ? undefined : this.lexicon.lexeme(lexeme);
  }

  /** Places in the paradigm that the found word can have here, by agreement and preposition. */
  slotsAt(match: Match, step: number, place: Place): readonly number[] {
    const bound = match.bounds[step];
    const source = this.kindOf(match, step);
    if (!bound || !source) return [];
    if (source.kind === 'noun') return this.narrowNoun(match, step, place);
    const { slots } = bound;
    return source.kind === 'verb' && slots.length > 1
      ? narrowVerb(slots, bound.first, place)
      : slots;
  }

  /** By the adjectives before the noun, then by what governs it, then by what it is to the verb. */
  private narrowNoun(match: Match, step: number, place: Place): readonly number[] {
    const bound = match.bounds[step];
    const noun = this.kindOf(match, step);
    if (!bound || !noun) return [];
    const inPattern = this.agreeingInPattern(bound.slots, noun, match, step);
    const agreeing = agreeingInText(inPattern.slots, noun, inPattern.first, place);
    const { first } = agreeing;
    let { slots } = agreeing;
    const keep = (test: (slot: number) => boolean) => {
      const kept = slots.filter(test);
      if (kept.length > 0) slots = kept;
    };
    const before = first > place.first ? place.tokens[first - 1] : undefined;
    const allowed = before?.kind === 'word' ? GOVERNMENT.get(before.plain) : undefined;
    if (allowed) keep((slot) => allowed.includes(caseOfNoun(slot)));
    else keep((slot) => caseOfNoun(slot) !== 'loct');
    // Nouns of action are hardly ever met in the plural; «помещения», «подразделения» are things.
    const category = this.lexicon.rules[match.way.rule]?.category;
    const acts =
      (noun.stem.endsWith('ни') && category !== 'people_things' && category !== 'abbrev') ||
      (noun.stem.endsWith('ци') && category === 'nominalisation');
    if (acts && slots.some((slot) => !isPlural(slot))) keep((slot) => !isPlural(slot));
    if (allowed) return slots;
    slots = asSubjectOrObject(slots, noun.gender as Gender, match, place);
    // After another noun the genitive is by far the likeliest; a dative there would be a rare one.
    if (before?.kind === 'word' && !isPronoun(before.plain) && looksLikeNoun(before.plain)) {
      keep((slot) => caseOfNoun(slot) === 'gent');
    }
    return slots;
  }

  /** Slots that agree with the pattern's own adjectives right before the noun, and where these begin. */
  private agreeingInPattern(
    given: readonly number[],
    { gender, animate }: Lexeme,
    match: Match,
    step: number,
  ): Narrowed {
    let slots = given;
    let first = match.bounds[step]?.first ?? 0;
    for (let before = step - 1; before >= 0; before -= 1) {
      const bound = match.bounds[before];
      if (this.kindOf(match, before)?.kind !== 'adjective' || bound?.last !== first) break;
      first = bound.first;
      const forms = bound.slots.map(adjectiveOf).filter((form) => form !== null);
      // None left: the form that agrees was not meant by the rule.
      slots = slots.filter((slot) => {
        const wanted = isPlural(slot) ? 'p' : gender;
        const its = caseOfNoun(slot);
        // The accusative of the living is written as the genitive.
        return (
          forms.some((form) => form.gender === wanted && form.case === its) ||
          (its === 'accs' && animate && forms.some((form) => form.case === 'gent'))
        );
      });
    }
    return { slots, first };
  }
}

/** Slots that are left, and the token at which the words that agree begin. */
interface Narrowed {
  slots: readonly number[];
  first: number;
}

/** Slots that agree with the adjectives that the text has before the token `from`. */
function agreeingInText(
  given: readonly number[],
  { gender, animate }: Lexeme,
  from: number,
  place: Place,
): Narrowed {
  let slots = given;
  let first = from;
  while (first > place.first) {
    const token = place.tokens[first - 1];
    if (token?.kind !== 'word') break;
    const agreeing = slots.filter((slot) => {
      const wanted = caseOfNoun(slot);
      const describes = isAdjective(token.plain, wanted) || token.plain.length < 6;
      return (
        describes &&
        gendersOf(token.plain, wanted, animate).includes(isPlural(slot) ? 'p' : (gender as Gender))
      );
    });
    if (agreeing.length === 0 || GOVERNMENT.has(token.plain)) break;
    slots = agreeing;
    first -= 1;
  }
  return { slots, first };
}
