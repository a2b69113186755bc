import { remembered } from '../language/remembered';
import type { Sentence } from '../language/sentences';
import type { Token } from '../language/words';

/**
 * What a text looks like, apart from its phrases. All shares are of its words. Officialese is long
 * words, nouns made of verbs, few verbs and nobody who speaks (the measure of each is in
 * scripts/rules/learn-score.ts).
 */
export interface Shape {
  words: number;
  /** Words of five and more syllables. */
  long: number;
  syllables: number;
  /** Nouns in -ение, -ация, -ство, -ость. */
  verbalNouns: number;
  participles: number;
  verbs: number;
  /** «я», «мы», «вы» and the small words of talk. */
  talk: number;
  /** Numbers, «№», paragraphs. */
  numbers: number;
  /** Exclamations, questions, emoji. */
  feeling: number;
  /** Words a sentence. */
  sentenceLength: number;
  /** Syllables of all words together, a count and no share. */
  allSyllables: number;
}

const VERBAL_NOUN =
  /(?:ени|ани|яни|аци|яци|ици|уци|тельств|ность?|ност|имост)(?:е|я|ю|ем|и|ий|й|ям|ями|ях|о|а|у|ом|ах|ами|ь|ью|ей)?$/u;
const PARTICIPLE =
  /(?:щ|вш|нн|ем|им|ом)(?:ий|ый|ая|яя|ое|ее|ие|ые|его|ого|ему|ому|им|ым|ую|юю|ей|ой|их|ых|ими|ыми)(?:ся)?$/u;
const VERB =
  /(?:[аяеиоуыю]л[аои]?|[аяеиыу]ть|[еи]шь|[еи]те|[ауюя]т|[еи]т|ай|уй|ись|ешь|ем|им)(?:ся|сь)?$/u;
const TALK = new Set(
  (
    'я мы ты вы нас вас нам вам мне меня тебя тебе мной нами вами мой моя мое мои наш наша наше наши ваш ' +
    'ваша ваше ваши твой ну вот же ли бы да нет ведь уж там тут здесь сейчас очень так такой такая это ' +
    'просто только еще уже как что когда если все всем всех кто где куда пока потом теперь завтра сегодня ' +
    'вчера хочу можно надо давайте пожалуйста спасибо приходите друзья ребята'
  ).split(' '),
);

/** What a word adds to the measures. */
interface Look {
  kind: 'talk' | 'verbalNoun' | 'participle' | 'verb' | 'other';
  syllables: number;
}

function kindOf(word: string): Look['kind'] {
  if (TALK.has(word)) return 'talk';
  if (word.length > 6 && VERBAL_NOUN.test(word)) return 'verbalNoun';
  if (word.length > 6 && PARTICIPLE.test(word)) return 'participle';
  return word.length > 3 && VERB.test(word) ? 'verb' : 'other';
}

const lookOf = remembered((word): Look => ({ kind: kindOf(word), syllables: syllablesOf(word) }));

const VOWELS = /[аеиоуыэюя]/gu;
/** Syllables of a Russian word in lower case, ё as е: its vowels, at least one. */
const syllablesOf = (word: string) => Math.max(1, word.match(VOWELS)?.length ?? 0);

const SIGNS = new Set(['№', '/', ';']);
const FEELING = new Set(['!', '?', ')']);

/** Measures a text; one pass. */
export function shapeOf(tokens: readonly Token[], sentences: readonly Sentence[]): Shape {
  const count = {
    words: 0,
    allSyllables: 0,
    long: 0,
    syllables: 0,
    verbalNouns: 0,
    participles: 0,
    verbs: 0,
    talk: 0,
    numbers: 0,
    feeling: 0,
  };
  for (const token of tokens) {
    if (token.kind === 'number') count.numbers += 1;
    else if (token.kind === 'other') count.feeling += 1;
    else if (token.kind === 'mark') {
      if (SIGNS.has(token.plain)) count.numbers += 1;
      else if (FEELING.has(token.plain)) count.feeling += 1;
    } else if (token.kind === 'word') {
      const { plain } = token;
      count.words += 1;
      const { kind, syllables } = lookOf(plain);
      count.allSyllables += syllables;
      if (kind === 'talk') {
        count.talk += 1;
        count.syllables += 1;
        continue;
      }
      count.syllables += syllables;
      if (syllables >= 5) count.long += 1;
      if (kind === 'verbalNoun') count.verbalNouns += 1;
      else if (kind === 'participle') count.participles += 1;
      else if (kind === 'verb') count.verbs += 1;
    }
  }
  const words = Math.max(1, count.words);
  return {
    words: count.words,
    long: count.long / words,
    syllables: count.syllables / words,
    verbalNouns: count.verbalNouns / words,
    participles: count.participles / words,
    verbs: count.verbs / words,
    talk: count.talk / words,
    numbers: count.numbers / words,
    feeling: Math.min(1, count.feeling / words),
    sentenceLength: Math.min(40, count.words / Math.max(1, sentences.length)),
    allSyllables: count.allSyllables,
  };
}
