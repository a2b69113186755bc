import { Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { dottedDay } from '../../lib/i18n/day';
import type { AccountFault } from '../../lib/registry/account-faults';
import type { Account, AccountStatus } from '../../lib/registry/accounts';
import type { Body } from '../../lib/registry/bodies';
import { useApp } from '../app/app-context';
import type { TableColumn } from '../table/column';
import { type ColumnChoice, useColumns } from '../table/use-columns';
import { Moment } from '../time/Moment';
import { Chip, type ChipTone } from './Chip';
import classes from './registry.module.css';

const TONES: Record<AccountStatus, ChipTone> = {
  active: 'plain',
  paused: 'warn',
  deleted: 'quiet',
};

/** The state of an account as a chip. */
export function StatusBadge({ status }: { status: AccountStatus }) {
  const { statuses } = useApp().messages.registry;
  return <Chip tone={TONES[status]}>{statuses[status]}</Chip>;
}

/** An address without what all addresses have. */
const shortAddress = (address: string) =>
  address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');

/** Columns of the accounts. */
export function useAccountColumns(
  bodies: readonly Body[],
  faults: ReadonlyMap<string, AccountFault[]>,
): ColumnChoice<Account> {
  const { messages } = useApp();
  const { registry: words, common } = messages;
  const names = useMemo(() => new Map(bodies.map(({ id, name }) => [id, name])), [bodies]);
  const faultsOf = ({ id }: Account) =>
    (faults.get(id) ?? []).map((fault) => words.faults[fault]).join('. ');
  const columns: TableColumn<Account>[] = [
    {
      id: 'name',
      title: words.column.name,
      width: 'minmax(9rem, 1.4fr)',
      fixed: true,
      value: ({ name }) => name,
      cell: (account) => (
        <span className={classes.name}>
          <span
            className={classes.nameText}
            data-deleted={account.status === 'deleted' || undefined}
            title={account.name}
          >
            {account.name}
          </span>
          {faults.has(account.id) && (
            <Tooltip label={faultsOf(account)} multiline maw={320}>
              <IconAlertTriangle
                size={15}
                className={classes.fault ?? ''}
                aria-label={faultsOf(account)}
                role="img"
              />
            </Tooltip>
          )}
        </span>
      ),
    },
    {
      id: 'network',
      title: words.column.network,
      width: '7.5rem',
      from: 26,
      value: ({ network }) => common.network[network],
      cell: ({ network }) => common.network[network],
    },
    {
      id: 'status',
      title: words.column.status,
      width: '6.2rem',
      value: ({ status }) => words.statuses[status],
      cell: ({ status }) => <StatusBadge status={status} />,
    },
    {
      id: 'body',
      title: words.column.body,
      width: 'minmax(0, 1.2fr)',
      from: 44,
      value: ({ body }) => names.get(body) ?? '',
      cell: ({ body }) => (
        <span className={classes.quiet} title={names.get(body)}>
          {names.get(body)}
        </span>
      ),
    },
    {
      id: 'address',
      title: words.column.address,
      width: 'minmax(0, 1fr)',
      from: 56,
      value: ({ address }) => shortAddress(address),
      cell: ({ address }) => <span title={address}>{shortAddress(address)}</span>,
    },
    {
      id: 'responsible',
      title: words.column.responsible,
      width: 'minmax(0, 0.9fr)',
      from: 66,
      value: ({ responsible }) => responsible.map(({ name }) => name).join(', '),
      cell: ({ responsible }) => responsible.map(({ name }) => name).join(', '),
    },
    {
      id: 'created',
      title: words.column.created,
      width: '6rem',
      from: 76,
      value: ({ created }) => created,
      cell: ({ created }) => created && dottedDay(created),
    },
    {
      id: 'deleted',
      title: words.column.deleted,
      width: '6rem',
      from: 40,
      extra: true,
      value: ({ deleted }) => deleted,
      cell: ({ deleted }) => deleted && dottedDay(deleted),
    },
    {
      id: 'seen',
      title: words.column.seen,
      width: '8rem',
      from: 84,
      value: ({ seen }) => seen,
      cell: ({ seen }) =>
        seen === null ? (
          <span className={classes.quiet}>{words.never}</span>
        ) : (
          <Moment time={seen} />
        ),
    },
  ];
  return useColumns('accounts', columns);
}
