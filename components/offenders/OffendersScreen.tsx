import { IconUserCheck } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { byUrgency, isUrgent, type Offender } from '../../lib/registry/offenders';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { NextStep } from '../record/NextStep';
import { FilterMenu } from '../screen/FilterMenu';
import { NetworkFilter } from '../screen/NetworkFilter';
import { NothingFound } from '../screen/NothingFound';
import { SearchField } from '../screen/SearchField';
import { SearchHead } from '../screen/SearchHead';
import { Split } from '../screen/Split';
import classes from '../screen/screen.module.css';
import { useView } from '../screen/use-view';
import { ColumnMenu } from '../table/ColumnMenu';
import { sortRows } from '../table/column';
import { DataTable, type TableHandle } from '../table/DataTable';
import { SaveTable } from '../table/SaveTable';
import { wordSearch } from '../text/search-words';
import {
  ALL_OFFENDERS,
  isLimited,
  type OffendersView,
  offendersAddress,
  readOffenders,
  STATES,
} from './address';
import { OffenderCard } from './OffenderCard';
import { useOffenderColumns } from './offender-columns';
import { useOffenderRule, useOffenders } from './use-offenders';

/** Whether the view shows an offender. */
function letting({ search, networks, states }: OffendersView): (offender: Offender) => boolean {
  const isWanted = wordSearch(search);
  return ({ name, network, state }) =>
    (networks.length === 0 || networks.includes(network)) &&
    (states.length === 0 || states.includes(state)) &&
    isWanted(name);
}

/** Authors of violations: filters in the address, table, card, export. */
export function OffendersScreen() {
  const { messages } = useApp();
  const words = messages.offenders;
  const { view, change, step } = useView(readOffenders, offendersAddress);
  const rule = useOffenderRule();
  const list = useOffenders(rule);
  const offenders = list?.rows;
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
  const limited = isLimited(view);
  const close = () => {
    change({ author: null });
    table.current?.focus();
  };
  const found = () => {
    if (!whole) return messages.screen.loading;
    return limited && list.whole
      ? words.foundOf(seen.size, list.rows.length)
      : words.found(seen.size);
  };

  return (
    <div className={classes.screen}>
      <SearchHead
        title={words.title}
        found={list && found()}
        label={words.filters}
        tools={
          <>
            <ColumnMenu choice={columns} />
            <SaveTable
              title={words.fileTitle}
              columns={columns.all}
              rows={list?.whole ? [...seen.values()] : []}
            />
          </>
        }
        onReset={limited ? () => change({ ...ALL_OFFENDERS, author: view.author }) : undefined}
      >
        <SearchField
          label={words.search}
          value={view.search}
          onChange={(search) => change({ search })}
          onLeave={() => table.current?.focus()}
        />
        <NetworkFilter chosen={view.networks} onChange={(networks) => change({ networks })} />
        <FilterMenu
          label={words.state}
          chosen={view.states}
          options={STATES.map((state) => ({ value: state, label: words.states[state] }))}
          onChange={(states) => change({ states })}
        />
      </SearchHead>
      <Split
        open={view.author !== null}
        beside="clamp(24rem, 34vw, 34rem)"
        loading={!whole && seen.size === 0}
        onClose={close}
      >
        {whole && seen.size === 0 && limited && <NothingFound words={words.empty} />}
        {whole && seen.size === 0 && !limited && (
          <EmptyState icon={IconUserCheck} title={words.empty.title} hint={words.empty.hint}>
            <NextStep />
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
            onOpen={(author) => (view.author === null ? step : change)({ author })}
            follow
            sort={columns.sort}
            onSort={columns.setSort}
          />
        )}
        {view.author !== null && (
          <OffenderCard key={view.author} id={view.author} rule={rule} onClose={close} />
        )}
      </Split>
    </div>
  );
}
