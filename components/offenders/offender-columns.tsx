import type { Offender } from '../../lib/registry/offenders';
import { wallTime } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import type { TableColumn } from '../table/column';
import { type ColumnChoice, useColumns } from '../table/use-columns';
import { Moment } from '../time/Moment';
import { BlacklistBadge } from './BlacklistBadge';
import classes from './offenders.module.css';

/** Columns of the offenders. */
export function useOffenderColumns(): ColumnChoice<Offender> {
  const { messages, profile } = useApp();
  const words = messages.offenders;
  const columns: TableColumn<Offender>[] = [
    {
      id: 'name',
      title: words.column.name,
      width: 'minmax(8rem, 1fr)',
      fixed: true,
      value: ({ name }) => name,
      cell: ({ name }) =>
        name === '' ? (
          <i className={classes.quiet}>{words.noName}</i>
        ) : (
          <span className={classes.name}>{name}</span>
        ),
    },
    {
      id: 'network',
      title: words.column.network,
      width: '9rem',
      from: 52,
      value: ({ network }) => messages.common.network[network],
      cell: ({ network }) => (
        <span className={classes.quiet}>{messages.common.network[network]}</span>
      ),
    },
    {
      id: 'recent',
      title: words.column.recent(profile.offenders.days),
      width: '7.5rem',
      value: ({ recent }) => recent,
      cell: ({ recent }) => recent,
    },
    {
      id: 'violations',
      title: words.column.violations,
      width: '6rem',
      from: 44,
      value: ({ violations }) => violations,
      cell: ({ violations }) => violations,
    },
    {
      id: 'last',
      title: words.column.last,
      width: '9rem',
      from: 62,
      value: ({ last }) => (last === null ? null : wallTime(Date.parse(last), profile.timeZone)),
      order: ({ last }) => last ?? '',
      cell: ({ last }) =>
        last !== null && (
          <span className={classes.quiet}>
            <Moment time={last} />
          </span>
        ),
    },
    {
      id: 'state',
      title: words.column.state,
      width: 'clamp(10rem, 30cqi, 15rem)',
      value: ({ state }) => words.states[state],
      cell: (offender) => <BlacklistBadge {...offender} />,
    },
    {
      id: 'until',
      title: words.column.until,
      width: '8rem',
      extra: true,
      value: ({ until }) => until,
      cell: ({ until }) => until ?? '',
    },
    {
      id: 'url',
      title: words.column.url,
      width: 'minmax(8rem, 1fr)',
      extra: true,
      value: ({ url }) => url,
      cell: ({ url }) => <span className={classes.quiet}>{url}</span>,
    },
  ];
  return useColumns('offenders', columns);
}
