import { Group, SegmentedControl, Switch, Text } from '@mantine/core';
import { IconCircleCheck, IconUsersGroup } from '@tabler/icons-react';
import { weekName } from '../../lib/i18n/day';
import type { Account } from '../../lib/registry/accounts';
import { sumFigures, type WeekFigures } from '../../lib/regulation/norm';
import { addDays } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import type { WeeksRows } from '../norm/use-norm';
import { NextStep } from '../record/NextStep';
import { ColumnMenu } from '../table/ColumnMenu';
import { sortRows, type TableColumn } from '../table/column';
import { DataTable } from '../table/DataTable';
import { useColumns } from '../table/use-columns';
import type { PublicationsView } from './address';
import classes from './publications.module.css';

/** Weeks that the table has room for. */
const MOST_WEEKS = 12;

/** «16.11»: a week by its first day. */
const dayAndMonth = (day: string) => `${day.slice(8)}.${day.slice(5, 7)}`;

interface NormRow {
  id: string;
  name: string;
  body: string;
  network: string;
  /** As many as there are weeks in the table. */
  weeks: readonly WeekFigures[];
}

interface Props {
  view: PublicationsView;
  rows: WeeksRows;
  /** Accounts seen. */
  accounts: readonly Account[];
  mondays: readonly string[];
  onChange(part: Partial<PublicationsView>): void;
  /** Opens the publications of an account or a body. */
  onOpen(part: Partial<PublicationsView>): void;
}

/** Who has the norm, week by week, accounts or bodies. */
export function NormTab({ view, rows, accounts, mondays, onChange, onOpen }: Props) {
  const { messages, profile } = useApp();
  const words = messages.publications.norm;
  const shown = mondays.slice(-MOST_WEEKS);
  const bodyNames = new Map(rows.bodies.map(({ id, name }) => [id, name]));
  const lastWeeks = (list: readonly WeekFigures[] | undefined) => list?.slice(-shown.length) ?? [];

  const populated = new Set(accounts.map(({ body }) => body));
  const byAccount = accounts.map(
    ({ id, name, network, body }): NormRow => ({
      id,
      name,
      network: messages.common.network[network],
      body: bodyNames.get(body) ?? '',
      weeks: lastWeeks(rows.norm.accounts.get(id)),
    }),
  );
  const byBody = rows.bodies
    .filter(({ id }) => populated.has(id))
    .map(
      ({ id, name }): NormRow => ({
        id,
        name,
        network: '',
        body: '',
        weeks: lastWeeks(rows.norm.bodies.get(id)),
      }),
    );
  const isBehind = ({ weeks }: NormRow) => (weeks.at(-1)?.behind ?? 0) > 0;
  const all = view.byBody ? byBody : byAccount;
  const listed = view.behind ? all.filter(isBehind) : all;
  const columns = useNormColumns(shown, view.byBody);
  const sorted = sortRows(listed, columns.all, columns.sort);
  const byId = new Map(sorted.map((row) => [row.id, row]));
  const now = sumFigures(byAccount.flatMap(({ weeks }) => weeks.at(-1) ?? []));
  const behind = byAccount.filter(isBehind).length;

  if (accounts.length === 0)
    return (
      <EmptyState icon={IconUsersGroup} title={words.empty} hint={words.emptyHint}>
        <NextStep />
      </EmptyState>
    );
  return (
    <div className={classes.tab}>
      <Group className={classes.bar} justify="space-between" gap="sm">
        <Text role="status">
          <b>{words.summary(now.done, now.norm, profile.norm.clause)}</b>{' '}
          {words.forecast(now.forecast, now.planned)}{' '}
          <span className={now.behind > 0 ? classes.lack : classes.enough}>
            {now.behind > 0 ? words.lack(now.behind, behind) : words.enough}
          </span>
        </Text>
        <Group gap="sm">
          <Switch
            size="xs"
            label={words.behind}
            checked={view.behind}
            onChange={(event) => onChange({ behind: event.currentTarget.checked })}
          />
          <SegmentedControl
            size="xs"
            aria-label={words.by}
            value={view.byBody ? 'bodies' : 'accounts'}
            data={[
              { value: 'accounts', label: words.accounts },
              { value: 'bodies', label: words.bodies },
            ]}
            onChange={(value) => onChange({ byBody: value === 'bodies' })}
          />
          <ColumnMenu choice={columns} />
        </Group>
      </Group>
      {sorted.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={words.noneBehind} hint={words.noneBehindHint} />
      ) : (
        <DataTable
          name="norm"
          label={words.table}
          description={words.keys}
          columns={columns.shown}
          ids={[...byId.keys()]}
          rowOf={(id) => byId.get(id)}
          onOpen={(id) => onOpen(view.byBody ? { body: id, account: null } : { account: id })}
          sort={columns.sort}
          onSort={columns.setSort}
        />
      )}
    </div>
  );
}

