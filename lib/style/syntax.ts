import { isAdjective } from '../language/morphology/adjectives';
import { readWord } from '../language/morphology/endings';
import { remembered } from '../language/remembered';
import type { Sentence } from '../language/sentences';
import type { Token } from '../language/words';
import type { Remark } from './contract';

/** A remark on how a sentence is built; advice only, since a person must rebuild it. */
export interface SyntaxRemark {
  remark: Remark;
  soft: boolean;
  waits: boolean;
}

interface SyntaxRule {
  id: string;
  why: string;
  before: string;
  after: string;
}

/** Figures from plain-language practice: twenty words is a comfortable sentence, fifty is too much for anybody. */
const LONG_SENTENCE = 24;
const TOO_LONG_SENTENCE = 50;
const GENITIVES = 3;
const MANY_GENITIVES = 5;
const VERBAL_NOUNS = 3;
const MANY_VERBAL_NOUNS = 8;
const PARTICIPLES = 2;
/** Characters of a paragraph without a break that a telephone shows as a wall. */
const WALL = 700;
const HUGE_WALL = 1_200;
const HASHTAGS = 25;
const EMOJI_IN_A_ROW = 5;
const TITLES = 3;
const SHOUTED = 6;

const RULES = {
  long: {
    id: 'длинное-предложение',
    why: 'Предложение длинное: разделите его на два-три.',
    before: 'В парке, который открыли в мае и который так ждали соседи, появились качели и горка.',
    after: 'В мае открыли парк, его ждали все соседи. Теперь там качели и горка.',
  },
  genitives: {
    id: 'цепочка-родительных',
    why: 'Существительные цепляются одно за другое: верните глагол.',
    before: 'Обсудили вопрос обеспечения безопасности движения транспорта.',
    after: 'Обсудили, как сделать дороги безопаснее.',
  },
  nouns: {
    id: 'отглагольные',
    why: 'Действия спрятаны в существительных: скажите, кто что делает.',
    before: 'Проведение проверки и принятие решения займут неделю.',
    after: 'За неделю проверим и решим.',
  },
  participles: {
    id: 'причастия',
    why: 'Причастные обороты идут один за другим: разделите фразу.',
    before: 'Дом, построенный в мае, сданный в июне, заселят осенью.',
    after: 'Дом построили в мае, сдали в июне. Заселят его осенью.',
  },
  dateline: {
    id: 'шапка',
    why: 'Город и дата в начале — шапка пресс-релиза. Начните с сути.',
    before: 'КЕМЕРОВО, 5 июня. В парке открыли каток.',
    after: 'В парке открыли каток!',
  },
  dateFirst: {
    id: 'дата-в-начале',
    why: 'С даты начинают отчёты. Начните с того, что случилось.',
    before: '5 июня в школе прошло открытие спортзала.',
    after: 'В школе теперь свой спортзал!',
  },
  quote: {
    id: 'цитата-отметил',
    why: 'Цитата с «отметил» — из пресс-релиза. Скажите от себя или напишите «сказал».',
    before: '«Успеем», — отметил глава района.',
    after: 'Обещаем: успеем.',
  },
  titles: {
    id: 'должности-подряд',
    why: 'Перечень должностей людям не важен: назовите тех, кто что-то сделал.',
    before: 'Были глава района Иван Петров, министр Пётр Ильин и депутат Анна Белова.',
    after: 'Парк открыли вместе с теми, кто его строил.',
  },
  wall: {
    id: 'стена-текста',
    why: 'Абзац слишком длинный: на телефоне это стена. Разбейте его.',
    before: 'Один абзац на весь экран.',
    after: 'Два-три коротких абзаца.',
  },
  hashtags: {
    id: 'хештеги',
    why: 'Много хештегов: оставьте два-три, по которым вас ищут.',
    before: '#парк #город #лето #каток #дети #спорт',
    after: '#парк #каток',
  },
  emoji: {
    id: 'эмодзи',
    why: 'Эмодзи подряд мешают читать: хватит одного.',
    before: 'Каток открыт!🎉🎉🎉🎉🎉',
    after: 'Каток открыт! 🎉',
  },
  shout: {
    id: 'крик',
    why: 'Большими буквами кричат: пишите обычными.',
    before: 'ВНИМАНИЕ ВСЕМ ЖИТЕЛЯМ НАШЕГО РАЙОНА!',
    after: 'Соседи, важное!',
  },
} satisfies Record<string, SyntaxRule>;

