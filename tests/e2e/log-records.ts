import { expect, type Page, type Worker } from '@playwright/test';
import axe from 'axe-core';
import type { LogRow } from '../../lib/registry/database';
import type { Action } from '../../lib/registry/schema';

const PHRASE = 'стадо баранов';
const TEXT = `Вы там все ${PHRASE}, а не администрация`;

/** An action as the page would record it. @param number gives it its id and comment */
export function action(number: number, change: Partial<Action> = {}): Action {
  const start = TEXT.indexOf(PHRASE);
  return {
    id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    time: new Date(Date.now() - number * 60_000).toISOString(),
    operator: 'Анна',
    network: 'vk',
    account: '-100',
    thread: '-100_200',
    commentId: `-100_${3_000 + number}`,
    permalink: `https://vk.com/wall-100_200?reply=${3_000 + number}`,
    author: 'Пётр Синицын',
    authorUrl: 'https://vk.com/id5',
    commentTime: '',
    text: TEXT,
    kind: 'delete',
    criterion: 'insult',
    ground: 'insult',
    clause: '2.6',
    findings: [
      {
        criterion: 'insult',
        strength: 'certain',
        rule: 'insult/herd',
        start,
        end: start + PHRASE.length,
        why: 'Унижает людей.',
      },
    ],
    note: '',
    refers: null,
    origin: 'native',
    ...change,
  };
}

interface ExtensionWorld {
  chrome: { storage: { local: { set(items: object): Promise<void> } } };
}

/** Hands actions in the way a content script does: through the outbox. */
export async function hand(worker: Worker, actions: readonly Action[]): Promise<void> {
  await worker.evaluate(
    async (items) => {
      await (globalThis as unknown as ExtensionWorld).chrome.storage.local.set(items);
    },
    Object.fromEntries(actions.map((one) => [`outbox:${one.id}`, { type: 'action', action: one }])),
  );
}

/** Stores settings as the settings page does. */
export async function set(worker: Worker, settings: object): Promise<void> {
  await worker.evaluate(async (value) => {
    await (globalThis as unknown as ExtensionWorld).chrome.storage.local.set({ settings: value });
  }, settings);
}

/**
 * Fills the log with `count` rows made from one, newest first, a minute apart; without the ledger,
 * which would take minutes. `page` must be a page of the extension with the registry open.
 */
export async function fill(page: Page, count: number): Promise<void> {
  const row: LogRow = {
    ...action(1),
    seq: 1,
    undone: false,
    amended: false,
    authorKey: 'vk:https://vk.com/id5',
  };
  await page.evaluate(
    async ([template, total]) => {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open('vakhta');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      const now = Date.now();
      for (let start = 0; start < total; start += 10_000) {
        const change = database.transaction(['log', 'words'], 'readwrite', {
          durability: 'relaxed',
        });
        for (let number = start; number < Math.min(total, start + 10_000); number += 1) {
          const id = `01900000-0000-7000-9000-${String(number).padStart(12, '0')}`;
          const time = new Date(now - number * 60_000).toISOString();
          const digits = id.replaceAll('-', '').match(/../g) ?? [];
          change.objectStore('log').put({
            ...template,
            id,
            time,
            seq: total - number,
            criterion: number % 4 === 0 ? 'spam' : 'insult',
            author: `Автор ${number}`,
          });
          change.objectStore('words').put({
            id: Uint8Array.from(digits, (pair) => Number.parseInt(pair, 16)),
            words: ['стадо', 'баранов', 'админист'].map((word) => `${time.slice(0, 7)} ${word}`),
          });
        }
        await new Promise<void>((done, fail) => {
          change.oncomplete = () => done();
          change.onerror = () => fail(change.error);
        });
      }
      database.close();
    },
    [row, count] as const,
  );
}

/** Nothing on the page stands in anybody's way (WCAG 2.2 A and AA by axe-core). */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoFault(page, { type: 'tag', values: [...WCAG] });
}

/** The one demand that hangs on the theme: for a page that has just been looked at in the other one. */
export async function expectReadable(page: Page): Promise<void> {
  await expectNoFault(page, { type: 'rule', values: ['color-contrast'] });
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const;

async function expectNoFault(page: Page, runOnly: axe.RunOnly): Promise<void> {
  // Half-faded text has half its contrast: what opens or closes must have come to rest.
  await page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let still = 0; still < 5; still += 1) {
      await nextFrame();
      if (document.getAnimations().some(({ playState }) => playState === 'running')) still = -1;
    }
  });
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (only) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: only,
      // What is in order is not written down: on a long table that is most of the work.
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, runOnly);
  expect(found).toEqual([]);
}

/** Errors that a page of ours writes to its console, its security policy's among them. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}
