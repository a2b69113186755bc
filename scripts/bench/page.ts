import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { moderate } from '../../lib/moderation';
import { startStand } from '../../tests/stand/server';
import { COMMENTS, shownText } from '../../tests/stand/vk/comments';
import { ensureBrowser, extensionWorker, launch } from '../browser';
import { EXTENSION } from '../project';
import { THREAD } from '../walk';
import {
  arrive,
  beginScroll,
  forgetArrived,
  jump,
  listenToTyping,
  observeMarks,
} from './page-world';
import { atMost, type Figure, median } from './report';
import { collectionsIn, type OwnTask, ownTasks } from './trace';

/** Comments that arrive at once, and then so many a second. */
const CROWD = 1_000;
const STREAM_A_SECOND = 5;
/** Among the crowd, far from where it is read first: the operator goes there at once. */
const JUMP = 700;
/** Numbers of the first comments, far from those of the thread and of one another. */
const FIRST_OF_CROWD = 100_000;
const FIRST_OF_STREAM = 200_000;
/** Streams say other things than crowds. */
const FIRST_SEED_OF_STREAMS = 1_000;
const TYPED = 2_000;
/** Stretches of scrolling in each round, with and without by turns. */
const SCROLLS = 3;
/** One stretch of scrolling, milliseconds. */
const SCROLL_MS = 2_500;
/** A page at rest does nothing of ours for this long, milliseconds. */
const QUIET_MS = 700;

/** A page of the network with neither comments nor editors, which is nobody's own either. */
const BARE = 'https://vk.com/audio';
const MUSIC = '<!doctype html><html lang="ru"><title>Музыка</title><h1>Музыка</h1>';

interface Side {
  context: BrowserContext;
  close(): Promise<void>;
}

async function openSide(extension: string | null, resolverRules: string): Promise<Side> {
  const profile = mkdtempSync(join(tmpdir(), 'vakhta-bench-'));
  const context = await launch(
    ensureBrowser(() => undefined),
    { profile, extension, resolverRules, headless: true },
  );
  if (extension) await extensionWorker(context);
  // Functions sent into a page bring calls of this name with them: the loader of TypeScript writes them.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Comments of two or three sentences of the practice thread, hardly two alike. */
function crowd(count: number, seed: number): { text: string; flagged: boolean }[] {
  const sentences = COMMENTS.map(shownText)
    .flatMap((text) => text.split(/(?<=[.!?])\s+/u))
    .filter((sentence) => sentence.length > 12);
  let state = seed;
  const draw = (size: number) => {
    // A linear congruential generator: the same comments in each run.
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * size);
  };
  return Array.from({ length: count }, (_, index) => {
    const parts = Array.from(
      { length: 2 + draw(2) },
      () => sentences[draw(sentences.length)] ?? '',
    );
    const text = `${parts.join(' ')} Дом ${draw(400)}, ${index}-й подъезд.`;
    return { text, flagged: moderate(text).length > 0 };
  });
}

const settle = async (page: Page, milliseconds: number) => page.waitForTimeout(milliseconds);

async function openThread(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(THREAD);
  await page.getByTestId('comment-text').first().waitFor();
  await settle(page, QUIET_MS);
  return page;
}

/** JS objects and buffers of the page's process after a collection, MB of 1,000,000 bytes. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6;
}

/** Per cent that `value` is above `base`. */
const above = (value: number, base: number) => ((value - base) / base) * 100;

const longest = (tasks: readonly OwnTask[]) => Math.max(0, ...tasks.map(({ own }) => own));
const sumOf = (tasks: readonly OwnTask[]) => tasks.reduce((sum, { own }) => sum + own, 0);
/**
 * When the function that took most of the time was at work last, milliseconds since the trace began. While
 * comments come that is their reading; answers of the registry and the panel's view go on after it.
 */
function lastOfMain(tasks: readonly OwnTask[]): number {
  const times = new Map<string, number>();
  for (const { mainly, own } of tasks) times.set(mainly, (times.get(mainly) ?? 0) + own);
  const [main] = [...times].sort(([, one], [, other]) => other - one);
  return Math.max(0, ...tasks.filter(({ mainly }) => mainly === main?.[0]).map(({ end }) => end));
}

const TYPED_TEXT =
  'В целях обеспечения безопасности жителей осуществляется проведение работ по ремонту дороги. Приходите в парк в субботу! ';