function useNormColumns(mondays: readonly string[], byBody: boolean) {
  const { locale, messages } = useApp();
  const words = messages.publications.norm;
  const last = mondays.length - 1;
  const columns: TableColumn<NormRow>[] = [
    {
      id: 'name',
      title: byBody ? words.body : words.account,
      // Bodies begin alike: «Министерство…» tells nobody apart.
      width: 'minmax(15rem, 1fr)',
      fixed: true,
      value: ({ name }) => name,
      cell: ({ name }) => name,
    },
    ...(byBody
      ? []
      : [
          {
            id: 'network',
            title: words.network,
            width: '7.5rem',
            // Accounts of one body often bear one name in every network.
            from: 36,
            value: ({ network }: NormRow) => network,
            cell: ({ network }: NormRow) => <span className={classes.quiet}>{network}</span>,
          },
          {
            id: 'body',
            title: words.body,
            width: 'minmax(0, 0.8fr)',
            from: 104,
            value: ({ body }: NormRow) => body,
            cell: ({ body }: NormRow) => <span className={classes.quiet}>{body}</span>,
          },
        ]),
    ...mondays.map((monday, place): TableColumn<NormRow> => {
      const name = weekName(monday, addDays(monday, 6), locale);
      return {
        id: `week-${last - place}`,
        title: place === last ? words.thisWeek : dayAndMonth(monday),
        width: place === last ? '6.75rem' : '4.4rem',
        // Narrow windows keep the newest weeks.
        from: place === last ? 0 : 36 + (last - place) * 4.4,
        value: ({ weeks }) => {
          const figures = weeks[place];
          return figures ? figures.done - figures.norm : null;
        },
        cell: ({ weeks }) => {
          const figures = weeks[place];
          return figures ? <Week figures={figures} name={name} isNow={place === last} /> : null;
        },
      };
    }),
  ];
  return useColumns('norm', columns, { column: 'week-0', descending: false });
}

interface WeekProps {
  figures: WeekFigures;
  name: string;
  isNow: boolean;
}

/** «8/10», in the running week with what is planned; what is lacking is said by sign and number. */
function Week({ figures, name, isNow }: WeekProps) {
  const words = useApp().messages.publications.norm;
  const { done, norm, planned, behind, deleted } = figures;
  if (norm === 0 && done === 0 && planned === 0) return <span className={classes.quiet}>—</span>;
  const said = words.cell(done, norm, isNow ? planned : 0, behind);
  const whole = [`${name}: ${said}`, deleted > 0 ? words.deleted(deleted) : ''];
  return (
    // The browser's own hint: hundreds of these cells stand on the screen at a time.
    <span
      className={classes.week}
      data-behind={behind > 0 || undefined}
      title={whole.filter(Boolean).join('; ')}
    >
      <span aria-hidden="true">
        {done}
        {isNow && planned > 0 && <span className={classes.planned}>+{planned}</span>}
        <span className={classes.of}>/{norm}</span>
        {behind > 0 && <span className={classes.minus}> −{behind}</span>}
      </span>
      <span className={classes.said}>{said}</span>
    </span>
  );
}