const MONTHS =
  /^(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)$/u;
const VERBAL_NOUN =
  /^.{3,}(?:ени|ани|яни|аци|яци|ици|уци|тельств)(?:е|я|ю|ем|и|ий|й|ям|ями|ях|о|а|у|ом|ах|ами)$/u;
const PARTICIPLE =
  /^.{3,}(?:щ|вш|нн|им|ем)(?:ий|ый|ая|яя|ое|ее|ие|ые|его|ого|ему|ому|ую|юю|ей|ой|их|ых|ими|ыми)(?:ся)?$/u;
const SPEECH =
  /^(?:отметил|подчеркнул|прокомментировал|заявил|констатировал|резюмировал|пояснил|добавил|сообщил|рассказал)а?и?$/u;
const DRY_SPEECH = /^(?:отметил|подчеркнул|прокомментировал|констатировал|резюмировал)а?и?$/u;
const TITLE =
  /^(?:глав|губернатор|министр|мэр|депутат|директор|начальник|руководител|председател|заместител|вице-губернатор|сенатор|прокурор|ректор|зампред|замглав)[а-я]{0,4}$/u;

/** What a word alone says of how its sentence is built. */
interface Build {
  verbal: boolean;
  participle: boolean;
  title: boolean;
  /** A noun in the genitive. */
  genitive: boolean;
  /** An adjective in the genitive; not asked of those nouns. */
  describesGenitive: boolean;
}

const buildOf = remembered((word): Build => {
  const reading = word.length > 3 ? readWord(word, 'gent') : null;
  // «первого», «нового» describe, whatever noun the tables take them for.
  const genitive = reading?.kind === 'noun' && !/(?:ости|[ое]го)$/u.test(word);
  return {
    verbal: VERBAL_NOUN.test(word),
    participle: PARTICIPLE.test(word),
    title: TITLE.test(word),
    genitive,
    describesGenitive: !genitive && isAdjective(word, 'gent'),
  };
});

const remarkOf = (rule: SyntaxRule, start: number, end: number, soft: boolean): SyntaxRemark => ({
  soft,
  waits: false,
  remark: {
    category: 'syntax',
    rule: `syntax/${rule.id}`,
    start,
    end,
    why: rule.why,
    replacements: [],
    example: { before: rule.before, after: rule.after },
  },
});

