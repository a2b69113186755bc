import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Which rooms a room may import from (docs/architecture.md); a room may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'lib/language': [],
  'lib/networks': [],
  'lib/moderation': ['lib/language'],
  'lib/style': ['lib/language'],
  // A regulation names networks and criteria by their ids.
  'lib/regulation': ['lib/moderation', 'lib/networks'],
  'lib/registry': ['lib/moderation', 'lib/networks'],
  'lib/settings': ['lib/moderation', 'lib/networks', 'lib/style', 'lib/i18n', 'lib/regulation'],
  'lib/i18n': [
    'lib/moderation',
    'lib/registry',
    'lib/networks',
    'lib/settings',
    'lib/style',
    'lib/regulation',
    'lib/exchange',
  ],
  'lib/messages': ['lib/registry', 'lib/moderation', 'lib/networks', 'lib/style'],
  'lib/exchange': [
    'lib/registry',
    'lib/i18n',
    'lib/regulation',
    'lib/moderation',
    'lib/networks',
    'lib/settings',
  ],
  'lib/background': [
    'lib/registry',
    'lib/messages',
    'lib/networks',
    'lib/settings',
    'lib/i18n',
    'lib/moderation',
    // Which day it is in the region.
    'lib/regulation',
  ],
  'lib/page': [
    'lib/networks',
    'lib/moderation',
    'lib/style',
    'lib/language',
    'lib/messages',
    'lib/registry',
    'lib/regulation',
    'lib/settings',
    'lib/i18n',
  ],
  components: [
    'lib/registry',
    'lib/regulation',
    'lib/exchange',
    'lib/messages',
    'lib/settings',
    'lib/i18n',
    'lib/moderation',
    'lib/style',
    'lib/networks',
    'lib/background',
    'lib/language',
    // The draft screen draws and times its remarks as the networks' editors do.
    'lib/page',
  ],
  entrypoints: ['components', 'lib/page', 'lib/background', 'lib/networks'],
};

/** Rooms that run the same in a tab, in Node and in a test. */
const PURE = ['lib/language', 'lib/moderation', 'lib/style', 'lib/regulation'];

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
const roomOf = (path: string) =>
  path.startsWith('lib/') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? '');
const files = ['lib', 'components', 'entrypoints'].flatMap(sources);
const imports = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/\bfrom '(\.[^']+)'/g)].map(([, target]) =>
    relative(root, join(root, dirname(file), target ?? '')),
  );

describe('the house', () => {
  test('every room is known', () => {
    expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });

  test('imports point one way', () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file);
      return imports(file)
        .filter((target) => roomOf(target) !== room && !MAY_IMPORT[room]?.includes(roomOf(target)))
        .map((target) => `${file} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test.each(PURE)('%s touches no page, browser or clock', (room) => {
    const wrong = files
      .filter((file) => roomOf(file) === room)
      .filter((file) => {
        const code = readFileSync(join(root, file), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
        return /\b(document|window|browser|chrome|navigator)\.[a-z]|\bDate\.now\(|\bnew Date\(\)|\bperformance\.now|\bsetTimeout\(/.test(
          code,
        );
      });
    expect(wrong).toEqual([]);
  });

  test('markup of the networks is known in lib/networks alone', () => {
    const markup =
      /data-(testid|post-id|seen-params)|\bcss: '|wall_comments|querySelector(All)?\(['"`](?!\.tip|\*)/;
    const wrong = files
      .filter((file) => file.startsWith('lib/') && roomOf(file) !== 'lib/networks')
      .filter((file) => markup.test(readFileSync(join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });
});
