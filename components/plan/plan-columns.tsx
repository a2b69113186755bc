import { shortDay } from '../../lib/i18n/day';
import type { Account } from '../../lib/registry/accounts';
import type { PlanEntry } from '../../lib/registry/plan';
import { useApp } from '../app/app-context';
import type { TableColumn } from '../table/column';
import { type ColumnChoice, useColumns } from '../table/use-columns';
import classes from './plan.module.css';
import { STATE_ICONS } from './states';

/** Columns of the plan as a list. */
export function usePlanColumns(accounts: ReadonlyMap<string, Account>): ColumnChoice<PlanEntry> {
  const { locale, messages, profile } = useApp();
  const words = messages.plan;
  const formats = new Map(profile.formats.list.map(({ id, title }) => [id, title[locale]]));
  const names = ({ accounts: ids }: PlanEntry) => ids.flatMap((id) => accounts.get(id)?.name ?? []);
  const formatOf = ({ format }: PlanEntry) =>
    format === null ? '' : (formats.get(format) ?? format);
  const quiet = (text: string) => <span className={classes.quiet}>{text}</span>;
  const columns: TableColumn<PlanEntry>[] = [
    {
      id: 'day',
      title: words.columns.day,
      width: '9.5rem',
      fixed: true,
      value: ({ day, time }) => `${day} ${time ?? ''}`,
      cell: ({ day, time }) => (
        <span className={classes.quiet}>
          {shortDay(day, locale)}
          {time !== null && `, ${time}`}
        </span>
      ),
    },
    {
      id: 'title',
      title: words.columns.title,
      width: 'minmax(0, 1.4fr)',
      fixed: true,
      value: ({ title }) => title,
      cell: ({ title }) => title,
    },
    {
      id: 'accounts',
      title: words.columns.accounts,
      width: 'minmax(0, 1fr)',
      from: 44,
      value: (entry) => names(entry).join(', '),
      cell: (entry) => {
        const [first, ...rest] = names(entry);
        return first === undefined ? (
          <i className={classes.quiet}>{words.noAccounts}</i>
        ) : (
          words.accountsOf(first, rest.length)
        );
      },
    },
    {
      id: 'format',
      title: words.columns.format,
      width: '8rem',
      from: 56,
      value: formatOf,
      cell: (entry) => quiet(formatOf(entry)),
    },
    {
      id: 'state',
      title: words.columns.state,
      width: '9.5rem',
      value: ({ state }) => words.states[state],
      cell: ({ state }) => {
        const Icon = STATE_ICONS[state];
        return (
          <span className={classes.state}>
            <Icon size={16} stroke={1.7} aria-hidden="true" />
            {words.states[state]}
          </span>
        );
      },
    },
    {
      id: 'responsible',
      title: words.columns.responsible,
      width: '9rem',
      from: 66,
      value: ({ responsible }) => responsible,
      cell: ({ responsible }) => quiet(responsible),
    },
    {
      id: 'rubric',
      title: words.columns.rubric,
      width: '8rem',
      extra: true,
      value: ({ rubric }) => rubric,
      cell: ({ rubric }) => quiet(rubric),
    },
    {
      id: 'text',
      title: words.columns.text,
      width: 'minmax(0, 1fr)',
      extra: true,
      value: ({ text }) => text,
      cell: ({ text }) => quiet(text.replaceAll('\n', ' ').slice(0, 200)),
    },
  ];
  return useColumns('plan', columns, { column: 'day', descending: false });
}
