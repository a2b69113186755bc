import { gendersOf, isAdjective, moveAdjective } from '../language/morphology/adjectives';
import { CASES, type Case, GENDERS, type Gender, readWord } from '../language/morphology/endings';
import { movePhrase } from '../language/morphology/phrase';
import { adjectiveSlot, caseOfNoun, isPlural, VERB } from '../language/morphology/slots';
import type { Token } from '../language/words';
import type { Part } from './compiled';
import type { Lexicon } from './lexicon';
import { isInfinitive, type Match } from './matcher';

/** A replacement and the tokens that it stands for; wider than the match when words around it must change. */
export interface Offer {
  start: number;
  end: number;
  text: string;
}

/** Where a remark stands: the sentence's tokens `[first, last)` of `text`. */
export interface Place {
  text: string;
  tokens: readonly Token[];
  first: number;
  last: number;
}

/** Cases that a preposition allows; a noun after it can be in no other. */
const GOVERNMENT = new Map<string, readonly Case[]>(
  (
    [
      ['в во на о об обо', ['accs', 'loct']],
      ['при', ['loct']],
      ['по', ['datv', 'accs', 'loct']],
      ['к ко благодаря вопреки согласно', ['datv']],
      [
        'от до из изо у без безо для около после из-за вместо кроме среди против ради вокруг возле ' +
          'мимо внутри вне насчет относительно касательно ввиду вследствие во-время',
        ['gent'],
      ],
      ['с со', ['gent', 'ablt']],
      ['над между перед надо передо', ['ablt']],
      ['под за', ['accs', 'ablt']],
      ['через про сквозь', ['accs']],
    ] as const
  ).flatMap(([words, cases]) => words.split(' ').map((word) => [word, cases] as const)),
);

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

/** A word that begins the main clause: a verb by its ending, a pronoun, a word of need. */
const CLAUSE_STARTS =
  /^(?:мы|вы|я|он|она|они|нам|вам|нужно|надо|можно|нельзя|просим|лучше|сразу|срочно|необходимо|достаточно|стоит|следует|важно|нужен|нужна|нужны|должны|должен|должна)$|(?:ите|йте|тесь|ться|[аяеиы]ть|[еию]м|ем|им|ут|ют|ат|ят|ет|ит|ют|[аяиы]ли|[аяиы]л|ся)$/u;

/** Past tenses and short participles that agree with a subject of this gender. */
const AGREES: Record<Gender, RegExp> = {
  m: /(?:л|лся|ен|ан|ян|ыт)$/u,
  f: /(?:ла|лась|на|та)$/u,
  n: /(?:ло|лось|но|то)$/u,
  p: /(?:ли|лись|ны|ты)$/u,
};
/** The same, and the present tense, when the number changes too. */
const AGREES_IN_NUMBER: Record<Gender, RegExp> = {
  m: /(?:л|лся|ен|ан|ян|[еи]т|[еи]тся)$/u,
  f: /(?:ла|лась|на|та|[еи]т|[еи]тся)$/u,
  n: /(?:ло|лось|но|то|[еи]т|[еи]тся)$/u,
  p: /(?:ли|лись|ны|ты|[ауюя]т|[ауюя]тся)$/u,
};

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** «в» or «во», «о» or «об», «с» or «со», «к» or «ко» before this word. */
function preposition(word: string, next: string): string {
  const plain = next.toLowerCase();
  if (word === 'о' || word === 'об') return /^[аоуэи]/u.test(plain) ? 'об' : 'о';
  if (word === 'в' || word === 'во')
    return /^[вф][бвгджзклмнпрстфхцчшщ]|^мне|^двор(?:[еуы]|ах)?$/u.test(plain) ? 'во' : 'в';
  if (word === 'с' || word === 'со')
    return /^(?:[сзшж][бвгджзклмнпрстфхцчшщ]|щ|мной|вс)/u.test(plain) ? 'со' : 'с';
  if (word === 'к' || word === 'ко') return /^(?:мне|вс)/u.test(plain) ? 'ко' : 'к';
  return word;
}
const BENDING = new Set(['о', 'об', 'в', 'во', 'с', 'со', 'к', 'ко']);

/** Prepositions inside a text take the form that the word after them asks for. */
const smooth = (text: string) =>
  text.replace(
    /(^|\s)(об?|во?|со?|ко?)(?=\s+([а-яё]+))/giu,
    (whole, before: string, word: string, next: string) => {
      const right = preposition(word.toLowerCase(), next);
      if (right === word.toLowerCase()) return whole;
      return before + (word[0] === word[0]?.toLowerCase() ? right : upperFirst(right));
    },
  );

