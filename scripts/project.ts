import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What the commands leave behind and may be deleted at any time. */
export const CACHE = fileURLToPath(new URL('../.cache', import.meta.url));
/** The extension as built for Chromium. */
export const EXTENSION = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));

const WINDOWS = process.platform === 'win32';

/** Runs a tool of the project with its output shown. Resolves with its exit code. */
export function runTool(name: string, args: readonly string[]): Promise<number> {
  const path = fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
  return new Promise((resolve, reject) => {
    // Windows starts the tools by `.cmd` files, which need a shell and so quotes.
    const child = WINDOWS
      ? spawn(`"${path}.cmd"`, [...args], { cwd: ROOT, stdio: 'inherit', shell: true })
      : spawn(path, args, { cwd: ROOT, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
