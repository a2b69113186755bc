import { Button, SegmentedControl } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { Link } from 'wouter';
import { dottedDay } from '../../lib/i18n/day';
import type { Account } from '../../lib/registry/accounts';
import type { Body } from '../../lib/registry/bodies';
import type { Notice } from '../../lib/registry/notices';
import { lastDayOf } from '../../lib/regulation/notice';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { useRegistry } from '../record/use-registry';
import { NothingFound } from '../screen/NothingFound';
import { SearchField } from '../screen/SearchField';
import { SearchHead } from '../screen/SearchHead';
import { Split } from '../screen/Split';
import { useView } from '../screen/use-view';
import { ColumnMenu } from '../table/ColumnMenu';
import { sortRows, type TableColumn } from '../table/column';
import type { TableHandle } from '../table/DataTable';
import { RowsTable } from '../table/RowsTable';
import { useColumns } from '../table/use-columns';
import { wordSearch } from '../text/search-words';
import { useToday } from '../time/today';
import { NOTICE_STATES, type NoticesView, noticesAddress, readNotices } from './address';
import { DueBadge } from './DueBadge';
import { NoticePane } from './NoticePane';
import classes from './registry.module.css';

/** A notice with what it is about. */
export interface NoticeRow {
  /** Of the notice. */
  id: string;
  notice: Notice;
  account: Account;
  body: Body;
  /** Last day on which it is in time, `YYYY-MM-DD`. */
  last: string;
}

/** What must be reported and by when; the letter at the side. */
export function NoticesTab() {
  const { messages, profile } = useApp();
  const words = messages.notices;
  const { view, change, step } = useView(readNotices, noticesAddress);
  const loaded = useRegistry();
  const table = useRef<TableHandle>(null);
  const today = useToday();

  const all = useMemo((): NoticeRow[] => {
    if (!loaded) return [];
    const accounts = new Map(loaded.accounts.map((account) => [account.id, account]));
    const bodies = new Map(loaded.bodies.map((body) => [body.id, body]));
    return loaded.notices.flatMap((notice) => {
      const account = accounts.get(notice.account);
      const body = account && bodies.get(account.body);
      if (!account || !body) return [];
      const last = lastDayOf(notice.day, profile.notices.days);
      return [{ id: notice.id, notice, account, body, last }];
    });
  }, [loaded, profile]);
  const columns = useColumns('notices', useNoticeColumns(today), {
    column: 'last',
    descending: false,
  });
  const isWanted = wordSearch(view.search);
  const filtered = all.filter(
    ({ notice, account, body }) =>
      (view.state === 'all' || (notice.sent !== null) === (view.state === 'sent')) &&
      isWanted(`${account.name}\n${body.name}\n${notice.sent?.number ?? ''}`),
  );
  const seen = sortRows(filtered, columns.all, columns.sort);
  const open = all.find(({ id }) => id === view.open);
  const waiting = all.filter(({ notice }) => notice.sent === null);
  const overdue = waiting.filter(({ last }) => last < today);

  const close = () => {
    change({ open: null });
    table.current?.focus();
  };

  return (
    <>
      <SearchHead
        found={loaded && words.summary(waiting.length, overdue.length)}
        label={messages.registry.filters}
        tools={<ColumnMenu choice={columns} />}
      >
        <SegmentedControl
          size="xs"
          aria-label={words.state}
          value={view.state}
          data={NOTICE_STATES.map((value) => ({ value, label: words.states[value] }))}
          onChange={(state) =>
            change({ state: NOTICE_STATES.find((one) => one === state) ?? 'waiting' })
          }
        />
        <SearchField
          label={words.search}
          value={view.search}
          onChange={(search) => change({ search })}
          onLeave={() => table.current?.focus()}
        />
      </SearchHead>
      <Split
        open={open !== undefined}
        beside="clamp(24rem, 32vw, 36rem)"
        loading={!loaded}
        onClose={close}
      >
        {loaded && seen.length === 0 && (
          <Nothing
            all={all.length}
            view={view}
            onAll={() => change({ state: 'all', search: '' })}
          />
        )}
        {seen.length > 0 && (
          <RowsTable
            ref={table}
            name="notice"
            label={words.table}
            rows={seen}
            columns={columns}
            open={open?.id ?? null}
            onOpen={(id) => (view.open === null ? step : change)({ open: id })}
            follow
          />
        )}
        {open && <NoticePane key={open.id} row={open} today={today} onClose={close} />}
      </Split>
    </>
  );
}

function Nothing({ all, view, onAll }: { all: number; view: NoticesView; onAll(): void }) {
  const { messages, profile } = useApp();
  const { empty } = messages.notices;
  if (view.search === '' && view.state === 'waiting')
    return (
      <EmptyState
        icon={IconMailCheck}
        title={all === 0 ? empty.title : empty.doneTitle}
        hint={empty.hint(profile.notices.days, profile.notices.clause)}
      >
        {all > 0 ? (
          <Button variant="default" onClick={onAll}>
            {empty.showAll}
          </Button>
        ) : (
          <Button component={Link} href="/registry">
            {empty.accounts}
          </Button>
        )}
      </EmptyState>
    );
  return <NothingFound words={empty} />;
}

function useNoticeColumns(today: string): TableColumn<NoticeRow>[] {
  const { messages } = useApp();
  const { notices: words, common } = messages;
  return [
    {
      id: 'state',
      title: words.column.state,
      width: '12rem',
      fixed: true,
      cell: ({ notice }) => <DueBadge notice={notice} today={today} />,
    },
    {
      id: 'event',
      title: words.column.event,
      width: '7rem',
      value: ({ notice }) => words.events[notice.event],
      cell: ({ notice }) => words.events[notice.event],
    },
    {
      id: 'account',
      title: words.column.account,
      width: 'minmax(8rem, 1.2fr)',
      fixed: true,
      value: ({ account }) => account.name,
      cell: ({ account }) => (
        <span className={classes.nameText} title={account.name}>
          {account.name}
        </span>
      ),
    },
    {
      id: 'network',
      title: words.column.network,
      width: '7.5rem',
      from: 46,
      value: ({ account }) => common.network[account.network],
      cell: ({ account }) => common.network[account.network],
    },
    {
      id: 'body',
      title: words.column.body,
      width: 'minmax(0, 1.2fr)',
      from: 54,
      value: ({ body }) => body.name,
      cell: ({ body }) => (
        <span className={classes.quiet} title={body.name}>
          {body.name}
        </span>
      ),
    },
    {
      id: 'day',
      title: words.column.day,
      width: '7.6rem',
      from: 62,
      value: ({ notice }) => notice.day,
      cell: ({ notice }) => dottedDay(notice.day),
    },
    {
      id: 'last',
      title: words.column.last,
      width: '8.4rem',
      from: 36,
      value: ({ last }) => last,
      cell: ({ last }) => dottedDay(last),
    },
  ];
}
