import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { installPackages, mayInstallPackages } from './packages';

// Firefox is driven by WebDriver BiDi: Playwright drives only a Firefox of its own making.

/** The environment variable that names Firefox's program outright. */
const OVERRIDE = 'VAKHTA_FIREFOX';

const NAMES = ['firefox-esr', 'firefox'];
const MAC = ['/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Everywhere Firefox may be on `platform`, best first: the release with long support before others. */
function candidates(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') return MAC;
  if (platform === 'win32') {
    return [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe'));
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * The program of Firefox that the environment names, else the best one found; null when there is none.
 * @throws an Error in Russian when the environment names a file that is not there
 */
export function findFirefox(): string | null {
  const named = process.env[OVERRIDE];
  if (named !== undefined && named !== '' && !existsSync(named)) {
    throw new Error(`${OVERRIDE} указывает на файл, которого нет: ${named}`);
  }
  return (
    named || (candidates(process.platform, process.env).find((one) => existsSync(one)) ?? null)
  );
}

/**
 * Firefox to test with: the one installed, else Debian's package when this user may install it.
 * @param say told what is done, in Russian
 * @returns null when there is none and this user may not install it
 * @throws an Error in Russian when it could not be installed
 */
export function ensureFirefox(say: (text: string) => void): string | null {
  const found = findFirefox();
  if (found || !mayInstallPackages()) return found;
  installPackages(['firefox-esr'], say);
  const installed = findFirefox();
  if (installed) return installed;
  throw new Error(
    `Firefox не установился. Поставьте его сами или назовите программу в переменной ${OVERRIDE}.`,
  );
}

interface FirefoxWish {
  /** The program, as `findFirefox` gives it. */
  path: string;
  /** Folder of the extension as built for Firefox. */
  extension: string;
  /** The extension's id in its manifest. */
  id: string;
  /** The extension's address in this browser: `moz-extension://<address>/`. */
  address: string;
  /** Every host leads to this port of this machine. */
  port: number;
  dark?: boolean;
}

/** Opens Firefox with the extension in it, for as long as it runs. */
export async function launchFirefox(wish: FirefoxWish): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: wish.path,
    headless: true,
    acceptInsecureCerts: true,
    // Without it a driver may not open an extension's own pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${wish.port}`,
      'extensions.webextensions.uuids': JSON.stringify({ [wish.id]: wish.address }),
      'intl.accept_languages': 'ru, en',
      // 0 is dark, 1 is light.
      'layout.css.prefers-color-scheme.content-override': wish.dark ? 0 : 1,
      'ui.systemUsesDarkTheme': wish.dark ? 1 : 0,
    },
  });
  await browser.installExtension(wish.extension);
  return browser;
}
