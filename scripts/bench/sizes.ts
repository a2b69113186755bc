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
    { what: 'страницы Вахты (журнал, панель), gzip', measured: `${packed(...pages)} КБ` },
  ];
}
