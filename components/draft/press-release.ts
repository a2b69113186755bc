import { type Sentence, sentencesOf } from '../../lib/language/sentences';
import { type Token, tokenize } from '../../lib/language/words';
import type { Remark, StyleCategory } from '../../lib/style/contract';

/** The way from a press release to a post, in this order. */
export const WALK_STEPS = [
  'opening',
  'people',
  'quotes',
  'reader',
  'verbs',
  'call',
  'length',
] as const;
export type WalkStep = (typeof WALK_STEPS)[number];

/** What a place is an example of. */
export type PlaceKind =
  | 'dateline'
  | 'event'
  | 'list'
  | 'title'
  | 'quote'
  | 'retold'
  | 'fact'
  | 'nouns'
  | 'link'
  | 'phone'
  | 'invite'
  | 'long'
  | 'wall'
  | 'hashtags';

/** A place of the text that a step speaks of, UTF-16 indices. */
export interface Place {
  kind: PlaceKind;
  start: number;
  /** Exclusive. */
  end: number;
  /** Words of a long sentence, characters of a wall, number of hashtags. */
  count?: number;
}

/** In which sentences from the beginning an event that «took place» hides the news. */
const OPENING_SENTENCES = 3;
/** A sentence with more words than this is hard to read on a telephone. */
const LONG_SENTENCE = 20;
/** A paragraph with more characters than this is a wall. */
const WALL = 500;
const MOST_HASHTAGS = 3;
/** How many sentences are shown as worth being the first one. */
const MOST_FACTS = 3;
/** From a title to the name that belongs to it, in words. */
const TITLE_REACH = 12;

const MONTH = 'январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр';
const DATE = `\\d{1,2}\\s+(?:${MONTH})[а-я]*(?:\\s+\\d{4}\\s*(?:года|г\\.)?)?`;
const DATELINE = new RegExp(
  `^\\s*(?:(?:г\\.\\s*)?\\p{Lu}[\\p{L}-]+(?:\\s\\p{L}+)?\\s*[,.]\\s*${DATE}|${DATE})\\s*[.,:—–-]*`,
  'iu',
);
const EVENT =
  /(?<!\p{L})(?:состоял(?:ся|ась|ось|ись)|прош(?:[её]л|ла|ло|ли)|пров[её]л(?:а|и|о)?|под председательством|в рамках|в ходе|торжественн\p{L}+)(?!\p{L})/giu;
const LIST =
  /(?<!\p{L})(?:приня\p{L}+ участие|участие приня\p{L}+|участниками стали|присутствовал\p{L}*|с участием|среди (?:почётных )?(?:гостей|участников)|почётн\p{L}+ гост\p{L}+)(?!\p{L})/iu;
const TITLE =
  /^(?:глав[аыуе]|главой|заместител|замглав|министр|замминистр|директор|депутат|начальник|председател|губернатор|вице-|мэр|руководител|уполномоченн|врио|советник|спикер|замдиректор)/u;
const SAID =
  '(?:отмети|подчеркну|сказа|добави|прокомментирова|заяви|рассказа|сообщи|поясни|уточни|напомни|заверил|поздрави|подели|поблагодари|акцентирова|резюмирова)л(?:а|и|о|ся|ась|ись)?';
