import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { matchesOf } from './lib/networks/hosts';
import { fingerprints } from './scripts/package/fingerprints';
import { guidePage } from './scripts/package/guide';
import { noteShippedPackages } from './scripts/package/shipped';

/**
 * Chromium keeps a script with a single sign outside ASCII in two bytes a sign, megabytes of weights
 * and automata included. Where such signs are few they are written as escapes: half the memory in
 * each tab, and read faster.
 */
const narrowSources = {
  name: 'narrow-sources',
  generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || file.code === undefined) continue;
      const escaped = file.code.replace(
        /[\u0080-\uffff]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      if (escaped.length < file.code.length * 2) file.code = escaped;
    }
  },
};

/**
 * A number library of the charts asks for the global object by making code out of text, a relic that
 * no browser of ours needs and that the stores' checks rightly dislike.
 */
const plainGlobal = {
  name: 'plain-global',
  transform(code: string, id: string) {
    if (!id.includes('/decimal.js-light/')) return null;
    const plain = code.replace(/Function\((['"])return this\1\)\(\)/, 'globalThis');
    if (plain === code) throw new Error(`nothing to mend in ${id}: drop this plugin`);
    return { code: plain, map: null };
  },
};

const shipped = noteShippedPackages();

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  // Explicit imports only: a stranger must see where a name comes from.
  imports: false,
  // Rules, tables and the model are megabytes: the browser reads them faster as JSON than as code.
  vite: () => ({
    define: { 'import.meta.env.FINGERPRINTS': JSON.stringify(fingerprints()) },
    json: { stringify: true, namedExports: false },
    resolve: {
      alias: {
        // WXT's own tells every page the extension's id; see there.
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('./lib/page/life.ts', import.meta.url),
        ),
      },
    },
    plugins: [plainGlobal, narrowSources, shipped.plugin],
  }),
  hooks: {
    'build:publicAssets': (wxt, files) => {
      // Licences ask to go with every copy.
      for (const name of ['LICENSE', 'NOTICE']) {
        const absoluteSrc = resolve(wxt.config.root, name);
        if (existsSync(absoluteSrc)) files.push({ absoluteSrc, relativeDest: `${name}.txt` });
      }
      files.push({ contents: guidePage(), relativeDest: 'guide.html' });
    },
    'build:done': (wxt) => shipped.write(wxt.config.browser),
  },
  // For whoever checks the package: all that builds it, without what can be made from the rest.
  zip: {
    // Without them the linter reads what git ignores, and npm writes another lock file.
    includeSources: ['**/*', '.gitignore', '.npmrc'],
    excludeSources: ['docs/pictures/**', 'release/**', 'test-results/**', '**/*.compiled.json'],
  },
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'ru',
    permissions: [
      // settings and the outbox
      'storage',
      // the outbox is tried again each minute while something waits in it; retention runs daily
      'alarms',
      // selected words are added to the body's own dictionary
      'contextMenus',
      // the draft check is put into a page when somebody begins to write there, and in Chromium the
      // content script is put back into open tabs after an update
      'scripting',
      // the registry must not be evicted when the disk is nearly full
      'unlimitedStorage',
    ],
    // asked for by «Напоминать…» alone; without it nobody is reminded of anything
    optional_permissions: ['notifications'],
    host_permissions: matchesOf('given'),
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'vakhta@vakhta.example',
              // 140 draws marks; 142 knows the declaration below on every system
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: '128',
          // What an administrator may fix; Firefox asks for no schema and takes it from policies.json.
          storage: { managed_schema: 'managed-storage.schema.json' },
        }),
  }),
});
