import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What the commands leave behind and may be deleted at any time. */
export const CACHE = fileURLToPath(new URL('../.cache', import.meta.url));
/** The extension as built for Chromium. */
export const EXTENSION = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));
/** The extension as built for Firefox. */
export const FIREFOX_EXTENSION = fileURLToPath(new URL('../.output/firefox-mv3', import.meta.url));

const WINDOWS = process.platform === 'win32';

/** Runs a tool of the project with its output shown. Resolves with its exit code. */
export function runTool(name: string, args: readonly string[]): Promise<number> {
  return finish(start(name, args, 'inherit'));
}

/** Builds the extension. Resolves with the exit code. */
export const buildExtension = (browser: 'chrome' | 'firefox' = 'chrome'): Promise<number> =>
  runWxt(['build', '-b', browser]);

/** Builds the extension and packs it, and its sources for Firefox. Resolves with the exit code. */
export const zipExtension = (browser: 'chrome' | 'firefox'): Promise<number> =>
  runWxt(['zip', '-b', browser]);

/**
 * WXT draws a turning spinner even into files, so its words are shown only when it fails. Resolves with
 * the exit code.
 */
async function runWxt(args: readonly string[]): Promise<number> {
  const child = start('wxt', args, ['ignore', 'pipe', 'pipe']);
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => words.push(text));
  }
  const code = await finish(child);
  if (code !== 0) process.stdout.write(words.join('').replace(/\r[^\n]*\r/g, ''));
  return code;
}

function start(name: string, args: readonly string[], stdio: StdioOptions): ChildProcess {
  const path = fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
  // Windows starts the tools by `.cmd` files, which need a shell and so quotes.
  return WINDOWS
    ? spawn(`"${path}.cmd"`, [...args], { cwd: ROOT, stdio, shell: true })
    : spawn(path, args, { cwd: ROOT, stdio });
}

function finish(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