/** The same page with Vakhta and without, in two browsers. */
interface Pair {
  own: Page;
  bare: Page;
}

/** The thread opened once more. */
async function measureLoad(context: BrowserContext, page: Page): Promise<OwnTask[]> {
  // A trace that is on while a script is compiled for the first time slows that manifold.
  return ownTasks(context, async () => {
    await page.reload();
    await page.getByTestId('comment-text').first().waitFor();
    await settle(page, QUIET_MS);
  });
}

/** A crowd that comes at once, and a jump far down while it is still read. */
async function measureBurst(context: BrowserContext, page: Page, seed: number) {
  const comments = crowd(CROWD, seed);
  let arrival = { drawn: 0, marked: 0 };
  let jumped = 0;
  const tasks = await ownTasks(context, async () => {
    await page.evaluate(observeMarks);
    arrival = await page.evaluate(arrive, { comments, from: FIRST_OF_CROWD });
    jumped = await page.evaluate(jump, JUMP);
    await settle(page, 2_000);
  });
  // The trace began before the comments came: time counts from the first task after a still page.
  const drawnAt = (tasks[0]?.start ?? 0) + arrival.drawn;
  return {
    tasks,
    comments,
    drawn: arrival.drawn,
    markedAfter: Math.max(0, arrival.marked - arrival.drawn),
    judgedAfter: Math.max(0, lastOfMain(tasks) - drawnAt),
    jumped,
  };
}

/** Comments that come one by one; how long each that must be marked waited for its mark, milliseconds. */
async function measureStream(context: BrowserContext, page: Page, seconds: number, seed: number) {
  const comments = crowd(seconds * STREAM_A_SECOND, seed);
  const shownAfter: number[] = [];
  const tasks = await ownTasks(context, async () => {
    for (const [index, comment] of comments.entries()) {
      const from = FIRST_OF_STREAM + index;
      const { marked } = await page.evaluate(arrive, { comments: [comment], from });
      if (comment.flagged) shownAfter.push(marked);
      await settle(page, Math.max(0, 1_000 / STREAM_A_SECOND - marked));
    }
  });
  return { tasks, shownAfter };
}

/** Frames a second while scrolling, by turns, and what of ours ran meanwhile. */
async function measureScroll(context: BrowserContext, { own, bare }: Pair) {
  const frames: { with: number; without: number }[] = [];
  for (let turn = 0; turn < SCROLLS; turn += 1) {
    await bare.bringToFront();
    const plain = await bare.evaluate(beginScroll, SCROLL_MS);
    await own.bringToFront();
    // Frames are counted without the trace, which costs some of them.
    frames.push({ with: await own.evaluate(beginScroll, SCROLL_MS), without: plain });
  }
  const tasks = await ownTasks(context, async () => {
    await own.evaluate(beginScroll, SCROLL_MS);
  });
  return { tasks, frames };
}

/** A draft of `TYPED` characters, written as keys. */
async function measureTyping(withIt: BrowserContext, without: BrowserContext, pages: Pair) {
  const { own, bare } = pages;
  const text = TYPED_TEXT.repeat(Math.ceil(TYPED / TYPED_TEXT.length)).slice(0, TYPED);
  await bare.bringToFront();
  const plainKeys = await typeInto(bare, text);
  await own.bringToFront();
  const firstAdvice = await adviceAfterFocus(own);
  const keys = { with: await typeInto(own, text), without: plainKeys };
  const typing = async (side: Page) => {
    await side.bringToFront();
    await typeInto(side, text);
  };
  const tasks = await ownTasks(withIt, () => typing(own));
  const [mine, theirs] = [
    await collectionsIn(withIt, () => typing(own)),
    await collectionsIn(without, () => typing(bare)),
  ];
  return { tasks, firstAdvice, keys, collections: { with: mine.time, without: theirs.time } };
}