const INSIDE = '(?:[^«»\\n]|«[^«»\\n]*»){12,900}';
const QUOTES: readonly [PlaceKind, RegExp][] = [
  [
    'quote',
    new RegExp(
      `«${INSIDE}»\\s*,?\\s*[—–-]\\s*[^.!?\\n«]*?(?<!\\p{L})${SAID}(?!\\p{L})[^.!?\\n]*[.!?]?`,
      'giu',
    ),
  ],
  [
    'quote',
    new RegExp(
      `["“][^"“”\\n]{12,900}["”]\\s*,?\\s*[—–-]\\s*[^.!?\\n]*?(?<!\\p{L})${SAID}(?!\\p{L})[^.!?\\n]*[.!?]?`,
      'giu',
    ),
  ],
  ['quote', new RegExp(`(?<!\\p{L})${SAID}(?!\\p{L})[^.!?\\n:«]{0,120}:\\s*«${INSIDE}»`, 'giu')],
  [
    'quote',
    new RegExp(
      `^[ \\t]*[—–-]\\s[^\\n]{12,900}?,\\s*[—–-]\\s*[^.!?\\n]*?(?<!\\p{L})${SAID}(?!\\p{L})[^.!?\\n]*[.!?]?`,
      'gimu',
    ),
  ],
  ['retold', new RegExp(`(?<!\\p{L})${SAID}(?!\\p{L})[^.!?\\n«]{0,120}?,\\s*что(?!\\p{L})`, 'giu')],
];
/** What a reader looks for: when, where, how much, what one may do now. */
const FACTS: readonly RegExp[] = [
  new RegExp(
    `(?<!\\p{L})(?:с|до|по|к)?\\s*${DATE}|\\d{1,2}[:.]\\d{2}|(?<!\\p{L})(?:с|до|в)\\s\\d{1,2}\\sчас`,
    'iu',
  ),
  /(?<!\p{L})(?:ул\.|улиц\p{L}|проспект\p{L}*|пр\.|площад\p{L}|переул\p{L}+|сквер\p{L}*|парк\p{L}*|дом[ае]?\s\d)/iu,
  /\d\s?(?:₽|руб)|(?<!\p{L})(?:бесплатн\p{L}+|льгот\p{L}+|скидк\p{L}+)/iu,
  /(?<!\p{L})(?:можно|сможет|смогут|теперь|появ(?:ится|ятся|ил\p{L}+)|откро(?:ется|ют)|открыл\p{L}*|заработа\p{L}+|отключ\p{L}+|закро(?:ют|ется)|запис\p{L}+|приём|жител\p{L}+|детям|пенсионер\p{L}+|пассажир\p{L}*)(?!\p{L})/iu,
];
const VERBAL_NOUN = /(?:ени|ани|яни)(?:е|я|ю|ем|и|й|ям|ями|ях)$|(?:аци|изаци)(?:я|и|ю|ей|й)$/u;
const NOT_VERBAL =
  /^(?:здани|врем|знани|собрани|растени|имени|населени|отношени|значени|состояни|администраци|организаци|информаци|федераци|тысячелети)/u;
/** Verbal nouns in one sentence that are too many. */
const MANY_NOUNS = 3;
const LINK =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\d@])[\p{L}\d-]+\.(?:ru|рф|com|su|info|me)(?:\/\S*)?(?![\p{L}\d])/giu;
const PHONE =
  /(?<!\d)(?:\+7|8)[\s(-]*\d{3,4}[\s)-]*\d{2,3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)|(?<!\d)\d{2}-\d{2}-\d{2}(?!\d)/gu;
const INVITE =
  /(?<!\p{L})(?:приходите|приезжайте|звоните|пишите|записывайтесь|запишитесь|смотрите|узнайте|узнавайте|приглашаем|ждём|ждем|присоединяйтесь|голосуйте|проголосуйте|расскажите|задавайте|подайте|подавайте|оставьте|сообщите|проверьте|выбирайте|участвуйте|подписывайтесь|берите|сохраните)(?!\p{L})/giu;
const HASHTAG = /(?<!\S)#[\p{L}\p{N}_]+/gu;

const VERB_CATEGORIES: ReadonlySet<StyleCategory> = new Set([
  'split_predicate',
  'nominalisation',
  'passive',
  'verb_officialese',
]);

/** A text taken apart once, for all steps. */
interface Reading {
  text: string;
  tokens: readonly Token[];
  sentences: readonly Sentence[];
}

/** Places of one step, in order, never one inside another. */
export function placesOf(step: WalkStep, text: string): Place[] {
  if (text.trim() === '') return [];
  const tokens = tokenize(text);
  const places = FINDERS[step]({ text, tokens, sentences: sentencesOf(tokens) });
  return apart(places);
}

/** Remarks that a step speaks of. */
export function remarksOf(step: WalkStep, remarks: readonly Remark[]): Remark[] {
  if (step !== 'verbs') return [];
  return remarks.filter(({ category }) => VERB_CATEGORIES.has(category));
}

