import { type Locale, messagesOf } from '../i18n';
import type { Account } from '../registry/accounts';
import type { Body } from '../registry/bodies';
import type { SheetColumn } from './table-sheet';

const dotted = (day: string | null) => day?.split('-').reverse().join('.') ?? null;

/**
 * Columns of a file of accounts, private ones among them; read in again, each is known by its heading.
 * @param bodies every one, for their names
 */
export function accountColumns(locale: Locale, bodies: readonly Body[]): SheetColumn<Account>[] {
  const { common, registry } = messagesOf(locale);
  const title = registry.import.field;
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const bodyOf = ({ body }: Account) => byId.get(body);
  return [
    { title: title.body, width: 40, cell: (account) => bodyOf(account)?.name ?? null },
    {
      title: title.parent,
      width: 40,
      cell: (account) => byId.get(bodyOf(account)?.parent ?? '')?.name ?? null,
    },
    { title: title.network, width: 16, cell: ({ network }) => common.network[network] },
    { title: title.link, width: 36, cell: ({ address }) => address },
    { title: title.name, width: 36, cell: ({ name }) => name },
    { title: title.status, width: 12, cell: ({ status }) => registry.statuses[status] },
    { title: title.created, width: 12, cell: ({ created }) => dotted(created) },
    { title: title.deleted, width: 12, cell: ({ deleted }) => dotted(deleted) },
    {
      title: title.person,
      width: 30,
      cell: ({ responsible }) => responsible.map(({ name }) => name).join('; '),
    },
    {
      title: title.position,
      width: 30,
      cell: ({ responsible }) => responsible.map(({ position }) => position).join('; '),
    },
    {
      title: title.contact,
      width: 30,
      cell: ({ responsible }) => responsible.map(({ contact }) => contact).join('; '),
    },
    {
      title: title.access,
      width: 30,
      cell: ({ access }) =>
        access.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)).join('; '),
    },
    { title: title.note, width: 40, cell: ({ note }) => note },
  ];
}
