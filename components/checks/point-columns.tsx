import { dottedDay } from '../../lib/i18n/day';
import { wallTime } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import type { TableColumn } from '../table/column';
import { type ColumnChoice, useColumns } from '../table/use-columns';
import { Moment } from '../time/Moment';
import classes from './checks.module.css';
import { PointBadge } from './PointBadge';
import type { AccountPoint } from './use-points';

/** Columns of the points of checklists. */
export function usePointColumns(): ColumnChoice<AccountPoint> {
  const { locale, messages, profile } = useApp();
  const words = messages.checks;
  const quiet = (text: string) => <span className={classes.quiet}>{text}</span>;
  const columns: TableColumn<AccountPoint>[] = [
    {
      id: 'item',
      title: words.column.item,
      width: 'minmax(9rem, 1.3fr)',
      fixed: true,
      value: ({ item }) => item.title[locale],
      cell: ({ item }) => <span className={classes.name}>{item.title[locale]}</span>,
    },
    {
      id: 'account',
      title: words.column.account,
      width: 'minmax(8rem, 1fr)',
      fixed: true,
      value: ({ account }) => account.name,
      cell: ({ account }) => account.name,
    },
    {
      id: 'network',
      title: words.column.network,
      width: '8.5rem',
      from: 50,
      value: ({ account }) => messages.common.network[account.network],
      cell: ({ account }) => quiet(messages.common.network[account.network]),
    },
    {
      id: 'state',
      title: words.column.state,
      width: '11rem',
      value: ({ state }) => words.states[state],
      cell: ({ state }) => <PointBadge state={state} />,
    },
    {
      id: 'due',
      title: words.column.due,
      width: '7.5rem',
      from: 60,
      value: ({ due }) => due,
      cell: ({ due }) => quiet(due === null ? '' : dottedDay(due)),
    },
    {
      id: 'last',
      title: words.column.last,
      width: '9rem',
      from: 70,
      value: ({ looks: [look] }) =>
        look ? wallTime(Date.parse(look.time), profile.timeZone) : null,
      cell: ({ looks: [look] }) => look && <Moment time={look.time} />,
    },
    {
      id: 'body',
      title: words.column.body,
      width: 'minmax(8rem, 1fr)',
      from: 84,
      value: ({ account }) => account.bodyName,
      cell: ({ account }) => quiet(account.bodyName),
    },
    {
      id: 'operator',
      title: words.column.operator,
      width: '9rem',
      extra: true,
      value: ({ looks: [look] }) => look?.operator ?? '',
      cell: ({ looks: [look] }) => quiet(look?.operator ?? ''),
    },
    {
      id: 'evidence',
      title: words.column.evidence,
      width: 'minmax(8rem, 1fr)',
      extra: true,
      value: ({ looks: [look] }) => look?.evidence ?? '',
      cell: ({ looks: [look] }) => quiet(look?.evidence ?? ''),
    },
  ];
  return useColumns('checks', columns);
}
