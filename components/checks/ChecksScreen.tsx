import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { Link } from 'wouter';
import type { Check } from '../../lib/registry/checks';
import { POINT_STATES, WAITING } from '../../lib/regulation/points';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { isTyping } from '../keys/typing';
import { useDesk } from '../record/use-desk';
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
import type { TableHandle } from '../table/DataTable';
import { RowsTable } from '../table/RowsTable';
import { SaveTable } from '../table/SaveTable';
import { wordSearch } from '../text/search-words';
import { ALL_POINTS, checksAddress, readChecks } from './address';
import { PointCard, RESULTS, seenOnPage } from './PointCard';
import { usePointColumns } from './point-columns';
import { type AccountPoint, usePoints } from './use-points';

/** Points of the checklists, account by account: filters in the address, table, card with answers. */
export function ChecksScreen() {
  const { locale, messages, profile, settings } = useApp();
  const words = messages.checks;
  const { view, present, change, step } = useView(readChecks, checksAddress);
  const points = usePoints();
  const columns = usePointColumns();
  const apply = useDesk();
  const table = useRef<TableHandle>(null);
  const seen = useMemo(() => {
    const isWanted = wordSearch(view.search);
    const found = (points ?? []).filter(
      ({ account, checklist, item, state }) =>
        (view.lists.length === 0 || view.lists.includes(checklist.id)) &&
        (view.networks.length === 0 || view.networks.includes(account.network)) &&
        (view.states.length === 0 || view.states.includes(state)) &&
        isWanted(`${account.name}\n${account.bodyName}\n${item.title[locale]}`),
    );
    return sortRows(found, columns.all, columns.sort);
  }, [points, view, columns.all, columns.sort, locale]);
  const limited = checksAddress({ ...view, open: null }) !== '/checks';
  const waiting = (points ?? []).filter(({ state }) => WAITING.has(state)).length;
  const opened = points?.find(({ id }) => id === view.open);

  const [evidence, setEvidence] = useState('');
  const proposed = opened ? (seenOnPage(opened)?.evidence ?? '') : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another point begins with its own words
  useEffect(() => setEvidence(proposed), [view.open, proposed]);

  const close = () => {
    change({ open: null });
    table.current?.focus();
  };
  const answer = async (point: AccountPoint, result: Check['result']) => {
    // An answered point leaves its place: the one below comes up.
    const next = seen[seen.findIndex(({ id }) => id === point.id) + 1]?.id ?? null;
    const now = Date.now();
    const check: Check = {
      id: uuidv7({ msecs: now }),
      revision: 1,
      account: point.account.id,
      checklist: point.checklist.id,
      item: point.item.id,
      time: new Date(now).toISOString(),
      operator: settings.operator,
      result,
      evidence: evidence.trim(),
      origin: 'operator',
    };
    const done = await apply(
      [{ table: 'checks', put: check }],
      words.card.answered(point.item.title[locale]),
    );
    if (!done || present.current.open !== point.id) return;
    change({ open: next ?? point.id });
    table.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!opened) return;
    const plainKey = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    const result = RESULTS[['Digit1', 'Digit2', 'Digit3'].indexOf(event.code)];
    if (!result || !plainKey || isTyping(event.target)) return;
    event.preventDefault();
    void answer(opened, result);
  };

  return (
    <div className={classes.screen}>
      <SearchHead
        title={words.title}
        found={
          points &&
          points.length > 0 &&
          (limited
            ? words.foundOf(seen.length, points.length)
            : words.found(waiting, points.length))
        }
        label={words.filters}
        tools={
          <>
            <ColumnMenu choice={columns} />
            <SaveTable title={words.fileTitle} columns={columns.all} rows={seen} />
          </>
        }
        onReset={limited ? () => change({ ...ALL_POINTS, open: view.open }) : undefined}
      >
        <SearchField
          label={words.search}
          value={view.search}
          onChange={(search) => change({ search })}
          onLeave={() => table.current?.focus()}
        />
        <FilterMenu
          label={words.state}
          chosen={view.states}
          options={POINT_STATES.map((state) => ({ value: state, label: words.states[state] }))}
          onChange={(states) => change({ states })}
        />
        <FilterMenu
          label={words.list}
          chosen={view.lists}
          options={profile.checklists.map(({ id, title }) => ({
            value: id,
            label: title[locale],
          }))}
          onChange={(lists) => change({ lists })}
        />
        <NetworkFilter chosen={view.networks} onChange={(networks) => change({ networks })} />
      </SearchHead>
      <Split
        open={view.open !== null}
        beside="clamp(24rem, 34vw, 34rem)"
        loading={!points}
        onClose={close}
        onKeyDown={onKeyDown}
      >
        {points?.length === 0 && (
          <EmptyState icon={IconChecklist} title={words.empty.title} hint={words.empty.hint}>
            <Button component={Link} href="/registry">
              {words.empty.link}
            </Button>
          </EmptyState>
        )}
        {points && points.length > 0 && seen.length === 0 && <NothingFound words={words.empty} />}
        {seen.length > 0 && (
          <RowsTable
            ref={table}
            name="point"
            label={words.table}
            description={words.keys}
            rows={seen}
            columns={columns}
            open={view.open}
            onOpen={(open) => (view.open === null ? step : change)({ open })}
            follow
          />
        )}
        {points && view.open !== null && (
          <PointCard
            point={opened}
            evidence={evidence}
            onEvidence={setEvidence}
            onAnswer={(result) => opened && void answer(opened, result)}
            onClose={close}
          />
        )}
      </Split>
    </div>
  );
}
