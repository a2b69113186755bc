import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EXTENSION, ROOT } from '../project';
import { atMost, type Figure } from './report';

/** Gzip of the files together, in KB of 1,000 bytes. */
const packed = (...paths: string[]) =>
  Math.round(
    paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0) / 1_000,
  );
const source = (path: string) => join(ROOT, path);
const built = (path: string) => join(EXTENSION, path);

/** The script and all that it imports at once, what is only loaded when it is wanted left out. */
function atOnce(entry: string, known = new Set<string>()): string[] {
  const wanted = entry.endsWith('.html')
    ? /\/chunks\/([\w.-]+\.js)/g
    : /(?:from|import)\s*[`'"]\.\/(?:chunks\/)?([\w.-]+\.js)/g;
  for (const [, name = ''] of readFileSync(entry, 'utf8').matchAll(wanted)) {
    const path = built(`chunks/${name}`);
    if (known.has(path)) continue;
    known.add(path);
    atOnce(path, known);
  }
  return [...known];
}

/** What opens at once, by what a person waits for, and the most that it may weigh. */
const ENTRIES = [
  ['фоновый скрипт', 'background.js', 170],
  ['всплывающее окно', 'popup.html', 270],
  ['боковая панель', 'sidepanel.html', 360],
  ['первая страница', 'welcome.html', 320],
  ['рабочий стол до первого раздела', 'dashboard.html', 500],
] as const;

/** What the built extension weighs; every part that a page or a person waits for has its limit. */
export function sizesOf(): Figure[] {
  const moderation = packed(
    source('lib/moderation/rules.compiled.json'),
    source('lib/moderation/model.json'),
  );
  const style = packed(
    source('lib/style/rules.compiled.json'),
    source('lib/language/morphology/endings.json'),
  );
  const content = packed(built('content-scripts/network.js'));
  const pages = readdirSync(built('chunks')).map((file) => built(`chunks/${file}`));
  return [
    atMost('скрипт страницы без правил, gzip', content - moderation, 250, 'КБ'),
    { what: 'скрипт страницы с правилами, gzip', measured: `${content} КБ` },
    atMost('правила и модель модерации, gzip', moderation, 450, 'КБ'),
    atMost('правила и таблицы стиля, gzip', style, 250, 'КБ'),
    atMost('проверка черновика (второй скрипт), gzip', packed(built('draft-engine.js')), 280, 'КБ'),
    ...ENTRIES.map(([what, entry, most]) =>
      atMost(`${what}, gzip`, packed(...atOnce(built(entry))), most, 'КБ'),
    ),
    atMost('страницы Вахты вместе, gzip', packed(...pages), 1_750, 'КБ'),
  ];
}
