import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ROOT } from '../project';
import { shippedIn } from './shipped';

/** What is shipped with the extension beside its own code: names, versions and licences. */
export const NOTICE = join(ROOT, 'NOTICE');

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.optional(z.union([z.string(), z.object({ name: z.string() })])),
});

interface Package {
  title: string;
  license: string;
  text: string;
}

/** Licences under which a package may be shipped with this one. Another one is a decision for a person. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MPL-2.0',
  'Unlicense',
]);
const isAllowed = (license: string) =>
  license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => one.split(' AND ').every((part) => ALLOWED.has(part.trim())));

function readPackage(folder: string): Package {
  const path = join(ROOT, folder);
  const { name, version, license, author } = manifestSchema.parse(
    JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')),
  );
  if (!isAllowed(license))
    throw new Error(`${name} ${version}: лицензия ${license}. Решите, можно ли её поставлять.`);
  const files = readdirSync(path)
    .filter((file) => /^(?:licen[cs]e|notice)(?:[.-]|$)/i.test(file))
    .sort();
  const holder = typeof author === 'string' ? author : author?.name;
  return {
    title: `${name} ${version}`,
    license,
    text:
      files
        .map((file) => readFileSync(join(path, file), 'utf8').replace(/\r\n?/g, '\n').trim())
        .join('\n\n') ||
      `The package names its licence and brings no text of it. Author: ${holder ?? 'not named'}.`,
  };
}

const HEAD = `Вахта · Vakhta
Лицензия самой Вахты — в файле LICENSE. Ниже — чужой код, который входит в сборку для Chromium и Firefox,
с его лицензиями. Список делает «npm run notice» из самой сборки.
The licence of Vakhta itself is in LICENSE. Below is the code of others that the builds for Chromium and
Firefox contain, with its licences. «npm run notice» makes the list from the builds themselves.

Таблицы склонения в lib/language/morphology/endings.json выучены по словарю OpenCorpora
(opencorpora.org, CC BY-SA 3.0). Чему и на чём учили модель, сказано в docs/model-card.md.
The tables of declension in lib/language/morphology/endings.json were learned from the OpenCorpora
dictionary (opencorpora.org, CC BY-SA 3.0). What taught the model is told in docs/model-card.md.
`;
const LINE = '='.repeat(100);

/**
 * The notice as it must be for the last builds. The same text of a licence stands once, under all
 * packages that bear it.
 * @throws when a browser's build is missing, or a licence is not among those that were thought over
 */
export function noticeText(): string {
  const folders = new Set([...shippedIn('chrome'), ...shippedIn('firefox')]);
  const packages = new Map<string, Package>();
  for (const folder of folders) {
    const one = readPackage(folder);
    packages.set(one.title, one);
  }
  const byText = new Map<string, Package[]>();
  for (const one of [...packages.values()].sort((a, b) => (a.title < b.title ? -1 : 1)))
    byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  const parts = [...byText].map(([text, group]) =>
    [...group.map(({ title, license }) => `${title} — ${license}`), '', text].join('\n'),
  );
  return `${[HEAD, ...parts].join(`\n${LINE}\n\n`)}\n`;
}

/** Whether the notice is there and right for the last builds. */
export const isNoticeRight = (): boolean =>
  existsSync(NOTICE) && readFileSync(NOTICE, 'utf8') === noticeText();
