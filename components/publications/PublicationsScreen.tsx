import { Button, Group, Loader, Select, Tabs, Text, Title } from '@mantine/core';
import { lazy, Suspense, useMemo, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { sumFigures, weeksUpTo } from '../../lib/regulation/norm';
import { useApp } from '../app/app-context';
import { useToday, useWeeks } from '../norm/use-norm';
import { accountsSeen } from '../plan/filter';
import { useRegistry } from '../record/use-registry';
import { FilterMenu } from '../screen/FilterMenu';
import { SearchField } from '../screen/SearchField';
import { ColumnMenu } from '../table/ColumnMenu';
import { sortRows } from '../table/column';
import type { TableHandle } from '../table/DataTable';
import { SaveTable } from '../table/SaveTable';
import {
  ALL_PUBLICATIONS,
  PUBLICATION_TABS,
  type PublicationsView,
  publicationsAddress,
  readPublicationsView,
  SPANS,
  UNSAID,
} from './address';
import { ListTab, usePostColumns } from './ListTab';
import { NormTab } from './NormTab';
import { PostPane } from './PostPane';
import classes from './publications.module.css';
import { countedPosts, postsOf, postsSeen } from './seen';
import { usePublications } from './use-posts';

/** On demand: charts weigh more than the rest of the screen. */
const MixTab = lazy(async () => ({ default: (await import('./MixTab')).MixTab }));

/** Publications: who has the norm, what came out, what it is like. */
export function PublicationsScreen() {
  const { locale, messages, profile } = useApp();
  const words = messages.publications;
  const search = useSearch();
  const [, navigate] = useLocation();
  const view = useMemo(() => readPublicationsView(search), [search]);
  const today = useToday();
  const mondays = useMemo(() => weeksUpTo(today, view.weeks), [today, view.weeks]);
  const isList = view.tab === 'list';
  const registry = useRegistry();
  const weeks = useWeeks(isList ? null : mondays);
  // The list itself needs neither plan nor norm.
  const rows = isList ? registry : weeks;
  const table = useRef<TableHandle>(null);
  const columns = usePostColumns();
  const { body, account } = view;

  const accounts = useMemo(
    () => (rows ? accountsSeen(rows.accounts, rows.bodies, { body, account }) : []),
    [rows, body, account],
  );
  const isNorm = view.tab === 'norm';
  const list = usePublications(
    mondays[0] ?? today,
    mondays.at(-1) ?? today,
    isList ? view.search : '',
    !isNorm,
  );
  const all = rows?.accounts;
  const posts = useMemo(() => {
    // Deleted accounts have their history, too.
    const ids = new Set(accounts.map(({ id }) => id));
    const isLimited = body !== null || account !== null;
    return list && all ? postsOf(list.publications, all, ids, isLimited) : [];
  }, [list, all, accounts, body, account]);
  const counted = useMemo(() => countedPosts(posts), [posts]);
  const { search: wanted, formats } = view;
  const seen = useMemo(
    () => postsSeen(posts, { search: wanted, formats }),
    [posts, wanted, formats],
  );
  const listed = useMemo(
    () => sortRows(seen, columns.all, columns.sort),
    [seen, columns.all, columns.sort],
  );
  const figures = useMemo(
    () =>
      weeks
        ? mondays.map((_, place) =>
            sumFigures(accounts.flatMap(({ id }) => weeks.norm.accounts.get(id)?.[place] ?? [])),
          )
        : [],
    [weeks, mondays, accounts],
  );

  /** What is typed replaces the address; what is opened is a step one can go back from. */
  const change = (part: Partial<PublicationsView>, replace = true) =>
    navigate(publicationsAddress({ ...view, ...part }), { replace });
  const close = () => {
    change({ open: null });
    table.current?.focus();
  };

  const count = isNorm ? sumFigures(figures).done : isList ? listed.length : counted.length;
  const place = isList && view.open !== null ? listed.findIndex(({ id }) => id === view.open) : -1;
  const open = listed[place];
  const step = (by: number) => {
    const id = listed[place + by]?.id;
    return id === undefined ? undefined : () => change({ open: id });
  };
  const limited =
    view.search !== '' || body !== null || account !== null || view.formats.length > 0;
  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <Group justify="space-between" gap="xs" mb="xs">
          <Group gap="md" align="center">
            <Title order={1}>{words.title}</Title>
            <Text c="dimmed" size="sm" role="status">
              {rows &&
                (isNorm || list) &&
                (isNorm || list?.whole ? words.found(count) : messages.log.loading)}
            </Text>
          </Group>
          {isList && (
            <Group gap="xs">
              <ColumnMenu choice={columns} />
              <SaveTable
                title={words.fileTitle}
                columns={columns.all}
                rows={list?.whole ? listed : []}
              />
            </Group>
          )}
        </Group>
        <Group gap={6} role="search" aria-label={words.filters}>
          {isList && (
            <SearchField
              label={words.search}
              value={view.search}
              onChange={(text) => change({ search: text })}
              onLeave={() => table.current?.focus()}
            />
          )}
          <Select
            size="xs"
            w="8.5rem"
            allowDeselect={false}
            aria-label={words.span}
            value={String(view.weeks)}
            data={SPANS.map((span) => ({ value: String(span), label: words.weeks(span) }))}
            onChange={(span) =>
              change({ weeks: SPANS.find((one) => String(one) === span) ?? ALL_PUBLICATIONS.weeks })
            }
          />
          <Select
            size="xs"
            flex="0 1 14rem"
            searchable
            clearable
            clearButtonProps={{ 'aria-label': messages.log.reset }}
            aria-label={messages.plan.body}
            placeholder={messages.plan.allBodies}
            value={body}
            data={(rows?.bodies ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(chosen) => change({ body: chosen, account: null })}
          />
          <Select
            size="xs"
            flex="0 1 14rem"
            searchable
            clearable
            limit={60}
            clearButtonProps={{ 'aria-label': messages.log.reset }}
            aria-label={messages.plan.account}
            placeholder={messages.plan.allAccounts}
            value={account}
            data={accountsSeen(rows?.accounts ?? [], rows?.bodies ?? [], {
              body,
              account: null,
            }).map(({ id, name, network }) => ({
              value: id,
              label: `${name} · ${messages.common.network[network]}`,
            }))}
            onChange={(chosen) => change({ account: chosen })}
          />
          {isList && (
            <FilterMenu
              label={words.format}
              chosen={view.formats}
              options={[
                ...profile.formats.list.map(({ id, title }) => ({
                  value: id,
                  label: title[locale],
                })),
                { value: UNSAID, label: words.unsaid },
              ]}
              onChange={(formats) => change({ formats })}
            />
          )}
          {limited && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() =>
                change({
                  ...ALL_PUBLICATIONS,
                  tab: view.tab,
                  weeks: view.weeks,
                  byBody: view.byBody,
                })
              }
            >
              {words.resetAll}
            </Button>
          )}
        </Group>
      </header>
      <Tabs
        className={classes.tabs ?? ''}
        value={view.tab}
        onChange={(tab) =>
          change({ tab: PUBLICATION_TABS.find((one) => one === tab) ?? 'norm', open: null }, false)
        }
        keepMounted={false}
        activateTabWithKeyboard
      >
        <Tabs.List aria-label={words.tab} px="md">
          {PUBLICATION_TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {words.tabs[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {PUBLICATION_TABS.map((tab) => (
          // It scrolls at 200 % zoom, and must take the keyboard then.
          <Tabs.Panel key={tab} value={tab} className={classes.panel ?? ''} tabIndex={0}>
            {(!rows || (tab !== 'norm' && (!list || (!list.whole && listed.length === 0)))) && (
              <Group justify="center" p="xl">
                <Loader size="sm" type="dots" aria-label={messages.table.loading} />
              </Group>
            )}
            {weeks && tab === 'norm' && (
              <NormTab
                view={view}
                rows={weeks}
                accounts={accounts}
                mondays={mondays}
                onChange={(part) => change(part)}
                onOpen={(part) => change({ ...part, tab: 'list', open: null }, false)}
              />
            )}
            {rows && tab === 'list' && list && (list.whole || listed.length > 0) && (
              // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere inside
              <div
                className={classes.split}
                data-open={open !== undefined || undefined}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape' || !open || event.defaultPrevented) return;
                  // The first one closes the list that a field has opened.
                  if ((event.target as Element).getAttribute('aria-expanded') === 'true') return;
                  event.preventDefault();
                  close();
                }}
              >
                <ListTab
                  ref={table}
                  posts={listed}
                  columns={columns}
                  open={open?.id ?? null}
                  isLimited={limited}
                  onOpen={(id) => change({ open: id }, view.open !== null)}
                />
                {open && (
                  <PostPane
                    key={open.id}
                    post={open}
                    onClose={close}
                    onPrevious={step(-1)}
                    onNext={step(1)}
                  />
                )}
              </div>
            )}
            {weeks && tab === 'mix' && list?.whole && (
              <Suspense
                fallback={
                  <Group justify="center" p="xl">
                    <Loader size="sm" type="dots" aria-label={messages.table.loading} />
                  </Group>
                }
              >
                <MixTab posts={counted} mondays={mondays} figures={figures} />
              </Suspense>
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
