import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BrowserContext, chromium, type LaunchOptions } from '@playwright/test';
import * as z from 'zod/mini';
import { installPackages, isRoot, mayInstallPackages } from './packages';

/** A Chromium of any maker that is installed here. */
export interface Browser {
  path: string;
  /** Whether `--load-extension` works; the makers of branded builds took it out. */
  loadsExtensions: boolean;
}

/** The environment variable that names the browser's program outright. */
const OVERRIDE = 'VAKHTA_BROWSER';

/** Programs to look for on PATH, best first. Only the first two are unbranded. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'yandex-browser',
  'yandex-browser-stable',
];

const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Yandex.app/Contents/MacOS/Yandex',
];

function windowsPaths(environment: NodeJS.ProcessEnv): string[] {
  const folders = [
    environment.LOCALAPPDATA,
    environment.PROGRAMFILES,
    environment['PROGRAMFILES(X86)'],
  ].filter((folder) => folder !== undefined);
  const programs = [
    ['Chromium', 'Application', 'chrome.exe'],
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ['Yandex', 'YandexBrowser', 'Application', 'browser.exe'],
  ];
  return programs.flatMap((program) => folders.map((folder) => join(folder, ...program)));
}

/** Everywhere a browser may be on `platform`, best first. */
export function candidates(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') return windowsPaths(environment);
  if (platform === 'darwin') return MAC;
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

const unbranded = (path: string) =>
  /chromium(-browser)?$/i.test(path) || /[\\/]Chromium[\\/]/.test(path);

/** The browser that the environment names, else the best one found; null when there is none. */
export function findBrowser(): Browser | null {
  const named = process.env[OVERRIDE];
  if (named !== undefined && named !== '' && !existsSync(named)) {
    throw new Error(`${OVERRIDE} указывает на файл, которого нет: ${named}`);
  }
  const path = named || candidates(process.platform, process.env).find((one) => existsSync(one));
  return path ? { path, loadsExtensions: unbranded(path) } : null;
}

const hasCyrillicFont = () => {
  const list = spawnSync('fc-list', [':lang=ru', 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
};

/**
 * A browser to work with: the one installed, else Debian's package when this user may install it.
 * @param say told what is done, in Russian
 * @throws an Error with advice in Russian when there is no browser and none can be installed
 */
export function ensureBrowser(say: (text: string) => void): Browser {
  const found = findBrowser();
  const canInstall = mayInstallPackages();
  if (found && (process.platform !== 'linux' || !canInstall || hasCyrillicFont())) return found;
  if (canInstall) {
    const packages = [
      ...(found ? [] : ['chromium']),
      ...(hasCyrillicFont() ? [] : ['fontconfig', 'fonts-dejavu-core']),
    ];
    installPackages(packages, say);
  }
  const browser = findBrowser();
  if (browser) return browser;
  throw new Error(
    `Не нашёл браузер. Установите Chromium, Chrome, Edge или Яндекс Браузер — или назовите программу в переменной ${OVERRIDE}.`,
  );
}

/** What every run of the browser is given: no traffic of its own, no first-run pages. */
const FLAGS = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
];

interface ProgramWish {
  /** Folder of the built extension; 'later' for one that `loadExtension` brings; null for none. */
  extension: string | 'later' | null;
  /** Value for `--host-resolver-rules`. */
  resolverRules: string;
  headless: boolean;
}

const isLoadedAtStart = (browser: Browser, extension: string) =>
  browser.loadsExtensions && extension !== 'later';

/** How the browser's program is started. */
export function programOptions(browser: Browser, wish: ProgramWish): LaunchOptions {
  const { extension, headless, resolverRules } = wish;
  const args = [...FLAGS, `--host-resolver-rules=${resolverRules}`];
  if (headless) args.push('--disable-gpu');
  // Chromium refuses to start for root with its sandbox on; containers run as root.
  if (isRoot()) args.push('--no-sandbox');
  if (extension && isLoadedAtStart(browser, extension)) {
    args.push(`--disable-extensions-except=${extension}`, `--load-extension=${extension}`);
  }
  if (extension && !isLoadedAtStart(browser, extension)) {
    args.push('--enable-unsafe-extension-debugging');
  }
  return {
    executablePath: browser.path,
    headless,
    args,
    // A person's window needs no bar that says a program drives it.
    ignoreDefaultArgs: ['--disable-extensions', ...(headless ? [] : ['--enable-automation'])],
  };
}

interface LaunchWish extends ProgramWish {
  /** Folder of the profile; it must exist. */
  profile: string;
  /** The system's own when absent. */
  colorScheme?: 'light' | 'dark';
  /** CSS pixels; null for whatever the window has. */
  viewport?: { width: number; height: number } | null;
}

/** Speaks of extensions to a running browser started with `--enable-unsafe-extension-debugging`. */
async function tellExtensions(context: BrowserContext, method: string, params: object) {
  const protocol = await context.browser()?.newBrowserCDPSession();
  if (!protocol) throw new Error('Браузер не дал управлять собой: расширение не загрузилось.');
  // Newer than Playwright's list of the protocol, hence the cast.
  const send = protocol.send.bind(protocol) as (method: string, params: object) => Promise<unknown>;
  const answer = await send(method, params);
  await protocol.detach();
  return answer;
}

/**
 * Installs the extension in `folder` into a running browser.
 * @returns its id
 */
export async function loadExtension(context: BrowserContext, folder: string): Promise<string> {
  const answer = await tellExtensions(context, 'Extensions.loadUnpacked', { path: folder });
  return z.object({ id: z.string() }).parse(answer).id;
}

/** Takes an extension out of a running browser, with everything that it has stored there. */
export async function unloadExtension(context: BrowserContext, id: string): Promise<void> {
  await tellExtensions(context, 'Extensions.uninstall', { id });
}

/** Opens the browser with the extension in it. */
export async function launch(browser: Browser, wish: LaunchWish): Promise<BrowserContext> {
  const { extension } = wish;
  const context = await chromium.launchPersistentContext(wish.profile, {
    ...programOptions(browser, wish),
    ignoreHTTPSErrors: true,
    locale: 'ru-RU',
    colorScheme: wish.colorScheme ?? null,
    viewport: wish.viewport === undefined ? { width: 1280, height: 900 } : wish.viewport,
  });
  if (extension && extension !== 'later' && !browser.loadsExtensions) {
    await loadExtension(context, extension);
  }
  return context;
}

interface ExtensionWorld {
  chrome?: { alarms?: { getAll(): Promise<unknown[]> } };
}

/**
 * The extension's service worker; waits until it listens. The browser shows a worker before it has
 * heard of its listeners, and an event of that moment reaches nobody: the alarms are set after them.
 */
export async function extensionWorker(context: BrowserContext) {
  const own = () =>
    context.serviceWorkers().find((worker) => worker.url().startsWith('chrome-extension://'));
  const worker = own() ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const listens = () =>
    worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as ExtensionWorld;
      return ((await chrome?.alarms?.getAll()) ?? []).length > 0;
    });
  const giveUp = performance.now() + 20_000;
  while (!(await listens())) {
    if (performance.now() > giveUp)
      throw new Error('The extension has started and does not listen.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return worker;
}