/** All that is measured once a round, on pages of its own. */
async function measureRound(withIt: Side, without: Side, seconds: number, round: number) {
  const { context } = withIt;
  const own = await openThread(context);
  await own.bringToFront();
  const load = await measureLoad(context, own);
  const bare = await openThread(without.context);
  const session = await own.context().newCDPSession(own);
  const bareSession = await bare.context().newCDPSession(bare);
  await own.bringToFront();
  const burst = await measureBurst(context, own, round + 1);
  await bare.evaluate(arrive, { comments: burst.comments, from: FIRST_OF_CROWD });
  const stream = await measureStream(context, own, seconds, FIRST_SEED_OF_STREAMS + round);
  const scroll = await measureScroll(context, { own, bare });
  // What the bench itself holds is no memory of the page's.
  for (const side of [own, bare]) await side.evaluate(forgetArrived);
  const heap = { with: await heapOf(session), without: await heapOf(bareSession) };
  const typing = await measureTyping(context, without.context, { own, bare });
  const written = await heapOf(session);
  await own.close();
  await bare.close();
  return { load, burst, stream, scroll, typing, heap: { ...heap, written } };
}
type Round = Awaited<ReturnType<typeof measureRound>>;

/** How long our tasks take, by what happens on the page. */
function taskFigures(rounds: readonly Round[]): Figure[] {
  const groups = [
    ['повторное открытие страницы', rounds.map(({ load }) => load)],
    [`${CROWD} комментариев сразу`, rounds.map(({ burst }) => burst.tasks)],
    [`по ${STREAM_A_SECOND} в секунду`, rounds.map(({ stream }) => stream.tasks)],
    ['прокрутка', rounds.map(({ scroll }) => scroll.tasks)],
    [`набор ${TYPED} знаков`, rounds.map(({ typing }) => typing.tasks)],
  ] as const;
  const withCollections = groups.flatMap(([, runs]) =>
    runs.flat().map(({ own, collected }) => own + collected),
  );
  return [
    ...groups.flatMap(([name, runs]) => [
      atMost(
        `${name}: самая долгая наша задача, процессора, обычный круг`,
        median(runs.map(longest)),
        16,
        'мс',
      ),
      atMost(`${name}: самая долгая за все круги`, Math.max(...runs.map(longest)), 50, 'мс'),
    ]),
    {
      what: 'самая долгая наша задача вместе со сборкой мусора, которая в неё попала',
      measured: `${Math.max(...withCollections).toFixed(0)} мс`,
    },
    {
      what: 'наше время за повторное открытие',
      measured: `${median(rounds.map(({ load }) => sumOf(load))).toFixed(0)} мс`,
    },
  ];
}

/** How soon comments are marked. */
function markFigures(rounds: readonly Round[], seconds: number): Figure[] {
  const bursts = rounds.map(({ burst }) => burst);
  const delays = rounds.flatMap(({ stream }) => stream.shownAfter);
  return [
    {
      what: `${CROWD} сразу: сама страница показала их через`,
      measured: `${median(bursts.map(({ drawn }) => drawn)).toFixed(0)} мс`,
    },
    atMost(
      `${CROWD} сразу: видимые отмечены после этого`,
      median(bursts.map(({ markedAfter }) => markedAfter)),
      300,
      'мс',
    ),
    atMost(
      `${CROWD} сразу, и тут же вниз на ${JUMP}: видимые отмечены через`,
      median(bursts.map(({ jumped }) => jumped)),
      300,
      'мс',
    ),
    // Marks are made near the window only, so this one is nobody's wait: it tells how long the rest takes
    // while the page draws itself and the machine does what else it does.
    {
      what: `${CROWD} сразу: все прочитаны и оценены после этого`,
      measured: `${median(bursts.map(({ judgedAfter }) => judgedAfter)).toFixed(0)} мс`,
    },
    {
      what: `${CROWD} сразу: наше время процессора`,
      measured: `${median(bursts.map(({ tasks }) => sumOf(tasks))).toFixed(0)} мс`,
    },
    atMost(
      `по ${STREAM_A_SECOND} в секунду (${seconds} с): отмечен после появления, худший`,
      Math.max(0, ...delays),
      300,
      'мс',
    ),
  ];
}

