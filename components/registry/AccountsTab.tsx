import { Button, Group } from '@mantine/core';
import { IconBuildingCommunity, IconUsersGroup } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { accountFaults } from '../../lib/registry/account-faults';
import type { Account } from '../../lib/registry/accounts';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { useDesk } from '../record/use-desk';
import { type RegistryRows, useRegistry } from '../record/use-registry';
import { NothingFound } from '../screen/NothingFound';
import { Split } from '../screen/Split';
import { useView } from '../screen/use-view';
import { sortRows } from '../table/column';
import type { TableHandle } from '../table/DataTable';
import { RowsTable } from '../table/RowsTable';
import { AccountsHead } from './AccountsHead';
import { AccountsImport } from './AccountsImport';
import { useAccountColumns } from './account-columns';
import { isLimited, type RegistryView, readRegistry, registryAddress } from './address';
import { BodyTree } from './BodyTree';
import { seenAccounts } from './filter';
import { OpenCard } from './OpenCard';

const NONE: RegistryRows = { bodies: [], accounts: [], notices: [] };
const NOBODY: ReadonlySet<string> = new Set();

/** Bodies as a tree, accounts as a table, one card at the side; what is shown stands in the address. */
export function AccountsTab() {
  const { messages, profile } = useApp();
  const words = messages.registry;
  const { view, change, step } = useView(readRegistry, registryAddress);
  const loaded = useRegistry();
  const rows = loaded ?? NONE;
  const desk = useDesk();
  const table = useRef<TableHandle>(null);
  const [chosen, setChosen] = useState(NOBODY);
  /** Grows with each new card, so that it begins empty. */
  const [turn, setTurn] = useState(0);

  const faults = useMemo(
    () => accountFaults(rows.accounts, profile.networks.ids),
    [rows.accounts, profile],
  );
  const columns = useAccountColumns(rows.bodies, faults);
  const filtered = useMemo(() => seenAccounts(rows, view, faults), [rows, view, faults]);
  const seen = sortRows(filtered, columns.all, columns.sort);
  // What is filtered out is not chosen any more.
  const picked = chosen.size === 0 ? [] : seen.filter(({ id }) => chosen.has(id));

  const openAccount = (id: string) =>
    (view.open?.what === 'account' ? change : step)({ open: { what: 'account', id } });
  const openBody = (id: string) => step({ open: { what: 'body', id } });
  const openImport = () => step({ open: { what: 'import' } });
  const add = (what: 'new-account' | 'new-body') => {
    setTurn((known) => known + 1);
    step({ open: { what } });
  };
  const close = () => {
    change({ open: null });
    table.current?.focus();
  };
  const remove = async ({ id, revision, name }: Account) => {
    const deed = { table: 'accounts', remove: id, revision } as const;
    if (!(await desk([deed], words.account.removed(name)))) return;
    if (view.open?.what === 'account' && view.open.id === id) change({ open: null });
  };

  if (loaded && view.open?.what === 'import')
    return <AccountsImport rows={loaded} onClose={() => change({ open: null })} />;
  const isEmpty = rows.bodies.length === 0 && rows.accounts.length === 0;
  const isOpen = view.open !== null && loaded !== undefined;
  return (
    <>
      <AccountsHead
        view={view}
        rows={loaded}
        seen={seen}
        faulty={faults.size}
        columns={columns}
        picked={picked}
        onChange={change}
        onAdd={add}
        onImport={openImport}
        onChooseNone={() => setChosen(NOBODY)}
        onLeave={() => table.current?.focus()}
      />
      <Split
        open={isOpen}
        beside="clamp(24rem, 32vw, 36rem)"
        loading={!loaded}
        onClose={close}
        tree={rows.bodies.length > 0}
      >
        {rows.bodies.length > 0 && (
          <BodyTree
            bodies={rows.bodies}
            accounts={rows.accounts}
            chosen={view.body}
            onChoose={(body) => change({ body })}
            onOpen={openBody}
          />
        )}
        {loaded && isEmpty && (
          <EmptyState
            icon={IconBuildingCommunity}
            title={words.empty.title}
            hint={words.empty.hint}
          >
            {!isOpen && (
              <Group gap="xs">
                <Button onClick={() => add('new-body')}>{words.addBody}</Button>
                <Button variant="default" onClick={openImport}>
                  {words.import.button}
                </Button>
              </Group>
            )}
          </EmptyState>
        )}
        {loaded && !isEmpty && seen.length === 0 && (
          <Nothing view={view} rows={rows} onAdd={() => add('new-account')} />
        )}
        {seen.length > 0 && (
          <RowsTable
            ref={table}
            name="account"
            label={words.table}
            description={words.keys}
            rows={seen}
            columns={columns}
            open={view.open?.what === 'account' ? view.open.id : null}
            onOpen={openAccount}
            onRemove={(account) => void remove(account)}
            chosen={new Set(picked.map(({ id }) => id))}
            onChoose={setChosen}
          />
        )}
        {isOpen && (
          <OpenCard
            rows={rows}
            view={view}
            turn={turn}
            faults={faults}
            onOpen={openAccount}
            onOpenBody={openBody}
            onAdd={add}
            onClose={close}
          />
        )}
      </Split>
    </>
  );
}

interface NothingProps {
  view: RegistryView;
  rows: RegistryRows;
  onAdd(): void;
}

/** Nothing passes the filters, or there is nothing yet: what to do about it. */
function Nothing({ view, rows, onAdd }: NothingProps) {
  const words = useApp().messages.registry;
  const bodyAlone = view.body !== null && !isLimited({ ...view, body: null });
  if (rows.accounts.length === 0 || bodyAlone)
    return (
      <EmptyState
        icon={IconUsersGroup}
        title={words.empty.noAccounts}
        hint={words.empty.noAccountsHint}
      >
        <Button onClick={onAdd}>{words.addAccount}</Button>
      </EmptyState>
    );
  return <NothingFound words={words.empty} />;
}
