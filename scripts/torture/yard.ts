import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import type { LedgerEntry } from '../../lib/registry/schema';
import { type Browser, extensionWorker, programOptions } from '../browser';

interface Storage {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
  remove(keys: string[]): Promise<void>;
}
interface ExtensionWorld {
  chrome: { storage: { local: Storage } };
}

/** Keys of what fills the extension's storage to the brim. */
const FILLER = 'filler:';
/** After this long without a connection a new limit of the database holds, milliseconds. */
const QUOTA_SETTLES_MS = 3_000;

/** A browser with the extension in it that may be killed and started again on the same profile. */
export class Yard {
  readonly #home = mkdtempSync(join(tmpdir(), 'vakhta-torture-'));
  readonly #extension = join(this.#home, 'extension');
  #context: BrowserContext | undefined;
  #protocol: CDPSession | undefined;
  /** Keeps the storage full. */
  #filling: Page | undefined;
  extensionId = '';
  #version = 0;

  /**
   * @param extension folder of the built extension; a copy of it is used, without `unlimitedStorage`, so
   *   that a quota can be exhausted
   */
  constructor(
    private readonly browser: Browser,
    extension: string,
    private readonly resolverRules: string,
  ) {
    cpSync(extension, this.#extension, { recursive: true });
    this.#writeManifest();
  }

  /** Each update is another version, as from a shop. */
  #writeManifest(): void {
    const path = join(this.#extension, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] };
    const permissions = manifest.permissions.filter((one) => one !== 'unlimitedStorage');
    this.#version += 1;
    const next = { ...manifest, version: `0.1.${this.#version}`, permissions };
    writeFileSync(path, JSON.stringify(next));
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser is not running');
    return this.#context;
  }

  async start(): Promise<void> {
    const options = programOptions(this.browser, {
      extension: this.#extension,
      resolverRules: this.resolverRules,
      headless: true,
    });
    this.#context = await chromium.launchPersistentContext(join(this.#home, 'profile'), {
      ...options,
      args: [...(options.args ?? []), '--enable-unsafe-extension-debugging'],
      ignoreHTTPSErrors: true,
      viewport: { width: 1280, height: 900 },
    });
    this.#protocol = await this.#context.browser()?.newBrowserCDPSession();
    if (!this.browser.loadsExtensions) await this.#load();
    this.extensionId = new URL((await extensionWorker(this.#context)).url()).host;
    // Functions sent into a page bring calls of this name with them: the loader of TypeScript writes them.
    await this.#context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  }

  get protocol(): CDPSession {
    if (!this.#protocol) throw new Error('the browser cannot be driven');
    return this.#protocol;
  }

  async #load(): Promise<void> {
    // Newer than Playwright's list of the protocol, hence the cast.
    const send = this.protocol.send.bind(this.protocol) as (
      method: string,
      params: object,
    ) => Promise<unknown>;
    await send('Extensions.loadUnpacked', { path: this.#extension });
  }

  /** The next version is put over the one that runs, with its pages open. */
  async update(): Promise<void> {
    this.#writeManifest();
    await this.#load();
  }

  /** Ends the worker as the browser does, at whatever line it is. */
  async killWorker(): Promise<void> {
    const { targetInfos } = await this.protocol.send('Target.getTargets');
    const target = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(this.extensionId),
    );
    if (target) await this.protocol.send('Target.closeTarget', { targetId: target.targetId });
  }

  /** SIGKILL to the browser's main process; resolves when it is gone. */
  async killBrowser(): Promise<void> {
    const { processInfo } = await this.protocol.send('SystemInfo.getProcessInfo');
    const main = processInfo.find(({ type }) => type === 'browser');
    if (!main) throw new Error('the browser does not say which process it is');
    const gone = new Promise<void>((resolve) => this.context.once('close', () => resolve()));
    process.kill(main.id, 'SIGKILL');
    await gone;
    this.#context = undefined;
    this.#protocol = undefined;
  }

  async #own(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.extensionId}/popup.html`);
    return page;
  }

  /** A page of the extension itself, for as long as `work` takes. */
  async #inside<Result>(work: (page: Page) => Promise<Result>): Promise<Result> {
    const page = await this.#own();
    try {
      return await work(page);
    } finally {
      await page.close();
    }
  }

  /**
   * Nothing more fits into the extension's storage, nor into its database. Wants stillness: Chromium
   * asks for the limit anew only once nobody has had the database open for a while.
   */
  async fill(): Promise<void> {
    const page = await this.#own();
    this.#filling = page;
    // The limit ends with the session that asked for it, so the page stays open.
    const session = await this.context.newCDPSession(page);
    const origin = `chrome-extension://${this.extensionId}`;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await page.evaluate(async (prefix) => {
      const { local } = (globalThis as unknown as ExtensionWorld).chrome.storage;
      let number = 0;
      for (const size of [1_000_000, 100_000, 10_000, 1_000, 100]) {
        for (let fits = true; fits; number += 1) {
          fits = await local.set({ [`${prefix}${number}`]: 'x'.repeat(size) }).then(
            () => true,
            () => false,
          );
        }
      }
    }, FILLER);
    await this.killWorker();
    await new Promise((resolve) => setTimeout(resolve, QUOTA_SETTLES_MS));
  }

  /** There is room again. */
  async free(): Promise<void> {
    await this.#filling?.evaluate(async (prefix) => {
      const { local } = (globalThis as unknown as ExtensionWorld).chrome.storage;
      const keys = Object.keys(await local.get(null)).filter((key) => key.startsWith(prefix));
      await local.remove(keys);
    }, FILLER);
    await this.#filling?.close();
    this.#filling = undefined;
  }

  /** Another version of the database is being made for so long; meanwhile nobody else can open it. */
  async blockDatabase(milliseconds: number): Promise<void> {
    await this.#inside((page) =>
      page.evaluate(async (time) => {
        const known = (await indexedDB.databases()).find(({ name }) => name === 'vakhta');
        await new Promise<void>((done, fail) => {
          const opening = indexedDB.open('vakhta', (known?.version ?? 20) + 1);
          opening.onerror = () => fail(opening.error);
          opening.onupgradeneeded = () => {
            const entries = opening.transaction?.objectStore('entries');
            const end = performance.now() + time;
            // A change of version lasts as long as something is asked of it.
            const hold = () => {
              if (!entries || performance.now() > end) return;
              entries.count().onsuccess = hold;
            };
            hold();
          };
          opening.onsuccess = () => {
            opening.result.close();
            done();
          };
        });
      }, milliseconds),
    );
  }

  /** The ledger as it lies in the database, in no order, and the outbox's keys. */
  async read(): Promise<{ entries: LedgerEntry[]; waiting: string[] }> {
    return this.#inside((page) =>
      page.evaluate(async () => {
        const { local } = (globalThis as unknown as ExtensionWorld).chrome.storage;
        const waiting = Object.keys(await local.get(null)).filter((key) =>
          /^(outbox|rejected):/.test(key),
        );
        const entries = await new Promise<LedgerEntry[]>((done, fail) => {
          const opening = indexedDB.open('vakhta');
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const reading = opening.result
              .transaction('entries')
              .objectStore('entries')
              .getAll() as IDBRequest<LedgerEntry[]>;
            reading.onerror = () => fail(reading.error);
            reading.onsuccess = () => {
              opening.result.close();
              done(reading.result);
            };
          };
        });
        return { entries, waiting };
      }),
    );
  }

  async close(): Promise<void> {
    // After a failure the browser may be gone already.
    await this.#context?.close().catch(() => undefined);
    rmSync(this.#home, { recursive: true, force: true });
  }
}
