import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import { findFirefox, launchFirefox } from '../../scripts/firefox';
import { FIREFOX_EXTENSION } from '../../scripts/project';
import { lookOf } from '../e2e/overlay';
import { startStand } from '../stand/server';
import { Overlay } from './overlay';

/** Any will do: a fresh profile is told to give the extension this one. */
const ADDRESS = '11111111-2222-4333-8444-555555555555';

const manifestSchema = z.object({
  browser_specific_settings: z.object({ gecko: z.object({ id: z.string() }) }),
});

/** A page may be slow on a loaded machine; nothing here is measured. */
const PATIENCE = { timeout: 30_000, interval: 100 };

/** Firefox with Vakhta in it, and the practice pages behind every host. */
export class Fox {
  private constructor(
    private readonly browser: Browser,
    private readonly closeStand: () => Promise<void>,
  ) {}

  static async start(): Promise<Fox> {
    const path = findFirefox();
    if (!path) throw new Error('No Firefox here: `npm test` installs one.');
    const manifest = `${FIREFOX_EXTENSION}/manifest.json`;
    if (!existsSync(manifest)) {
      throw new Error('Not built for Firefox: run `npm run build:firefox` first.');
    }
    const { browser_specific_settings: settings } = manifestSchema.parse(
      JSON.parse(readFileSync(manifest, 'utf8')),
    );
    const stand = await startStand();
    const browser = await launchFirefox({
      path,
      extension: FIREFOX_EXTENSION,
      id: settings.gecko.id,
      address: ADDRESS,
      port: stand.port,
    });
    return new Fox(browser, () => stand.close());
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.closeStand();
  }

  async open(address: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(address);
    return page;
  }

  /** What Vakhta draws on the page. */
  overlay(page: Page): Overlay {
    return new Overlay(this.browser, page);
  }

  /** Opens one of the extension's own pages, e.g. `popup.html`. */
  async openOwn(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    const address = `moz-extension://${ADDRESS}/${path}`;
    // The page moves to another process while it loads, and its load event never reaches the driver.
    await page.goto(address, { timeout: 2_000 }).catch(() => undefined);
    await expect.poll(() => page.evaluate(() => document.readyState), PATIENCE).toBe('complete');
    return page;
  }

  /** Every row of a table of the registry, read from one of the extension's own pages. */
  async rows(table: string): Promise<Record<string, unknown>[]> {
    const page = await this.openOwn('popup.html');
    try {
      return await page.evaluate(readTable, table);
    } finally {
      await page.close();
    }
  }
}

/** Waits until `read` gives what passes. */
export const until = <Value>(read: () => Promise<Value>) => expect.poll(read, PATIENCE);

/** The marks drawn on the page by their looks, with the words under each; pages see the same list. */
export async function marksOn(page: Page): Promise<Record<string, string[]>> {
  const { marks, rules } = await page.evaluate(readMarks);
  return Object.fromEntries(
    Object.entries(marks).map(([name, words]) => [lookOf(name, rules), words]),
  );
}

function readMarks(): { marks: Record<string, string[]>; rules: string } {
  const marks: Record<string, string[]> = {};
  for (const [name, highlight] of CSS.highlights) {
    marks[name] = [...highlight].map((part) => {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return range.toString();
    });
  }
  const rules = Array.from(document.querySelectorAll('style'), (style) => style.textContent);
  return { marks, rules: rules.join('\n') };
}

function readTable(name: string): Promise<Record<string, unknown>[]> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('vakhta');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains(name)) {
        database.close();
        done([]);
        return;
      }
      const reading = database.transaction(name).objectStore(name).getAll();
      reading.onerror = () => fail(reading.error);
      reading.onsuccess = () => {
        database.close();
        done(reading.result);
      };
    };
  });
}