interface NounForm {
  gender: Gender;
  case: Case;
  plural: boolean;
  animate: boolean;
}

/** Words behind a noun among which its verb is looked for. */
const FARTHEST_PREDICATE = 12;
/** Words on either side among which the verb of a subject stands. */
const FARTHEST_VERB = 7;
/** Words behind a phrase among which a noun may still belong to what it hangs on. */
const FARTHEST_TWIN = 14;

/** Of these a capital inside a sentence is given up: it stood on an office or a kind of body. */
const NAMES: ReadonlySet<string> = new Set(['capital', 'abbrev']);

/** Words that begin a sentence with a capital and are nobody's name. */
const COMMON =
  /(?:[аея]ние|ость|ция|ство)$|^(?:это[тй]?|эта|эти|данн..|указанн..|ваш[аеи]?|вопрос|проблема|адрес|территория|объект|ремонт|дом|заявка|работы?|жалоба|просьба)$/u;

/** Verbs that say only that something is done. */
const IS_DONE = /^(?:осуществля|производ|провод|выполня|реализу|реализов)[а-я]*с[яь]$/u;

const adjectiveOf = (slot: number): { gender: Gender; case: Case } | null =>
  slot < 24
    ? { gender: GENDERS[Math.floor(slot / 6)] ?? 'm', case: CASES[slot % 6] ?? 'nomn' }
    : null;

export class Composer {
  constructor(private readonly lexicon: Lexicon) {}

  /** Everything that can be offered for a match; empty when no result is certain. */
  offers(match: Match, place: Place): Offer[] {
    const { way } = match;
    const offers: Offer[] = [];
    const category = this.lexicon.rules[way.rule]?.category;
    const first = place.tokens[match.first];
    const last = place.tokens[match.last - 1];
    const isPassive =
      category === 'passive' || IS_DONE.test(first?.plain ?? '') || IS_DONE.test(last?.plain ?? '');
    if (
      isPassive &&
      (hasActor(match, place) || !this.subjectAgrees(match) || sharesSubject(match, place))
    ) {
      return [];
    }
    // «осуществление полномочий участниками»: whoever acts would be left without his act.
    const dropsHead = way.puts.some((put) =>
      put.some((part) => part === '-' || (typeof part === 'object' && 'caseOf' in part)),
    );
    if (dropsHead && (hasActorBehind(match, place) || namesBody(match, place))) return [];
    for (const put of way.puts) {
      const offer = this.offer(put, match, place);
      if (offer && !offers.some((known) => known.text === offer.text)) offers.push(offer);
    }
    // One remark has one span: the first, best replacement decides it.
    const best = offers[0];
    return offers.filter((offer) => offer.start === best?.start && offer.end === best.end);
  }

