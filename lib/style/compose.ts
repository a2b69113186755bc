import { isAdjective } from '../language/morphology/adjectives';
import { type Case, readWord } from '../language/morphology/endings';
import { caseOfNoun } from '../language/morphology/slots';
import { agreesAround, moveAdjectives } from './agreement';
import { Builder } from './build';
import { upperFirst } from './capitals';
import {
  endsClause,
  hasActor,
  hasActorBehind,
  isOpening,
  isSubjectEnd,
  JOINTS,
  namesBody,
  type Place,
  sharesSubject,
} from './clause';
import type { Part } from './compiled';
import type { StyleCategory } from './contract';
import type { Lexicon } from './lexicon';
import type { Match } from './matcher';
import { BENDING, prepositionBefore, smoothed } from './prepositions';
import { Readings } from './readings';

/** A replacement and the tokens that it stands for; wider than the match when words around it must change. */
export interface Offer {
  start: number;
  end: number;
  text: string;
}

/** A word that begins the main clause: a verb by its ending, a pronoun, a word of need. */
const CLAUSE_STARTS =
  /^(?:мы|вы|я|он|она|они|нам|вам|нужно|надо|можно|нельзя|просим|лучше|сразу|срочно|необходимо|достаточно|стоит|следует|важно|нужен|нужна|нужны|должны|должен|должна)$|(?:ите|йте|тесь|ться|[аяеиы]ть|[еию]м|ем|им|ут|ют|ат|ят|ет|ит|ют|[аяиы]ли|[аяиы]л|ся)$/u;

/** Words behind a phrase among which a noun may still belong to what it hangs on. */
const FARTHEST_TWIN = 14;

/** Of these a capital inside a sentence is given up: it stood on an office or a kind of body. */
const NAMES: ReadonlySet<StyleCategory> = new Set<StyleCategory>(['capital', 'abbrev']);

/** Verbs that say only that something is done. */
const IS_DONE = /^(?:осуществля|производ|провод|выполня|реализу|реализов)[а-я]*с[яь]$/u;

/** What can be put in the place of a match, so that the sentence stays correct. */
export class Composer {
  private readonly readings: Readings;
  private readonly builder: Builder;

  constructor(private readonly lexicon: Lexicon) {
    this.readings = new Readings(lexicon);
    this.builder = new Builder(lexicon, this.readings);
  }

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
      (hasActor(match, place) || !this.readings.subjectAgrees(match) || sharesSubject(match, place))
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

  private offer(put: readonly Part[], match: Match, place: Place): Offer | null {
    if (this.leavesTwin(put, match, place)) return null;
    const built = this.builder.build(put, match, place);
    if (built === null) return null;
    if (built.text === '') return removal(match, place);
    if (built.text === '-') return this.withoutHead(match, place);
    let words = built.text;
    let from = match.first;
    if (words.startsWith('$')) {
      // A clause that lost its first comma must end with the sentence.
      if (!endsClause(match, place)) return null;
      words = words.slice(1);
    }
    const isSaidOfSomething = from > place.first && isSubjectEnd(place.tokens[from - 1]);
    if (words.startsWith('—') && !isSaidOfSomething) return null;
    if (built.head) {
      if (!agreesAround(built.head, match, place)) return null;
      const changed = moveAdjectives(built.head, match, place);
      if (changed === null) return null;
      from = changed.first;
      words = changed.text + words;
    }
    if (words.endsWith(',')) {
      const isOpen = put.some(
        (part) => typeof part === 'object' && 'step' in part && !('lexeme' in part),
      );
      const closing = closingComma(match, place);
      if (closing === 'unclear' && isOpen) return null;
      if (closing === 'none') words = words.slice(0, -1);
    }
    const category = this.lexicon.rules[match.way.rule]?.category;
    return placed(words, { from, match, place, category });
  }

