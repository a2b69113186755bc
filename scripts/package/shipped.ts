import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';
import { CACHE, ROOT } from '../project';

/** The part of what a bundler has made that is read here. */
type Bundle = Record<
  string,
  { type: string; modules?: Record<string, { renderedLength: number }> }
>;

/** The last `node_modules/<name>` of a module's path. */
const IN_PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

const reportOf = (browser: string) => join(CACHE, `shipped-${browser}.json`);

/**
 * Notes during a build which packages have code or styles in it. One for all parts of the extension,
 * each of which is a build of its own.
 */
export function noteShippedPackages() {
  const folders = new Set<string>();
  return {
    plugin: {
      name: 'shipped-packages',
      generateBundle(_options: unknown, bundle: Bundle) {
        for (const { type, modules = {} } of Object.values(bundle)) {
          if (type !== 'chunk') continue;
          for (const [id, { renderedLength }] of Object.entries(modules)) {
            // Styles leave nothing in the script: they stand in a file beside it.
            const isStyle = /\.css(?:\?|$)/.test(id);
            const [, folder] = IN_PACKAGE.exec(id.replace(/^\0+/, '')) ?? [];
            if (folder && (renderedLength > 0 || isStyle)) folders.add(folder);
          }
        }
      },
    },
    /** Writes what was found, for `shippedIn`. */
    write(browser: string) {
      mkdirSync(CACHE, { recursive: true });
      const names = [...folders].map((folder) => relative(ROOT, folder).replaceAll('\\', '/'));
      writeFileSync(reportOf(browser), JSON.stringify(names.sort()));
    },
  };
}

/**
 * Folders of the packages, relative to the project, that have something in the last build for `browser`.
 * @throws when it was not built
 */
export function shippedIn(browser: 'chrome' | 'firefox'): string[] {
  return z.array(z.string()).parse(JSON.parse(readFileSync(reportOf(browser), 'utf8')));
}