const FINDERS: Readonly<Record<WalkStep, (reading: Reading) => Place[]>> = {
  opening: ({ text, tokens, sentences }) => {
    const head = spanOf(tokens, sentences[Math.min(OPENING_SENTENCES, sentences.length) - 1])?.end;
    const dateline = DATELINE.exec(text)?.[0];
    const first = dateline ? dateline.length - dateline.trimStart().length : 0;
    return [
      ...(dateline
        ? [{ kind: 'dateline' as const, start: first, end: dateline.trimEnd().length }]
        : []),
      ...all(EVENT, 'event', text.slice(0, head ?? 0)),
    ];
  },
  people: (reading) =>
    reading.sentences.flatMap((sentence): Place[] => {
      const span = spanOf(reading.tokens, sentence);
      if (!span) return [];
      const people = titledPeople(reading.tokens, sentence);
      const isList = LIST.test(reading.text.slice(span.start, span.end));
      return people.length > 1 || isList ? [{ kind: 'list', ...span }] : people;
    }),
  quotes: ({ text }) => QUOTES.flatMap(([kind, pattern]) => all(pattern, kind, text)),
  reader: ({ text, tokens, sentences }) => {
    const opening = DATELINE.exec(text)?.[0].length ?? 0;
    return sentences
      .flatMap((sentence) => {
        const span = spanOf(tokens, sentence);
        // The day and the town of a press release are nobody's news.
        if (!span || span.end <= opening) return [];
        const words = text.slice(span.start, span.end);
        const facts = FACTS.filter((pattern) => pattern.test(words)).length;
        return facts > 0 ? [{ span, facts }] : [];
      })
      .sort((a, b) => b.facts - a.facts || a.span.start - b.span.start)
      .slice(0, MOST_FACTS)
      .map(({ span }) => ({ kind: 'fact', ...span }));
  },
  verbs: ({ tokens, sentences }) =>
    sentences.flatMap((sentence): Place[] => {
      const span = spanOf(tokens, sentence);
      let nouns = 0;
      for (let index = sentence.first; index < sentence.last; index += 1) {
        const { kind, plain } = tokens[index] ?? {};
        if (kind !== 'word' || !plain || plain.length < 7) continue;
        if (VERBAL_NOUN.test(plain) && !NOT_VERBAL.test(plain)) nouns += 1;
      }
      return span && nouns >= MANY_NOUNS ? [{ kind: 'nouns', ...span, count: nouns }] : [];
    }),
  call: ({ text }) => [
    ...all(LINK, 'link', text),
    ...all(PHONE, 'phone', text),
    ...all(INVITE, 'invite', text),
  ],
  length: ({ text, tokens, sentences }) => {
    const hashtags = all(HASHTAG, 'hashtags', text);
    const [first] = hashtags;
    const last = hashtags.at(-1);
    return [
      ...sentences.flatMap((sentence): Place[] => {
        const span = spanOf(tokens, sentence);
        let words = 0;
        for (let index = sentence.first; index < sentence.last; index += 1)
          if (tokens[index]?.kind === 'word') words += 1;
        return span && words > LONG_SENTENCE ? [{ kind: 'long', ...span, count: words }] : [];
      }),
      ...all(/[^\n]+/gu, 'wall', text).flatMap((place): Place[] => {
        const count = place.end - place.start;
        return count > WALL ? [{ ...place, count }] : [];
      }),
      ...(first && last && hashtags.length > MOST_HASHTAGS
        ? [{ ...first, end: last.end, count: hashtags.length }]
        : []),
    ];
  },
};

function all(pattern: RegExp, kind: PlaceKind, text: string): Place[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    kind,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function spanOf(tokens: readonly Token[], sentence: Sentence | undefined) {
  if (!sentence) return null;
  const first = tokens[sentence.first];
  const last = tokens[sentence.last - 1];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** People named with their office: from the office to the end of the name. */
function titledPeople(tokens: readonly Token[], { first, last }: Sentence): Place[] {
  const people: Place[] = [];
  const isName = (index: number) => {
    const token = index < last ? tokens[index] : undefined;
    return token?.kind === 'word' && token.capital && token.end - token.start > 2;
  };
  for (let index = first; index < last; index += 1) {
    const title = tokens[index];
    if (title?.kind !== 'word' || !TITLE.test(title.plain)) continue;
    for (let at = index + 1; at < Math.min(last, index + 1 + TITLE_REACH); at += 1) {
      if (tokens[at]?.plain === ',' || tokens[at]?.kind === 'break') break;
      if (!isName(at) || !isName(at + 1)) continue;
      let end = at + 1;
      while (isName(end + 1)) end += 1;
      people.push({ kind: 'title', start: title.start, end: tokens[end]?.end ?? title.end });
      index = end;
      break;
    }
  }
  return people;
}

/** In order; of places that overlap the longer one. A wall may hold long sentences: both count. */
function apart(places: readonly Place[]): Place[] {
  const chosen: Place[] = [];
  const meets = (a: Place, b: Place) =>
    a.start < b.end && b.start < a.end && (a.kind === 'wall') === (b.kind === 'wall');
  for (const place of places.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (chosen.every((other) => !meets(place, other))) chosen.push(place);
  return chosen.sort((a, b) => a.start - b.start || b.end - a.end);
}
