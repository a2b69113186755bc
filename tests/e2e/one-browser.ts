import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import { type Browser, launch, loadExtension, unloadExtension } from '../../scripts/browser';

type Scheme = 'light' | 'dark';

interface Open {
  context: BrowserContext;
  scheme: Scheme;
  profile: string;
  /** The extension's id while it is installed. */
  id: string | null;
}

/**
 * One browser for many tests, with the extension installed anew for each: to start a browser costs
 * more than most of the tests. Taking the extension out erases its storage, its database and the
 * permissions that it was given, so the next test meets it on its first day.
 */
export class OneBrowser {
  #open: Open | null = null;

  constructor(
    private readonly program: Browser,
    private readonly resolverRules: string,
  ) {}

  /** A browser with the extension of a folder just installed, one empty tab and no traces of an earlier test. */
  async fresh(scheme: Scheme, extension: string): Promise<BrowserContext> {
    if (this.#open?.scheme !== scheme) await this.close();
    this.#open ??= await this.#start(scheme);
    this.#open.id = await loadExtension(this.#open.context, extension);
    return this.#open.context;
  }

  /**
   * Closes what a test has opened and takes the extension out.
   * @throws when the browser is gone; then `close` and begin anew
   */
  async tidy(): Promise<void> {
    if (!this.#open) return;
    const { context, id } = this.#open;
    const [first, ...others] = context.pages();
    const kept = first ?? (await context.newPage());
    const origins = new Set(
      context
        .pages()
        .map((page) => page.url())
        .filter((url) => url.startsWith('https:'))
        .map((url) => new URL(url).origin),
    );
    await Promise.all(others.map((page) => page.close()));
    await kept.goto('about:blank');
    if (id) await unloadExtension(context, id);
    this.#open.id = null;
    // A worker that is still listed would be taken for the next one.
    while (context.serviceWorkers().length > 0) await setTimeout(10);
    const protocol = await context.newCDPSession(kept);
    for (const origin of origins) {
      await protocol.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    }
    await protocol.detach();
    await context.clearCookies();
    await context.clearPermissions();
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    if (!open) return;
    await open.context.close();
    rmSync(open.profile, { recursive: true, force: true });
  }

  async #start(scheme: Scheme): Promise<Open> {
    const profile = mkdtempSync(join(tmpdir(), 'vakhta-e2e-'));
    const context = await launch(this.program, {
      profile,
      extension: 'later',
      resolverRules: this.resolverRules,
      headless: true,
      colorScheme: scheme,
    });
    return { context, scheme, profile, id: null };
  }
}