  /**
   * «требуется замена труб и окраска стен»: the noun that turns into a verb has a twin in its case, which
   * would be left without what governed it.
   */
  private leavesTwin(put: readonly Part[], match: Match, { tokens, last }: Place): boolean {
    const cases = new Set<Case>();
    match.bounds.forEach(({ slots }, step) => {
      if (this.readings.kindOf(match, step)?.kind !== 'noun') return;
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

  /** «порядок осуществления надзора»: the noun goes, its genitive stands already as it should. */
  private withoutHead(match: Match, place: Place): Offer | null {
    const { text, tokens } = place;
    const step = match.bounds.findIndex((bound, index) => {
      return bound.first === match.first && this.readings.kindOf(match, index)?.kind === 'noun';
    });
    const slots = this.readings.slotsAt(match, step, place);
    if (slots.length === 0 || slots.some((slot) => caseOfNoun(slot) !== 'gent')) return null;
    const begin = tokens[match.first];
    const next = tokens[match.first + 1];
    const before = match.first > place.first ? tokens[match.first - 1] : undefined;
    if (!begin || next?.kind !== 'word' || before?.kind !== 'word') return null;
    // «разработки и реализации», «качественного проведения»: what is beside it would be left alone.
    if (JOINTS.has(before.plain) || isAdjective(before.plain, 'gent')) return null;
    return { start: begin.start, end: next.end, text: text.slice(next.start, next.end) };
  }
}

/** Whether a clause that goes on with the draft's words needs its comma: only before a verb it is clear. */
function closingComma(match: Match, { tokens, last }: Place): 'needed' | 'none' | 'unclear' {
  const next = match.last < last ? tokens[match.last] : undefined;
  if (next?.kind !== 'word' && next?.kind !== 'number') return 'none';
  return CLAUSE_STARTS.test(next.plain) ? 'needed' : 'unclear';
}

/** Takes the words out with what would be left of their commas and spaces. */
function removal(match: Match, place: Place): Offer | null {
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
    const right = prepositionBefore(before.plain, after.plain);
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

/** Where words are put. */
interface Target {
  /** The token from which they stand: the match's first, or an adjective before it. */
  from: number;
  match: Match;
  place: Place;
  category: StyleCategory | undefined;
}

/** The words with the commas, capitals and prepositions of their place; null where nothing would change. */
function placed(words: string, target: Target): Offer | null {
  const { from, match, place } = target;
  const { text, tokens } = place;
  const begin = tokens[from];
  const end = tokens[match.last - 1]?.end;
  if (!begin || end === undefined) return null;
  const before = from > place.first ? tokens[from - 1] : undefined;
  if (begin.plain === ',') {
    // The pattern took the comma: what is put says whether it stays.
    const spaced = words.startsWith(',') ? words.replace(/^,\s*/u, ', ') : ` ${words}`;
    return { start: begin.start, end, text: smoothed(spaced) };
  }
  const hasComma = words.startsWith(',');
  const bare = hasComma ? words.slice(1) : words;
  if (hasComma && before?.kind === 'word') return { start: before.end, end, text: `, ${bare}` };
  const fitted = bentAtEnd(withCapitals(smoothed(bare), target), match, place);
  // «об отоплении» → «о тепле»: the preposition before follows the new word.
  if (before?.kind === 'word' && BENDING.has(before.plain)) {
    const next = /^[а-яё]+/iu.exec(fitted)?.[0] ?? '';
    const right = prepositionBefore(before.plain, next);
    if (right !== before.plain && prepositionBefore(before.plain, begin.plain) === before.plain) {
      const bent = before.capital ? upperFirst(right) : right;
      return { start: before.start, end, text: `${bent} ${fitted}` };
    }
  }
  return fitted === text.slice(begin.start, end) ? null : { start: begin.start, end, text: fitted };
}

/** The words with the capitals that the replaced ones had. */
function withCapitals(words: string, { from, match, place, category }: Target): string {
  const { text, tokens } = place;
  const begin = tokens[from];
  const opens = from === place.first;
  if (!begin?.capital || !(opens || /[А-ЯЁ]/u.test(text[begin.start] ?? ''))) return words;
  const original = text.slice(tokens[match.first]?.start, tokens[match.last - 1]?.end);
  if (original.length > 4 && original === original.toUpperCase()) return words.toUpperCase();
  const isName = category !== undefined && NAMES.has(category);
  return opens || isOpening(tokens[from - 1]) || !isName ? upperFirst(words) : words;
}

/** The words with the preposition that ends them as the next word of the draft asks for it. */
function bentAtEnd(words: string, match: Match, { tokens, last }: Place): string {
  const tail = /(?:^|\s)(об?|во?|со?|ко?)$/u.exec(words)?.[1];
  const following = match.last < last ? tokens[match.last] : undefined;
  if (tail === undefined || following?.kind !== 'word') return words;
  return words.slice(0, words.length - tail.length) + prepositionBefore(tail, following.plain);
}