  /** «этап проверки документов будет начат»: the noun beside the verb must be its subject. */
  private subjectAgrees(match: Match): boolean {
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

  private kindOf(match: Match, step: number) {
    const symbol = match.way.steps[step];
    const lexeme = typeof symbol === 'number' ? this.lexicon.lexemeOf(symbol) : -1;
    return lexeme === -1 ? undefined : this.lexicon.lexeme(lexeme);
  }

  /** Places in the paradigm that the found word can have here, by agreement and preposition. */
  private slotsAt(match: Match, step: number, place: Place): readonly number[] {
    const bound = match.bounds[step];
    const source = this.kindOf(match, step);
    if (!bound || !source) return [];
    let slots = bound.slots;
    if (source.kind === 'noun') {
      slots = this.narrowNoun(match, step, place);
    } else if (source.kind === 'verb' && slots.length > 1) {
      slots = this.narrowVerb(slots, bound.first, place);
    }
    return slots;
  }

  /** «проводите»: an order at the start of the sentence, a statement after «вы». */
  private narrowVerb(slots: readonly number[], at: number, place: Place): readonly number[] {
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

  private narrowNoun(match: Match, step: number, place: Place): readonly number[] {
    const bound = match.bounds[step];
    const source = this.kindOf(match, step);
    if (!bound || !source) return [];
    let slots = bound.slots;
    const keep = (test: (slot: number) => boolean) => {
      const kept = slots.filter(test);
      if (kept.length > 0) slots = kept;
    };
    // Adjectives of the pattern right before the noun.
    let first = bound.first;
    for (let before = step - 1; before >= 0; before -= 1) {
      const other = this.kindOf(match, before);
      const otherBound = match.bounds[before];
      if (other?.kind !== 'adjective' || otherBound?.last !== first) break;
      first = otherBound.first;
      // None left: the form that agrees was not meant by the rule.
      slots = slots.filter(
        (slot) =>
          otherBound.slots.some((adjective) => {
            const form = adjectiveOf(adjective);
            if (!form) return false;
            const wanted = isPlural(slot) ? 'p' : source.gender;
            if (form.gender !== wanted) return false;
            if (form.case === caseOfNoun(slot)) return true;
            // The accusative of a living masculine is written as the genitive, else as the nominative.
            return false;
          }) ||
          (caseOfNoun(slot) === 'accs' &&
            source.animate &&
            otherBound.slots.some((adjective) => adjectiveOf(adjective)?.case === 'gent')),
      );
    }
    // Adjectives of the text before the match.
    while (first > place.first) {
      const token = place.tokens[first - 1];
      if (token?.kind !== 'word') break;
      const agreeing = slots.filter((slot) => {
        const wanted = caseOfNoun(slot);
        const describes = isAdjective(token.plain, wanted) || token.plain.length < 6;
        return (
          describes &&
          gendersOf(token.plain, wanted, source.animate).includes(
            isPlural(slot) ? 'p' : (source.gender as Gender),
          )
        );
      });
      if (agreeing.length === 0 || GOVERNMENT.has(token.plain)) break;
      slots = agreeing;
      first -= 1;
    }
    const before = first > place.first ? place.tokens[first - 1] : undefined;
    const allowed = before?.kind === 'word' ? GOVERNMENT.get(before.plain) : undefined;
    if (allowed) keep((slot) => allowed.includes(caseOfNoun(slot)));
    else keep((slot) => caseOfNoun(slot) !== 'loct');
    // Nouns of action are hardly ever met in the plural; «помещения», «подразделения» are things.
    const category = this.lexicon.rules[match.way.rule]?.category;
    const acts =
      (source.stem.endsWith('ни') && category !== 'people_things' && category !== 'abbrev') ||
      (source.stem.endsWith('ци') && category === 'nominalisation');
    if (acts && slots.some((slot) => !isPlural(slot))) keep((slot) => !isPlural(slot));
    if (!allowed) slots = asSubjectOrObject(slots, source.gender as Gender, match, place);
    // After another noun the genitive is by far the likeliest; a dative there would be a rare one.
    if (
      !allowed &&
      before?.kind === 'word' &&
      !isPronoun(before.plain) &&
      looksLikeNoun(before.plain)
    ) {
      keep((slot) => caseOfNoun(slot) === 'gent');
    }
    return slots;
  }

  private offer(put: readonly Part[], match: Match, place: Place): Offer | null {
    const { text, tokens } = place;
    if (this.leavesTwin(put, match, place)) return null;
    // Every choice of slots that is left must give the same words, or nothing is offered.
    const built = this.build(put, match, place);
    if (built === null) return null;
    let from = match.first;
    const to = match.last;
    const firstToken = tokens[from];
    const lastToken = tokens[to - 1];
    if (!firstToken || !lastToken) return null;
    let words = built.text;
    const category = this.lexicon.rules[match.way.rule]?.category;

    if (words === '') return this.removal(match, place);
    if (words === '-') return this.withoutHead(match, place);
    if (words.startsWith('$')) {
      // A clause that lost its first comma must end with the sentence.
      if (!endsClause(match, place)) return null;
      words = words.slice(1);
    }
    if (words.startsWith('—') && !(from > place.first && isSubjectEnd(tokens[from - 1]))) {
      return null;
    }

    if (built.head && !this.agreesAround(built.head, match, place)) return null;
    if (built.head) {
      const changed = this.moveAdjectives(built.head, match, place);
      if (changed === null) return null;
      from = changed.first;
      words = changed.text + words;
    }
    const begin = tokens[from];
    if (!begin) return null;
    if (words.endsWith(',')) {
      const open = put.some(
        (part) => typeof part === 'object' && 'step' in part && !('lexeme' in part),
      );
      const closed = this.closeClause(words.slice(0, -1), open, match, place);
      if (closed === null) return null;
      words = closed;
    }
    if (begin.plain === ',') {
      // The pattern took the comma: what is put says whether it stays.
      const spaced = words.startsWith(',') ? words.replace(/^,\s*/u, ', ') : ` ${words}`;
      return { start: begin.start, end: lastToken.end, text: smooth(spaced) };
    }
    if (words.startsWith(',')) {
      words = words.slice(1);
      const before = tokens[from - 1];
      if (from > place.first && before?.kind === 'word') {
        return { start: before.end, end: lastToken.end, text: `, ${words}` };
      }
    }
    words = smooth(words);
    let start = begin.start;
    const original = text.slice(firstToken.start, lastToken.end);
    if (begin.capital && (from === place.first || /[А-ЯЁ]/u.test(text[begin.start] ?? ''))) {
      const shout = original.length > 4 && original === original.toUpperCase();
      words = shout
        ? words.toUpperCase()
        : from === place.first || isOpening(tokens[from - 1]) || !NAMES.has(category ?? '')
          ? upperFirst(words)
          : words;
    }
    const tail = /(?:^|\s)(об?|во?|со?|ко?)$/u.exec(words)?.[1];
    const following = match.last < place.last ? tokens[match.last] : undefined;
    if (tail !== undefined && following?.kind === 'word') {
      words = words.slice(0, words.length - tail.length) + preposition(tail, following.plain);
    }
    // «об отоплении» → «о тепле»: the preposition before follows the new word.
    const before = from > place.first ? tokens[from - 1] : undefined;
    if (before?.kind === 'word' && BENDING.has(before.plain)) {
      const next = /^[а-яё]+/iu.exec(words)?.[0] ?? '';
      const right = preposition(before.plain, next);
      if (right !== before.plain && preposition(before.plain, begin.plain) === before.plain) {
        start = before.start;
        words = `${before.capital ? upperFirst(right) : right} ${words}`;
      }
    }
    if (words === text.slice(start, lastToken.end)) return null;
    return { start, end: lastToken.end, text: words };
  }

  /**
   * «требуется замена труб и окраска стен»: the noun that turns into a verb has a twin in its case, which
   * would be left without what governed it.
   */
  private leavesTwin(put: readonly Part[], match: Match, { tokens, last }: Place): boolean {
    const cases = new Set<Case>();
    match.bounds.forEach(({ slots }, step) => {
      if (this.kindOf(match, step)?.kind !== 'noun') return;
      const kept = put.some(
        (part) =>
          typeof part === 'object' &&
          (('step' in part && part.step === step && !('action' in part)) ||
            ('caseOf' in part && part.caseOf === step)),
      );
      if (!kept) for (const slot of slots) cases.add(caseOfNoun(slot));
    });
    if (cases.size === 0 || !put.some((part) => typeof part === 'object' && 'case' in part))
      return false;
    for (
      let index = match.last;
      index < Math.min(last - 1, match.last + FARTHEST_TWIN);
      index += 1
    ) {
      const token = tokens[index];
      if (!token || (token.kind === 'mark' && /^[.;:!?()]$/u.test(token.plain))) return false;
      if (token.plain !== 'и' && token.plain !== 'или' && token.plain !== 'также') continue;
      const next = tokens[index + 1];
      if (next?.kind !== 'word') continue;
      for (const wanted of cases) {
        if (readWord(next.plain, wanted)?.kind === 'noun' || isAdjective(next.plain, wanted))
          return true;
      }
    }
    return false;
  }

  /** A clause with words of the draft in it ends before a verb; before anything else its end is not known. */
  private closeClause(words: string, open: boolean, match: Match, place: Place): string | null {
    const next = match.last < place.last ? place.tokens[match.last] : undefined;
    if (next?.kind !== 'word' && next?.kind !== 'number') return words;
    return !open || CLAUSE_STARTS.test(next.plain) ? `${words},` : null;
  }

  /** «порядок осуществления надзора»: the noun goes, its genitive stands already as it should. */
  private withoutHead(match: Match, place: Place): Offer | null {
    const { text, tokens } = place;
    const step = match.bounds.findIndex((bound, index) => {
      return bound.first === match.first && this.kindOf(match, index)?.kind === 'noun';
    });
    const slots = this.slotsAt(match, step, place);
    if (slots.length === 0 || slots.some((slot) => caseOfNoun(slot) !== 'gent')) return null;
    const begin = tokens[match.first];
    const next = tokens[match.first + 1];
    const before = match.first > place.first ? tokens[match.first - 1] : undefined;
    if (!begin || next?.kind !== 'word' || before?.kind !== 'word') return null;
    // «разработки и реализации», «качественного проведения»: what is beside it would be left alone.
    if (JOINTS.has(before.plain) || isAdjective(before.plain, 'gent')) return null;
    return { start: begin.start, end: next.end, text: text.slice(next.start, next.end) };
  }

  /** Takes the words out with what would be left of their commas and spaces. */
  private removal(match: Match, place: Place): Offer | null {
    const { text, tokens } = place;
    const begin = tokens[match.first];
    const end = tokens[match.last - 1];
    const before = match.first > place.first ? tokens[match.first - 1] : undefined;
    const after = match.last < place.last ? tokens[match.last] : undefined;
    if (!begin || !end) return null;
    if (!before) {
      if (after?.kind !== 'word') return null;
      return {
        start: begin.start,
        end: after.end,
        text: upperFirst(text.slice(after.start, after.end)),
      };
    }
    const comma = end.plain === ',' || after?.plain === ',';
    if (before.plain === ',' && begin.plain !== ',') {
      // «, как известно, »: both commas go with the words.
      if (after?.plain === ',') return { start: before.start, end: after.end, text: '' };
      if (end.plain === ',') return { start: before.start, end: end.end, text: '' };
      if (!after || after.kind === 'mark') return { start: before.start, end: end.end, text: '' };
    }
    // «об имеющемся проекте» → «о проекте».
    if (before.kind === 'word' && BENDING.has(before.plain) && after?.kind === 'word') {
      const right = preposition(before.plain, after.plain);
      if (right !== before.plain) {
        return {
          start: before.start,
          end: end.end,
          text: before.capital ? upperFirst(right) : right,
        };
      }
    }
    if (comma && end.plain === ',' && begin.plain !== ',') {
      // A comma after words that had none before: it belonged to the words only.
      return { start: before.end, end: end.end, text: '' };
    }
    return { start: before.end, end: end.end, text: '' };
  }

  private build(
    put: readonly Part[],
    match: Match,
    place: Place,
  ): {
    text: string;
    head: { from: NounForm[]; to: Gender; animate: boolean; step: number } | null;
  } | null {
    const results = new Set<string>();
    let head: { from: NounForm[]; to: Gender; animate: boolean; step: number } | null = null;
    // The choice of a slot is made once per step, so that all parts of a step agree.
    const steps: number[] = [];
    for (const part of put) {
      if (typeof part !== 'object' || !('step' in part)) continue;
      const step =
        'lexeme' in part || 'action' in part
          ? part.slot === undefined
            ? part.step
            : undefined
          : 'caseOf' in part
            ? part.caseOf
            : undefined;
      if (step !== undefined && !steps.includes(step)) steps.push(step);
    }
    const options = steps.map((step) => this.slotsAt(match, step, place));
    if (options.some((slots) => slots.length === 0)) return null;
    const chosen = new Map<number, number>();
    const choose = (index: number): boolean => {
      const step = steps[index];
      if (step !== undefined) {
        for (const slot of options[index] ?? []) {
          chosen.set(step, slot);
          if (!choose(index + 1)) return false;
        }
        return true;
      }
      let result = '';
      for (const [place_, part] of put.entries()) {
        const piece = this.piece(part, put, match, place, chosen);
        if (piece === null) return false;
        // An empty gap leaves one space too many.
        if (piece === '' && result.endsWith(' ') && put[place_ + 1] !== undefined)
          result = result.slice(0, -1);
        result += piece;
      }
      results.add(result.replace(/ {2,}/gu, ' ').trim());
      return results.size <= 1;
    };
    if (!choose(0)) return null;
    for (const part of put) {
      if (
        typeof part !== 'object' ||
        !('lexeme' in part) ||
        !('step' in part) ||
        part.slot !== undefined
      )
        continue;
      const source = this.kindOf(match, part.step);
      const target = this.lexicon.lexeme(part.lexeme);
      if (source?.kind !== 'noun' || target?.kind !== 'noun') continue;
      // A noun of the same gender in the same number changes nothing around it.
      const slots = options[steps.indexOf(part.step)] ?? [];
      const alike =
        target.gender === source.gender &&
        target.animate === source.animate &&
        slots.every(
          (slot) => isPlural(this.targetSlot(part.lexeme, slot, part.number)) === isPlural(slot),
        );
      if (alike) continue;
      const from = slots.map((slot) => ({
        gender: (isPlural(slot) ? 'p' : source.gender) as Gender,
        case: caseOfNoun(slot),
        plural: isPlural(slot),
        animate: source.animate,
      }));
      const plural = slots.map((slot) => isPlural(this.targetSlot(part.lexeme, slot, part.number)));
      if (new Set(plural).size > 1) return null;
      head = {
        from,
        to: (plural[0] ? 'p' : target.gender) as Gender,
        animate: target.animate,
        step: part.step,
      };
      break;
    }
    return { text: [...results][0] ?? '', head };
  }

  /** The slot of the new noun: the old case, the number that the new noun has. */
  private targetSlot(lexeme: number, slot: number, number: 's' | 'p' | undefined): number {
    const wanted = number === 'p' ? (slot % 6) + 6 : number === 's' ? slot % 6 : slot;
    if (this.lexicon.formOf(lexeme, wanted) !== null) return wanted;
    return wanted >= 6 ? wanted - 6 : wanted + 6;
  }

  private piece(
    part: Part,
    put: readonly Part[],
    match: Match,
    source: Place,
    chosen: Map<number, number>,
  ): string | null {
    const { text, tokens } = source;
    if (typeof part === 'string') return part;
    if ('action' in part) {
      const symbol = match.way.steps[part.action];
      const noun = tokens[match.bounds[part.action]?.first ?? -1];
      if (typeof symbol !== 'number' || !noun) return null;
      const lexeme = this.lexicon.verbOf(symbol, noun.plain, part.done);
      if (lexeme === -1) return null;
      const slot = this.slotOf({ ...part, lexeme }, match, chosen);
      return slot === null ? null : this.lexicon.formOf(lexeme, slot);
    }
    if ('subject' in part) {
      const { groups } = match.bounds[part.subject]?.phrase ?? { groups: [] };
      const noun = tokens[groups[0]?.noun?.index ?? -1];
      const gender = groups.length > 1 ? 'p' : groups[0]?.gender;
      if (!gender || !noun) return null;
      // «закрыт забором», «проведён весной»: only who can act may be the subject.
      const canAct =
        groups[0]?.animate || ACTORS.test(noun.plain) || (!part.past && PAPERS.test(noun.plain));
      if (!canAct) return null;
      const slot = part.past
        ? VERB.past + GENDERS.indexOf(gender)
        : VERB.present + (gender === 'p' ? 5 : 2);
      return this.lexicon.formOf(part.lexeme, slot);
    }
    if ('agrees' in part) {
      const noun = put[part.agrees];
      if (typeof noun !== 'object' || !('lexeme' in noun) || !('step' in noun)) return null;
      const slot = this.slotOf(noun, match, chosen);
      const target = this.lexicon.lexeme(noun.lexeme);
      if (slot === null || !target) return null;
      const wanted = caseOfNoun(slot);
      const gender = (isPlural(slot) ? 'p' : target.gender) as Gender;
      const asGenitive = wanted === 'accs' && target.animate && (gender === 'm' || gender === 'p');
      return this.lexicon.formOf(part.lexeme, adjectiveSlot(gender, asGenitive ? 'gent' : wanted));
    }
    if ('lexeme' in part) {
      const slot = this.slotOf(part, match, chosen);
      return slot === null ? null : this.lexicon.formOf(part.lexeme, slot);
    }
    const bound = match.bounds[part.step];
    if (!bound) return null;
    const begin = tokens[bound.first];
    const end = tokens[bound.last - 1];
    if (bound.last === bound.first) return '';
    if (!begin || !end) return null;
    if ('one' in part) {
      const [group, ...more] = bound.phrase?.groups ?? [];
      return more.length > 0 || group?.gender === 'p' ? part.many : part.one;
    }
    if ('adverb' in part) {
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
    if (part.caseOf !== undefined && bound.phrase) {
      const slot = chosen.get(part.caseOf);
      if (slot === undefined || this.hasAdjective(match, part.caseOf, slot, source.tokens))
        return null;
      if (!this.canBeSubject(match, part.caseOf, bound.phrase, slot, tokens)) return null;
      return movePhrase(text, tokens, bound.phrase, caseOfNoun(slot));
    }
    if (part.case !== undefined && bound.phrase) {
      const inside = bound.first === source.first && begin.capital && put[0] !== part;
      // A capital that began the sentence may be a name's own.
      if (inside && !COMMON.test(begin.plain)) return null;
      const whole = movePhrase(text, tokens, bound.phrase, CASES[part.case] ?? 'nomn');
      const moved = inside && whole !== null ? lowerFirst(whole) : whole;
      // Genitives between the noun and the verb stay where they were.
      const last = tokens[bound.phrase.last - 1];
      return moved === null || !last ? moved : moved + text.slice(last.end, end.end);
    }
    const original = text.slice(begin.start, end.end);
    return bound.first === match.first && begin.capital && bound.phrase === null && put[0] !== part
      ? lowerFirst(original)
      : original;
  }

  /** «Проведение работ идёт»: the verb agrees with the noun that goes; the one that stays must be alike. */
  private canBeSubject(
    match: Match,
    step: number,
    phrase: NonNullable<Match['bounds'][number]['phrase']>,
    slot: number,
    tokens: readonly Token[],
  ): boolean {
    if (caseOfNoun(slot) !== 'nomn') return true;
    const [group] = phrase.groups;
    if (phrase.groups.length > 1 || group?.gender === 'p') return false;
    const gender = (this.kindOf(match, step)?.gender ?? 'n') as Gender;
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

  /** «качественное проведение ремонта»: the adjective would be left without its noun. */
  private hasAdjective(
    match: Match,
    step: number,
    slot: number,
    tokens: readonly Token[],
  ): boolean {
    const at = match.bounds[step]?.first ?? 0;
    const before = tokens[at - 1];
    return before?.kind === 'word' && isAdjective(before.plain, caseOfNoun(slot));
  }

  private slotOf(
    part: {
      lexeme: number;
      step: number;
      slot?: number;
      number?: 's' | 'p';
      subjectless?: true;
    },
    match: Match,
    chosen: Map<number, number>,
  ): number | null {
    if (part.slot !== undefined) return part.slot;
    const slot = chosen.get(part.step);
    if (slot === undefined) return null;
    const target = this.lexicon.lexeme(part.lexeme);
    const source = this.kindOf(match, part.step);
    if (target?.kind === 'noun') {
      // «несовершеннолетних» → «детей»: an adjective that stands for a noun.
      const place = source?.kind === 'adjective' ? (slot % 6) + (slot >= 18 ? 6 : 0) : slot;
      return this.targetSlot(part.lexeme, place, part.number);
    }
    if (part.subjectless) {
      if (source?.kind === 'verb') {
        if (slot === VERB.infinitive) return VERB.infinitive;
        if (slot >= VERB.past && slot < VERB.present) return VERB.past + 3;
        if (slot >= VERB.present && slot < VERB.imperative) return VERB.present + 5;
        if (slot >= VERB.shortPassive && slot < VERB.participles) return VERB.past + 3;
      }
      return null;
    }
    // A short adjective or participle answers to the gender of a past tense and back.
    if (source?.kind === 'verb' && target?.kind === 'adjective') {
      if (slot >= VERB.past && slot < VERB.present) return 24 + slot - VERB.past;
      if (slot >= VERB.shortPassive && slot < VERB.participles)
        return 24 + slot - VERB.shortPassive;
      return null;
    }
    return slot;
  }

  /** Adjectives of the text right before the match follow the gender of the new noun. */
  private moveAdjectives(
    head: { from: NounForm[]; to: Gender; animate: boolean; step: number },
    match: Match,
    place: Place,
  ): { first: number; text: string } | null {
    const { tokens } = place;
    let first = match.first;
    const same = head.from.every(
      (form) => form.gender === head.to && form.animate === head.animate,
    );
    let moved = '';
    while (first > place.first) {
      const token = tokens[first - 1];
      if (token?.kind !== 'word' || GOVERNMENT.has(token.plain)) break;
      const options = new Set<string>();
      for (const form of head.from) {
        const describes = isAdjective(token.plain, form.case) || isPronoun(token.plain);
        if (!describes || !gendersOf(token.plain, form.case, form.animate).includes(form.gender))
          continue;
        const changed = moveAdjective(
          token.plain,
          { case: form.case, gender: form.gender, animate: form.animate },
          { case: form.case, gender: head.to, animate: head.animate },
        );
        if (changed === null) return null;
        options.add(changed);
      }
      if (options.size === 0) break;
      if (same) return { first: match.first, text: '' };
      if (options.size > 1) return null;
      const [word = ''] = options;
      moved = `${token.capital ? upperFirst(word) : word} ${moved}`;
      first -= 1;
    }
    return { first, text: moved };
  }

  /** A verb or participle that agrees with the replaced noun would be left behind: then nothing is offered. */
  private agreesAround(
    head: { from: NounForm[]; to: Gender; animate: boolean; step: number },
    match: Match,
    place: Place,
  ): boolean {
    const subject = head.from.some((form) => form.case === 'nomn' || form.case === 'accs');
    if (head.from.every((form) => form.gender === head.to)) return true;
    const { tokens } = place;
    const after = tokens[match.last];
    const next = tokens[match.last + 1];
    // «…, которое», «…, расположенное»: what follows agrees with the old noun.
    if (after?.plain === ',' && next?.kind === 'word') {
      if (/^котор/u.test(next.plain)) return false;
      if (
        /(?:нн|вш|щ|м)(?:ый|ий|ое|ее|ая|яя|ого|его|ому|ему|ым|им|ом|ем|ой|ей|ую|юю)(?:ся)?$/u.test(
          next.plain,
        )
      )
        return false;
    }
    if (!subject) return true;
    const begin = tokens[match.first - 1];
    if (match.first > place.first && begin?.kind === 'word' && GOVERNMENT.has(begin.plain))
      return true;
    const numberChanges = head.from.some((form) => form.plural !== (head.to === 'p'));
    const agreeing = head.from.map(
      (form) => (numberChanges ? AGREES_IN_NUMBER : AGREES)[form.gender],
    );
    for (
      let index = Math.max(place.first, match.first - 6);
      index < Math.min(place.last, match.last + 7);
      index += 1
    ) {
      if (index >= match.first && index < match.last) continue;
      const token = tokens[index];
      if (token?.kind !== 'word' || token.plain.length < 4) continue;
      if (agreeing.some((form) => form.test(token.plain))) return false;
    }
    return true;
  }
}

/** Those who do things in official texts, in the instrumental. */
const ACTORS =
  /^(?:администраци|управлени|комитет|отдел|департамент|министерств|специалист|сотрудник|подрядчик|компани|организаци|служб|бригад|предприяти|обществ|инспекци|прокуратур|полици|депутат|глав|работник|представител|комисси|агентств|учреждени|правительств|собственник|владельц)(?:ом|ем|ей|ой|ами|ями)$/u;

/** Papers, of which people say that they provide, forbid and set. */
const PAPERS =
  /^(?:закон|законопроект|документ|программ|подпрограмм|постановлени|приказ|указ|договор|положени|регламент|стать|пункт|кодекс|правил|законодательств)(?:ом|ем|ой|ей|ами|ями)$/u;

/**
 * Whether the clause names who acts by an instrumental without a preposition («ремонт проводится
 * администрацией»): a subjectless verb beside it would be wrong.
 */
function hasActor(match: Match, { tokens, first, last }: Place): boolean {
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
function sharesSubject(match: Match, { tokens, first, last }: Place): boolean {
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
const JOINTS = new Set([',', 'и', 'или', 'а', 'но', 'однако']);

/** Whether an instrumental without a preposition follows the match before the phrase ends. */
function hasActorBehind(match: Match, { tokens, last }: Place): boolean {
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
const namesBody = (match: Match, { tokens }: Place) =>
  /^(?:администраци|министерств|комитет|правительств|департамент)/u.test(
    tokens[match.first + 1]?.plain ?? '',
  );

/** Nothing but the end of the sentence follows, no comma on the way. */
function endsClause(match: Match, { tokens, last }: Place): boolean {
  for (let index = match.last; index < last; index += 1) {
    if (/^[,;:—–]$/u.test(tokens[index]?.plain ?? '')) return false;
  }
  return true;
}

/** A dash says «is» only right after what it is said of. */
const isSubjectEnd = (token: Token | undefined) =>
  token !== undefined &&
  (token.kind === 'number' ||
    /^[»")]$/u.test(token.plain) ||
    (token.kind === 'word' &&
      !/^(?:и|или|а|но|также|тоже|уже|еще|не|ли|бы|что|если|котор[а-я]+)$/u.test(token.plain)));

const isFiniteSlot = (slot: number) => genderOfVerb(slot) !== null;

/** With what a verb form agrees: a gender, the plural, any singular; null for no agreement. */
function genderOfVerb(slot: number): Gender | 's' | null {
  if (slot >= VERB.past && slot < VERB.present) return GENDERS[slot - VERB.past] ?? null;
  if (slot >= VERB.shortPassive && slot < VERB.participles)
    return GENDERS[slot - VERB.shortPassive] ?? null;
  if (slot === VERB.present + 2) return 's';
  return slot === VERB.present + 5 ? 'p' : null;
}

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

/**
 * «Чинят дорогу» or «дорога ведёт»: of the nominative and the accusative that look alike, the one that
 * the verb nearest in the clause allows. Both stay where it allows both.
 */
function asSubjectOrObject(
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

/** A noun by what its ending tells, or by an ending of the plural that no verb has. */
const looksLikeNoun = (word: string) =>
  CASES.some((name) => readWord(word, name)?.kind === 'noun') ||
  (word.length > 5 && /(?:[бвгджзклмнпрстфхцчшщ](?:ам|ами|ах)|[ия](?:ям|ями|ях))$/u.test(word));

const isPronoun = (word: string) =>
  /^(?:эт(?:а|у|от?|их?|ой|ом|ого|ому|ими?)|т[аоу]|т(?:ем|ех|ого|ому|ой|ом|еми)|вс[еюя]|вс(?:ем|ех|его|ему|ей|еми)|(?:наш|ваш|мо|тво|сво|одн)[а-я]{1,3})$/u.test(
    word,
  );

const isOpening = (token: Token | undefined) =>
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
