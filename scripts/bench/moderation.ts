// Speed of the judge beside what it does at the least (one bare tokenising pass) and beside installed
// peers, in one run: each round measures all of them in turn on the same comments, so that a busy machine
// slows all alike, and the median of the rounds is told.
import { Profanity } from '@2toad/profanity';
import leo from 'leo-profanity';
import { moderate } from '../../lib/moderation';
import { createJudge } from '../../lib/moderation/engine';
import type { CompiledRules } from '../../lib/moderation/rule';
import compiled from '../../lib/moderation/rules.compiled.json';
import { COMMENTS, shownText } from '../../tests/stand/vk/comments';

const ROUNDS = 9;
/** Each measurement of a round goes on for at least so long, milliseconds. */
const LASTS = 120;
/** Comments in a measured set: enough that one set is more than the clock's grain. */
const SET = 2_000;

type Pass = (text: string) => unknown;

const WORD = /[\p{L}\p{N}]+/gu;
/** What nobody who looks at words can do without. */
const bare: Pass = (text) => text.toLowerCase().match(WORD)?.length;

function passes(): Record<string, Pass> {
  const rules = createJudge(compiled as unknown as CompiledRules);
  leo.clearList();
  leo.loadDictionary('ru');
  const toad = new Profanity({ languages: ['ru'], wholeWord: false });
  return {
    'один проход: toLowerCase и слова': bare,
    'moderate: все критерии и модель': moderate,
    'moderate: одни правила': (text) => rules.judge(text),
    'leo-profanity 1.9.0, ru': (text) => leo.check(text),
    '@2toad/profanity 3.3.0, ru, части слов': (text) => toad.exists(text),
  };
}

/** Microseconds a comment, once. */
function timed(pass: Pass, texts: readonly string[]): number {
  let calls = 0;
  const started = performance.now();
  do {
    for (const text of texts) pass(text);
    calls += texts.length;
  } while (performance.now() - started < LASTS);
  return ((performance.now() - started) / calls) * 1_000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Texts made to be slow; each is cut to the length asked. */
const HOSTILE: Readonly<Record<string, string>> = {
  'одна буква': 'а',
  'слова вперемежку': 'Дайте горячую воду, верните автобус. ',
  'мат подряд': 'сука блядь пиздец ',
  'буквы вразбивку': 'п и з д ',
  'точки внутри': 'бл.я.т.ь..',
  звёздочки: 'х*',
  'пустые знаки': 'х\u200b',
  'две азбуки': 'xyйня ',
  цифры: '8 913 ',
  'ссылки без конца': 'http://a.',
  'скобки и кавычки': '«"([',
  собаки: '@a ',
  адреса: 'живёт на улице по на ',
  слитно: 'тыжесука',
};
const SHORT = 1 << 16;
const LONG = 1 << 20;
const filled = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

function once(text: string): number {
  const started = performance.now();
  moderate(text);
  return performance.now() - started;
}

/** Tells the speed of `moderate()` through `say`, a line a call. Takes about a quarter of a minute. */
export function benchModeration(say: (line: string) => void): void {
  const own = COMMENTS.map(shownText).filter((text) => text !== '');
  const texts = Array.from({ length: SET }, (_, at) => own[at % own.length] as string);
  const set = Object.entries(passes());
  for (const [, pass] of set) timed(pass, texts);
  const times = new Map<string, number[]>(set.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, pass] of set) times.get(name)?.push(timed(pass, texts));
  const floor = times.get(set[0]?.[0] ?? '') ?? [];
  say(`Комментариев ${own.length}, раундов ${ROUNDS}, медиана:`);
  for (const [name, own] of times) {
    const ratio = median(own.map((time, round) => (floor[round] as number) / time));
    say(`  ${name}: ${median(own).toFixed(1)} мкс, ${ratio.toFixed(2)} от скорости прохода`);
  }
  say('Худшие случаи, 64 КБ и 1 МБ:');
  for (const [name, piece] of Object.entries(HOSTILE)) {
    const short = median([0, 1, 2].map(() => once(filled(piece, SHORT))));
    const long = once(filled(piece, LONG));
    say(
      `  ${name}: ${short.toFixed(0)} и ${long.toFixed(0)} мс, рост в ${(long / Math.max(0.5, short)).toFixed(0)} раз`,
    );
  }
}
