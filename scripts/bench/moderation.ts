// Speed of the judge beside what it does at the least (one bare tokenising pass) and beside installed
// peers, in one run: each round measures all of them in turn on the same comments, so that a busy machine
// slows all alike, and the median of the rounds is told.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Profanity } from '@2toad/profanity';
import leo from 'leo-profanity';
import { moderate } from '../../lib/moderation';
import { createJudge } from '../../lib/moderation/engine';
import type { CompiledRules } from '../../lib/moderation/rule';
import compiled from '../../lib/moderation/rules.compiled.json';
import { COMMENTS, shownText } from '../../tests/stand/vk/comments';
import { atLeast, atMost, type Figure, median } from './report';

const ROUNDS = 9;
/** Each measurement of a round goes on for at least so long, milliseconds. */
const LASTS = 120;
/** Comments in a measured set: enough that one set is more than the clock's grain. */
const SET = 2_000;

type Pass = (text: string) => unknown;

const WORD = /[\p{L}\p{N}]+/gu;
/** What nobody who looks at words can do without. */
const bare: Pass = (text) => text.toLowerCase().match(WORD)?.length;

/** What nobody can do without, beside which the rest is told. */
const FLOOR = 'один проход: toLowerCase и слова';
const ALL = 'moderate: все критерии и модель';
const RULES = 'moderate: одни правила';
const TARGETS: Readonly<Record<string, number>> = { [ALL]: 0.5, [RULES]: 1 };

/** Made before `moderate` is asked first, which lets go of what it has unpacked. */
const rules = createJudge(compiled as unknown as CompiledRules);

function passes(): Record<string, Pass> {
  leo.clearList();
  leo.loadDictionary('ru');
  const toad = new Profanity({ languages: ['ru'], wholeWord: false });
  return {
    [FLOOR]: bare,
    [ALL]: moderate,
    [RULES]: (text) => rules.judge(text),
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

/** Longest of a text sixteen times as long, in times: linear, with room for what is cleared away meanwhile. */
const GROWTH = 32;

/** Each round measures every pass on the same comments by turns. @returns shares of the bare pass's speed */
function shares(texts: readonly string[], say: (line: string) => void): Map<string, number> {
  const set = Object.entries(passes());
  for (const [, pass] of set) timed(pass, texts);
  const times = new Map<string, number[]>(set.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, pass] of set) times.get(name)?.push(timed(pass, texts));
  const floor = times.get(FLOOR) ?? [];
  const found = new Map<string, number>();
  for (const [name, own] of times) {
    const share = median(own.map((time, round) => (floor[round] ?? 0) / time));
    found.set(name, share);
    say(`  ${name}: ${median(own).toFixed(1)} мкс, ${share.toFixed(2)} от скорости прохода`);
  }
  return found;
}

const figuresOf = (where: string, found: ReadonlyMap<string, number>): Figure[] =>
  Object.entries(TARGETS).map(([name, least]) =>
    atLeast(`${name}, доля скорости прохода: ${where}`, found.get(name) ?? 0, least),
  );

/** The files of a data folder, each by its first texts. */
function* dataSets(folder: string): Generator<readonly [string, string[]]> {
  for (const file of readdirSync(folder).sort()) {
    if (!/^(?:comments|complaints|spam)-.*\.jsonl$/u.test(file)) continue;
    const lines = readFileSync(join(folder, file), 'utf8').split('\n').slice(0, SET);
    yield [
      file.replace('.jsonl', ''),
      lines.filter(Boolean).map((line) => String(JSON.parse(line).text)),
    ];
  }
}

/**
 * Tells the speed of `moderate()` through `say`, a line a call. Takes about a quarter of a minute, and as
 * long again for each file of a data folder.
 */
export function benchModeration(say: (line: string) => void, data?: string): Figure[] {
  const own = COMMENTS.map(shownText).filter((text) => text !== '');
  const texts = Array.from({ length: SET }, (_, at) => own[at % own.length] ?? '');
  say(`Своих комментариев ${own.length}, раундов ${ROUNDS}, медиана:`);
  const figures = figuresOf('свои комментарии', shares(texts, say));
  for (const [name, texts] of data === undefined ? [] : dataSets(data)) {
    say(`${name}, текстов ${texts.length}:`);
    figures.push(...figuresOf(name, shares(texts, say)));
  }
  say('Худшие случаи, 64 КБ и 1 МБ:');
  let most = 0;
  for (const [name, piece] of Object.entries(HOSTILE)) {
    const thrice = (length: number) => median([0, 1, 2].map(() => once(filled(piece, length))));
    const [short, long] = [thrice(SHORT), thrice(LONG)];
    const growth = long / Math.max(0.5, short);
    most = Math.max(most, growth);
    say(`  ${name}: ${short.toFixed(0)} и ${long.toFixed(0)} мс, рост в ${growth.toFixed(0)} раз`);
  }
  figures.push(atMost('худший рост времени на тексте в 16 раз длиннее', most, GROWTH, 'раз'));
  return figures;
}