/** Remarks on one sentence, tokens `[first, last)`. */
export function sentenceSyntax(
  text: string,
  tokens: readonly Token[],
  { first, last }: Sentence,
): SyntaxRemark[] {
  const remarks: SyntaxRemark[] = [];
  const begin = tokens[first];
  const end = tokens[last - 1];
  if (!begin || !end) return remarks;
  const whole = (rule: SyntaxRule, soft: boolean) =>
    remarks.push(remarkOf(rule, begin.start, end.end, soft));

  let words = 0;
  // An emoji or a bracketed smile ends a breath where people leave the full stop out.
  let run = 0;
  let stretch = 0;
  let verbal = 0;
  let participles = 0;
  let shouted = 0;
  let titles = 0;
  let chain = 0;
  let chainStart = begin;
  let chainEnd = begin;
  let longest = 0;
  let [longestStart, longestEnd] = [begin, begin];
  for (let index = first; index < last; index += 1) {
    const token = tokens[index];
    if (!token) break;
    const breaks = token.kind !== 'word';
    // A hashtag is no word of the sentence.
    if (!breaks && tokens[index - 1]?.plain !== '#') {
      words += 1;
      run += 1;
      if (run > stretch) stretch = run;
      const build = buildOf(token.plain);
      if (build.verbal) verbal += 1;
      if (build.participle && tokens[index - 1]?.plain === ',') participles += 1;
      if (token.capital && token.end - token.start > 3) {
        const written = text.slice(token.start, token.end);
        if (written === written.toUpperCase() && /[А-ЯЁ]/u.test(written)) shouted += 1;
      }
      const name = tokens[index + 1];
      if (build.title && hasNameSoon(tokens, index + 1, last)) titles += name ? 1 : 0;
      if (build.genitive) {
        if (chain === 0) chainStart = token;
        chain += 1;
        chainEnd = token;
      } else if (!build.describesGenitive) chain = 0;
    } else chain = 0;
    if (token.kind === 'other' || token.plain === '#' || token.plain === ')') run = 0;
    if (chain > longest) {
      longest = chain;
      longestStart = chainStart;
      longestEnd = chainEnd;
    }
    if (breaks && (token.plain === '—' || token.plain === '–' || token.plain === '-')) {
      const verb = tokens[index + 1];
      const before = tokens[index - 1];
      const quoted = before?.plain === ',' ? tokens[index - 2] : before;
      if (
        verb &&
        SPEECH.test(verb.plain) &&
        (quoted?.plain === '»' || quoted?.plain === '"' || quoted?.plain === '”')
      ) {
        remarks.push(remarkOf(RULES.quote, verb.start, verb.end, !DRY_SPEECH.test(verb.plain)));
      }
    }
  }
  if (stretch > LONG_SENTENCE) whole(RULES.long, stretch <= TOO_LONG_SENTENCE);
  if (longest >= GENITIVES) {
    remarks.push(
      remarkOf(RULES.genitives, longestStart.start, longestEnd.end, longest < MANY_GENITIVES),
    );
  }
  if (verbal >= VERBAL_NOUNS && verbal * 8 >= words) whole(RULES.nouns, verbal < MANY_VERBAL_NOUNS);
  if (participles >= PARTICIPLES) whole(RULES.participles, true);
  if (shouted >= SHOUTED && shouted * 2 > words) whole(RULES.shout, true);
  if (titles >= TITLES) whole(RULES.titles, false);
  return remarks;
}

/** Two words with capitals within the next few: a name behind a title. */
function hasNameSoon(tokens: readonly Token[], from: number, last: number): boolean {
  for (let index = from; index < Math.min(last - 1, from + 6); index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') return false;
    if (token.capital && tokens[index + 1]?.capital) return true;
  }
  return false;
}

/** Remarks on the text as a whole: its opening, its paragraphs, its signs. */
export function textSyntax(text: string, tokens: readonly Token[]): SyntaxRemark[] {
  const remarks: SyntaxRemark[] = [];
  const [one, two, three, four] = tokens;
  if (one?.kind === 'word' && one.capital && two && three && four) {
    const number = two.plain === ',' ? three : two;
    const month = two.plain === ',' ? four : three;
    const caps = text.slice(one.start, one.end) === text.slice(one.start, one.end).toUpperCase();
    if (number.kind === 'number' && MONTHS.test(month.plain) && (caps || two.plain === ',')) {
      remarks.push(remarkOf(RULES.dateline, one.start, month.end, false));
    }
  }
  if (one?.kind === 'number' && two && MONTHS.test(two.plain)) {
    remarks.push(remarkOf(RULES.dateFirst, one.start, two.end, true));
  }
  let from = 0;
  let hashtags = 0;
  let firstHashtag: Token | undefined;
  let emoji = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (!token) break;
    if (token.kind === 'break' || next === undefined) {
      const begin = tokens[from];
      const end = token.kind === 'break' ? tokens[index - 1] : token;
      if (begin && end && end.end - begin.start > WALL) {
        remarks.push(remarkOf(RULES.wall, begin.start, end.end, end.end - begin.start < HUGE_WALL));
      }
      from = index + 1;
    }
    if (token.plain === '#' && next?.kind === 'word') {
      hashtags += 1;
      firstHashtag ??= token;
      if (hashtags === HASHTAGS && firstHashtag) {
        remarks.push(remarkOf(RULES.hashtags, firstHashtag.start, next.end, false));
      }
    }
    emoji =
      token.kind === 'other' && /\p{Extended_Pictographic}/u.test(token.plain)
        ? emoji + 1
        : token.kind === 'other'
          ? emoji
          : 0;
    if (emoji === EMOJI_IN_A_ROW) {
      const start = tokens[index - EMOJI_IN_A_ROW + 1] ?? token;
      remarks.push(remarkOf(RULES.emoji, start.start, token.end, false));
    }
  }
  return remarks;
}
