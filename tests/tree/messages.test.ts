import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DOORS } from '../../lib/messages/receive';

const root = join(import.meta.dirname, '../..');
const sources = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.tsx?$/.test(name))
    .map(({ parentPath, name }) => ({
      path: join(parentPath, name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
      text: readFileSync(join(parentPath, name), 'utf8'),
    })),
);
const naming = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
const named = (pattern: RegExp) =>
  new Set(sources.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name)));

test('every message is said somewhere and heard through its door', () => {
  const names = new Set(Object.keys(DOORS));
  expect(named(/\breceive\('(\w+)'/g)).toEqual(names);
  expect(named(/\bsendMessage\('(\w+)'/g)).toEqual(names);
});

test('nothing is heard past a door', () => {
  expect(naming(/import \{[^}]*\bonMessage\b[^}]*\} from/)).toEqual(['lib/messages/receive.ts']);
  expect(naming(/runtime\.onMessage\b/)).toEqual([]);
});

test('every door parses: only a record is let in as it is, for the intake parses it', () => {
  const open = Object.entries(DOORS)
    .filter(([, { schema }]) => schema.safeParse({ nobody: 'says this' }).success)
    .map(([name]) => name);
  expect(open).toEqual(['append']);
});

test('what comes over the port of the panel is parsed at both ends', () => {
  const ends = sources.filter(({ text }) => text.includes('port.onMessage.addListener'));
  expect(ends.map(({ path }) => path).sort()).toEqual([
    'components/panel/link.ts',
    'lib/page/panel-port.ts',
  ]);
  for (const { text } of ends) expect(text).toMatch(/panel\w+Schema\.(?:safeP|p)arse\(raw\)/);
});