/** What is told beside the page without Vakhta. */
function pairedFigures(rounds: readonly Round[]): Figure[] {
  const frames = rounds.flatMap(({ scroll }) => scroll.frames);
  const keys = rounds.map(({ typing }) => typing.keys);
  const collections = rounds.map(({ typing }) => typing.collections);
  const heaps = rounds.map(({ heap }) => heap);
  const both = (
    what: string,
    pairs: readonly { with: number; without: number }[],
    digits: number,
    unit: string,
  ): Figure => ({
    what,
    measured: `${median(pairs.map((each) => each.with)).toFixed(digits)} и ${median(pairs.map((each) => each.without)).toFixed(digits)}${unit}`,
  });
  return [
    atMost(
      'прокрутка: кадров меньше, чем без Вахты',
      median(frames.map((each) => above(each.without, each.with))),
      3,
      '%',
    ),
    both('прокрутка: кадров в секунду, с Вахтой и без', frames, 1, ''),
    both(`набор ${TYPED} знаков: от клавиши до кадра, с Вахтой и без`, keys, 1, ' мс'),
    both(
      `набор ${TYPED} знаков: сборка мусора всей страницы, с Вахтой и без`,
      collections,
      0,
      ' мс',
    ),
    atMost(
      'первый совет после входа в редактор',
      median(rounds.map(({ typing }) => typing.firstAdvice)),
      300,
      'мс',
    ),
    atMost(
      `память вкладки сверх страницы, ${CROWD} комментариев`,
      median(heaps.map((each) => each.with - each.without)),
      12,
      'МБ',
    ),
    {
      what: 'то же, когда в редакторе пишут',
      measured: `${median(heaps.map((each) => each.written - each.without)).toFixed(1)} МБ`,
    },
  ];
}

/**
 * What Vakhta costs a page in the real browser. Each figure that compares is taken with and without it
 * by turns in one run.
 * @param seconds how long new comments go on arriving
 * @param rounds how often all is measured; the figures are medians
 */
export async function benchPage(
  say: (text: string) => void,
  seconds: number,
  rounds: number,
): Promise<Figure[]> {
  const stand = await startStand();
  const [withIt, without] = await Promise.all([
    openSide(EXTENSION, stand.resolverRules),
    openSide(null, stand.resolverRules),
  ]);
  try {
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      say(`страница: круг ${round + 1} из ${rounds}`);
      measured.push(await measureRound(withIt, without, seconds, round));
    }
    return [
      ...taskFigures(measured),
      ...markFigures(measured, seconds),
      ...pairedFigures(measured),
      ...(await benchBare(withIt.context)),
    ];
  } finally {
    await Promise.all([withIt.close(), without.close()]);
    await stand.close();
  }
}

const field = (page: Page) => page.getByTestId('content-editable-input').first();

/** Types a text as keys; how long a key takes to reach the screen, milliseconds, at the median. */
async function typeInto(page: Page, text: string): Promise<number> {
  await field(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  const delays = await page.evaluateHandle(listenToTyping);
  await page.keyboard.type(text);
  return median(await delays.evaluate((list) => list));
}

/** From going into an editor, where a text is put at once, to the first mark, milliseconds. */
async function adviceAfterFocus(page: Page): Promise<number> {
  const waiting = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener(
          'focusin',
          () => {
            const began = performance.now();
            const before = new Set(CSS.highlights.keys());
            const look = () => {
              if ([...CSS.highlights.keys()].some((name) => !before.has(name)))
                resolve(performance.now() - began);
              else requestAnimationFrame(look);
            };
            look();
          },
          { once: true, capture: true },
        );
      }),
  );
  await field(page).click();
  await page.keyboard.insertText('В целях проведения субботника зовём жителей двора. Ждём');
  const after = await waiting;
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  return after;
}

/** A page of the network on which there is nothing to do for Vakhta, while it changes all the time. */
async function benchBare(context: BrowserContext): Promise<Figure[]> {
  const page = await context.newPage();
  await page.route(BARE, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: MUSIC }),
  );
  await page.goto(BARE);
  const load = await ownTasks(context, async () => {
    await page.reload();
    await settle(page, 2_000);
  });
  const changes = 300;
  const busy = await ownTasks(context, async () => {
    await page.evaluate(async (count) => {
      for (let index = 0; index < count; index += 1) {
        const song = document.createElement('p');
        song.textContent = `Песня ${index}`;
        document.body.append(song);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }, changes);
  });
  const rest = await ownTasks(context, () => settle(page, 5_000));
  await page.close();
  return [
    {
      what: 'страница без комментариев и редакторов: при открытии, всего',
      measured: `${sumOf(load).toFixed(1)} мс`,
    },
    atMost(`она же: ${changes} изменений, на одно`, (sumOf(busy) / changes) * 1_000, 50, 'мкс'),
    atMost('она же в покое, 5 с', sumOf(rest), 0.1, 'мс'),
  ];
}
