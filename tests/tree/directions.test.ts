import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const APART = ['components', 'entrypoints'];

/** Which rooms a room may import from, as the table of docs/architecture.md says; a room may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Array.from(
    readFileSync(join(root, 'docs/architecture.md'), 'utf8').matchAll(
      /^\| `([\w/]+)` \| [^|]+ \| ([^|]+) \|$/gm,
    ),
    ([, room = '', known = '']) => [
      room,
      known === 'nothing'
        ? []
        : known.split(', ').map((name) => (APART.includes(name) ? name : `lib/${name}`)),
    ],
  ),
);

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
  [...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:from |import\()'(\.[^']+)'/g)].map(
    ([, target]) => relative(root, join(root, dirname(file), target ?? '')),
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

  test('no room may know what it does not need', () => {
    const idle = Object.entries(MAY_IMPORT).flatMap(([room, known]) => {
      const used = new Set(
        files.filter((file) => roomOf(file) === room).flatMap((file) => imports(file).map(roomOf)),
      );
      return known.filter((other) => !used.has(other)).map((other) => `${room} → ${other}`);
    });
    expect(idle).toEqual([]);
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
