import { type Locale, messagesOf } from '../../i18n';
import { writeCsv } from '../csv';
import { safeFileName } from '../file-name';
import { writeXlsx } from '../xlsx';
import { type PublishedRegistry, publishedJsonSchema } from './data';
import { publishedFragment, publishedPage } from './page';
import { publishedSheet } from './sheet';

export const PUBLISHED_FORMATS = ['page', 'fragment', 'xlsx', 'csv', 'json', 'schema'] as const;
export type PublishedFormat = (typeof PUBLISHED_FORMATS)[number];

const jsonOf = (data: object) => `${JSON.stringify(data, null, 2)}\n`;
const never = () => new AbortController().signal;

/** The registry for everyone as a file in one of the formats; `schema` tells what is in the JSON. */
export async function publishedFile(
  registry: PublishedRegistry,
  format: PublishedFormat,
  locale: Locale,
): Promise<File> {
  const words = messagesOf(locale).publish.file;
  const named = (part: BlobPart, type: string, extension: string, title = words.name) =>
    new File([part], safeFileName(title, registry.asOf, extension), { type });
  const json = 'application/json';
  const markup = 'text/html;charset=utf-8';
  switch (format) {
    case 'page':
      return named(publishedPage({ registry, locale }), markup, 'html');
    case 'fragment':
      return named(
        publishedFragment({ registry, locale }),
        markup,
        'html',
        `${words.name}, ${words.part}`,
      );
    case 'xlsx': {
      const book = await writeXlsx(publishedSheet(registry, locale), never());
      return named(book, book.type, 'xlsx');
    }
    case 'csv': {
      const table = await writeCsv(publishedSheet(registry, locale), never());
      return named(table, table.type, 'csv');
    }
    case 'json':
      return named(jsonOf(registry), json, 'json');
    case 'schema':
      return named(jsonOf(publishedJsonSchema()), json, 'schema.json', words.schemaName);
  }
}
