import { Button, CloseButton, Group, Loader, Text, TextInput, Title } from '@mantine/core';
import { IconFilterOff, IconSearch, IconUserCheck } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { NETWORK_IDS } from '../../lib/networks/hosts';
import { byUrgency, isUrgent, type Offender } from '../../lib/registry/offenders';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { NextStep } from '../record/NextStep';
import { FilterMenu } from '../screen/FilterMenu';
import classes from '../screen/screen.module.css';
import { ColumnMenu } from '../table/ColumnMenu';
import { sortRows } from '../table/column';
import { DataTable, type TableHandle } from '../table/DataTable';
import { SaveTable } from '../table/SaveTable';
import {
  ALL_OFFENDERS,
  type OffendersView,
  offendersAddress,
  readOffenders,
  STATES,
} from './address';
import { OffenderCard } from './OffenderCard';
import { useOffenderColumns } from './offender-columns';
import { useOffenderRule, useOffenders } from './use-offenders';

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

/** Whether the view shows an offender. */
function letting({ search, networks, states }: OffendersView): (offender: Offender) => boolean {
  const wanted = plain(search.trim());
  return ({ name, network, state }) =>
    (networks.length === 0 || networks.includes(network)) &&
    (states.length === 0 || states.includes(state)) &&
    (wanted === '' || plain(name).includes(wanted));
}

/** Authors of violations: filters in the address, table, card, export. */
export function OffendersScreen() {
  const { messages } = useApp();
  const words = messages.offenders;
  const search = useSearch();
  const [, navigate] = useLocation();
  const view = useMemo(() => readOffenders(search), [search]);
  const rule = useOffenderRule();
  const list = useOffenders(rule);
  const offenders = list?.offenders;
  // Those that wait for a decision come first: nobody need wait for the rest to know them all.
  const urgentAlone = view.states.length > 0 && view.states.every(isUrgent);
  const whole = list !== undefined && (list.whole || urgentAlone);
  const columns = useOffenderColumns();
  const table = useRef<TableHandle>(null);
  const seen = useMemo(() => {
    const found = (offenders ?? []).filter(letting(view)).sort(byUrgency);
    return new Map(sortRows(found, columns.all, columns.sort).map((one) => [one.key, one]));
  }, [offenders, view, columns.all, columns.sort]);
  const ids = useMemo(() => [...seen.keys()], [seen]);
  const limited = view.search !== '' || view.networks.length > 0 || view.states.length > 0;

  /** What is typed replaces the address; an opened card is a step one can go back from. */
  const change = (part: Partial<OffendersView>, replace = true) =>
    navigate(offendersAddress({ ...view, ...part }), { replace });
  const close = () => {
    change({ author: null });
    table.current?.focus();
  };

  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <Group justify="space-between" mb="xs">
          <Group gap="sm" align="baseline">
            <Title order={1}>{words.title}</Title>
            <Text c="dimmed" size="sm" role="status">
              {list &&
                (!whole
                  ? messages.log.loading
                  : limited && list.whole
                    ? words.foundOf(seen.size, list.offenders.length)
                    : words.found(seen.size))}
            </Text>
            {limited && (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => change({ ...ALL_OFFENDERS, author: view.author })}
              >
                {words.resetAll}
              </Button>
            )}
          </Group>
          <Group gap="xs">
            <ColumnMenu choice={columns} />
            <SaveTable
              title={words.fileTitle}
              columns={columns.all}
              rows={list?.whole ? [...seen.values()] : []}
            />
          </Group>
        </Group>
        <Group gap={6} role="search" aria-label={words.filters}>
          <TextInput
            size="xs"
            flex="1 1 14rem"
            maw="24rem"
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            leftSection={<IconSearch size={15} aria-hidden="true" />}
            rightSection={
              view.search !== '' && (
                <CloseButton
                  size="xs"
                  aria-label={messages.log.clearSearch}
                  onClick={() => change({ search: '' })}
                />
              )
            }
            value={view.search}
            onChange={(event) => change({ search: event.currentTarget.value.slice(0, 200) })}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              table.current?.focus();
            }}
          />
          <FilterMenu
            label={words.network}
            chosen={view.networks}
            options={NETWORK_IDS.map((id) => ({ value: id, label: messages.common.network[id] }))}
            onChange={(networks) => change({ networks })}
          />
          <FilterMenu
            label={words.state}
            chosen={view.states}
            options={STATES.map((state) => ({ value: state, label: words.states[state] }))}
            onChange={(states) => change({ states })}
          />
        </Group>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere inside */}
      <div
        className={classes.split}
        style={{ '--beside': 'clamp(24rem, 34vw, 34rem)' } as React.CSSProperties}
        data-open={view.author !== null || undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || view.author === null || event.defaultPrevented) return;
          event.preventDefault();
          close();
        }}
      >
        {!whole && seen.size === 0 && (
          <Group justify="center" p="xl">
            <Loader size="sm" type="dots" aria-label={messages.table.loading} />
          </Group>
        )}
        {whole && seen.size === 0 && (
          <EmptyState
            icon={limited ? IconFilterOff : IconUserCheck}
            title={limited ? words.empty.noneTitle : words.empty.title}
            hint={limited ? words.empty.noneHint : words.empty.hint}
          >
            {!limited && <NextStep />}
          </EmptyState>
        )}
        {seen.size > 0 && (
          <DataTable
            ref={table}
            name="offender"
            label={words.table}
            description={words.keys}
            columns={columns.shown}
            ids={ids}
            rowOf={(key) => seen.get(key)}
            open={view.author}
            onOpen={(author) => change({ author }, view.author !== null)}
            follow
            sort={columns.sort}
            onSort={columns.setSort}
          />
        )}
        {view.author !== null && (
          <OffenderCard key={view.author} id={view.author} rule={rule} onClose={close} />
        )}
      </div>
    </div>
  );
}
