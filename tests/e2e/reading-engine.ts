import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import type { Comment, NativeKind } from '../../lib/networks/contract';

/** What the reading of a page has told, in the page that is read. */
export interface ReadingLog {
  /** Comments that stand in the page, in the order of their appearance. */
  comments(): Comment[];
  /** All calls so far: `read -100_301`, `moved …`, `gone …`, `error …`. */
  calls: string[];
  /** How often everything that had changed was dealt with. */
  rests: number;
  navigated(): void;
  end(): void;
  /** Remembers the places of all comments that stand in the page. */
  remember(): void;
  /** Which of the remembered comments an action took effect on, as the page shows now. */
  reached(kind: NativeKind): string[];
}

const ENTRY = `
import { vk } from './lib/networks/vk';
import { watchComments } from './lib/page/watch';
import { outcomeReached, rememberSlot } from './lib/networks/native';
const calls = [];
const life = new AbortController();
const log = { calls, rests: 0 };
const watch = watchComments({
  adapter: vk,
  document,
  signal: life.signal,
  onRead: (live) => calls.push('read ' + live.comment.id),
  onMoved: (live) => calls.push('moved ' + live.comment.id),
  onGone: (key) => calls.push('gone ' + key.split(' ')[1]),
  onIdle: () => { log.rests += 1; },
  onError: (error) => calls.push('error ' + error),
});
log.comments = () => [...watch.comments.values()].map(({ comment }) => comment);
log.navigated = () => watch.navigated();
log.end = () => life.abort();
const slots = new Map();
log.remember = () => {
  slots.clear();
  for (const { comment, root } of watch.comments.values())
    slots.set(comment.id, rememberSlot(vk, root, new URL(location.href)));
};
log.reached = (kind) =>
  [...slots].filter(([, slot]) => outcomeReached(vk, kind, slot)).map(([id]) => id);
globalThis.reading = log;
`;

declare global {
  interface Window {
    reading: ReadingLog;
  }
}

let bundled: Promise<string> | undefined;

/** The reading of comments alone, as one script, without the rest of the extension. */
function engine(): Promise<string> {
  bundled ??= build({
    stdin: {
      contents: ENTRY,
      resolveDir: fileURLToPath(new URL('../../', import.meta.url)),
      loader: 'js',
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundled;
}

/** Begins to read the comments of an open page, and waits until all that stand there are read. */
export async function startReading(page: Page): Promise<void> {
  await page.evaluate(await engine());
  await page.waitForFunction(() => window.reading.rests > 0);
}
