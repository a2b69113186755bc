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
import { arrive, beginScroll, jump, listenToTyping, observeMarks } from './page-world';
import { atMost, type Figure, median } from './report';
import { collectionsIn, type OwnTask, ownTasks } from './trace';

/** Comments that arrive at once, and then so many a second. */
const CROWD = 1_000;
const STREAM_A_SECOND = 5;
/** Among the crowd, far from where it is read first: the operator goes there at once. */
const JUMP = 700;
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
    const loads: OwnTask[][] = [];
    const bursts: {
      tasks: OwnTask[];
      judgedAfter: number;
      jumped: number;
      arrival: { drawn: number; marked: number };
    }[] = [];
    const streams: { tasks: OwnTask[]; shownAfter: number[] }[] = [];
    const typings: OwnTask[][] = [];
    const collections: { with: number; without: number }[] = [];
    const scrolls: { with: number; without: number }[] = [];
    const scrolled: OwnTask[][] = [];
    const keys: { with: number; without: number }[] = [];
    const heaps: { with: number; without: number; written: number }[] = [];
    const firstAdvice: number[] = [];

    for (let round = 0; round < rounds; round += 1) {
      say(`страница: круг ${round + 1} из ${rounds}`);
      const page = await openThread(withIt.context);
      // A trace that is on while a script is compiled for the first time slows that manifold.
      loads.push(
        await ownTasks(withIt.context, async () => {
          await page.reload();
          await page.getByTestId('comment-text').first().waitFor();
          await settle(page, QUIET_MS);
        }),
      );
      const bare = await openThread(without.context);
      const session = await page.context().newCDPSession(page);
      const bareSession = await bare.context().newCDPSession(bare);

      const comments = crowd(CROWD, round + 1);
      const own = page;
      await own.bringToFront();
      let arrived = 0;
      let arrival = { drawn: 0, marked: 0 };
      let jumped = 0;
      const burst = await ownTasks(withIt.context, async () => {
        await own.evaluate(observeMarks);
        arrived = performance.now();
        const watching = own.evaluate(arrive, { comments, from: 100_000 });
        arrival = await watching;
        jumped = await own.evaluate(jump, JUMP);
        await settle(own, 2_000);
      });
      // The trace began before the comments came: time counts from the first task after a still page.
      const [first] = burst;
      const drawnAt = (first?.start ?? 0) + arrival.drawn;
      bursts.push({
        tasks: burst,
        judgedAfter: Math.max(0, lastOfMain(burst) - drawnAt),
        arrival,
        jumped,
      });
      if (arrived === 0) throw new Error('Комментарии не пришли.');
      await bare.evaluate(arrive, { comments, from: 100_000 });

      const stream = crowd(seconds * STREAM_A_SECOND, 1_000 + round);
      const delays: number[] = [];
      const streamed = await ownTasks(withIt.context, async () => {
        for (const [index, comment] of stream.entries()) {
          const { marked } = await own.evaluate(arrive, {
            comments: [comment],
            from: 200_000 + index,
          });
          delays.push(marked);
          await settle(own, Math.max(0, 1_000 / STREAM_A_SECOND - (delays.at(-1) ?? 0)));
        }
      });
      streams.push({
        tasks: streamed,
        shownAfter: delays.filter((_, index) => stream[index]?.flagged),
      });

      for (let turn = 0; turn < SCROLLS; turn += 1) {
        await bare.bringToFront();
        const plain = await bare.evaluate(beginScroll, SCROLL_MS);
        await own.bringToFront();
        // Frames are counted without the trace, which costs some of them.
        const frames = await own.evaluate(beginScroll, SCROLL_MS);
        scrolls.push({ with: frames, without: plain });
      }
      scrolled.push(
        await ownTasks(withIt.context, async () => {
          await own.evaluate(beginScroll, SCROLL_MS);
        }),
      );
      const [heap, bareHeap] = [await heapOf(session), await heapOf(bareSession)];

      const text = TYPED_TEXT.repeat(Math.ceil(TYPED / TYPED_TEXT.length)).slice(0, TYPED);
      await bare.bringToFront();
      const plainKeys = await typeInto(bare, text);
      await own.bringToFront();
      firstAdvice.push(await adviceAfterFocus(own));
      keys.push({ with: await typeInto(own, text), without: plainKeys });
      const typing = async (side: Page) => {
        await side.bringToFront();
        await typeInto(side, text);
      };
      typings.push(await ownTasks(withIt.context, () => typing(own)));
      const [mine, theirs] = [
        await collectionsIn(withIt.context, () => typing(own)),
        await collectionsIn(without.context, () => typing(bare)),
      ];
      collections.push({ with: mine.time, without: theirs.time });
      heaps.push({ with: heap, without: bareHeap, written: await heapOf(session) });
      await own.close();
      await bare.close();
    }

    const idle = await benchBare(withIt.context);
    const groups = [
      ['повторное открытие страницы', loads],
      [`${CROWD} комментариев сразу`, bursts.map(({ tasks }) => tasks)],
      [`по ${STREAM_A_SECOND} в секунду`, streams.map(({ tasks }) => tasks)],
      ['прокрутка', scrolled],
      [`набор ${TYPED} знаков`, typings],
    ] as const;
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
        what: 'наше время за повторное открытие',
        measured: `${median(loads.map(sumOf)).toFixed(0)} мс`,
      },
      {
        what: `${CROWD} сразу: сама страница показала их через`,
        measured: `${median(bursts.map(({ arrival }) => arrival.drawn)).toFixed(0)} мс`,
      },
      atMost(
        `${CROWD} сразу: видимые отмечены после этого`,
        median(bursts.map(({ arrival }) => Math.max(0, arrival.marked - arrival.drawn))),
        300,
        'мс',
      ),
      atMost(
        `${CROWD} сразу, и тут же вниз на ${JUMP}: видимые отмечены через`,
        median(bursts.map(({ jumped }) => jumped)),
        300,
        'мс',
      ),
      atMost(
        `${CROWD} сразу: все прочитаны и оценены после этого`,
        median(bursts.map(({ judgedAfter }) => judgedAfter)),
        300,
        'мс',
      ),
      {
        what: `${CROWD} сразу: наше время процессора`,
        measured: `${median(bursts.map(({ tasks }) => sumOf(tasks))).toFixed(0)} мс`,
      },
      atMost(
        `по ${STREAM_A_SECOND} в секунду (${seconds} с): отмечен после появления, худший`,
        Math.max(0, ...streams.flatMap(({ shownAfter }) => shownAfter)),
        300,
        'мс',
      ),
      atMost(
        'прокрутка: кадров меньше, чем без Вахты',
        median(scrolls.map((each) => above(each.without, each.with))),
        3,
        '%',
      ),
      {
        what: 'прокрутка: кадров в секунду, с Вахтой и без',
        measured: `${median(scrolls.map((each) => each.with)).toFixed(1)} и ${median(scrolls.map((each) => each.without)).toFixed(1)}`,
      },
      {
        what: `набор ${TYPED} знаков: от клавиши до кадра, с Вахтой и без`,
        measured: `${median(keys.map((each) => each.with)).toFixed(1)} и ${median(keys.map((each) => each.without)).toFixed(1)} мс`,
      },
      {
        what: `набор ${TYPED} знаков: сборка мусора всей страницы, с Вахтой и без`,
        measured: `${median(collections.map((each) => each.with)).toFixed(0)} и ${median(collections.map((each) => each.without)).toFixed(0)} мс`,
      },
      {
        what: 'самая долгая наша задача вместе со сборкой мусора, которая в неё попала',
        measured: `${Math.max(...groups.flatMap(([, runs]) => runs.flat().map(({ own, collected }) => own + collected))).toFixed(0)} мс`,
      },
      atMost('первый совет после входа в редактор', median(firstAdvice), 300, 'мс'),
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
      ...idle,
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
