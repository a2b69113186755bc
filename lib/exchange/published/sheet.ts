import { type Locale, messagesOf } from '../../i18n';
import { dayInWords } from '../../i18n/day';
import { type Cell, type Column, inOneBatch, type Sheet } from '../sheet';
import type { PublishedRegistry } from './data';
import { publicValue } from './page';

/** The registry as a table: one row an account, the day in each, so that a row makes sense alone. */
export function publishedSheet(
  { accounts, asOf, changes }: PublishedRegistry,
  locale: Locale,
): Sheet {
  const { publish, common } = messagesOf(locale);
  const { column, field, isNew, was, name } = publish.file;
  const changeOf = new Map<string, string>();
  for (const { id } of changes?.added ?? []) changeOf.set(id, isNew);
  for (const { account, before, fields } of changes?.changed ?? [])
    changeOf.set(
      account.id,
      fields.map((one) => was(field[one], publicValue(before, one, locale))).join('; '),
    );
  const columns: Column[] = [
    { title: column.body, width: 44 },
    { title: column.above, width: 40 },
    { title: column.name, width: 40 },
    { title: column.network, width: 16 },
    { title: column.address, width: 40 },
    { title: column.created, width: 12 },
    { title: column.day, width: 16 },
    ...(changes === null
      ? []
      : [{ title: column.change(dayInWords(changes.since, locale)), width: 40 }]),
  ];
  const rows = accounts.map((account): Cell[] => [
    account.bodies.at(-1) ?? '',
    account.bodies.slice(0, -1).join(', '),
    account.name,
    common.network[account.network],
    account.address,
    account.created,
    asOf,
    ...(changes === null ? [] : [changeOf.get(account.id) ?? null]),
  ]);
  return { name, columns, batches: inOneBatch(rows) };
}
