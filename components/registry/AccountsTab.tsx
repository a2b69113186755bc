import { Button, Group, Menu, Switch, Text } from '@mantine/core';
import {
  IconBuildingCommunity,
  IconChevronDown,
  IconFileImport,
  IconFileUnknown,
  IconFilterOff,
  IconPlus,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { accountFaults } from '../../lib/registry/account-faults';
import { ACCOUNT_STATUSES, type Account, type AccountStatus } from '../../lib/registry/accounts';
import type { Body } from '../../lib/registry/bodies';
import type { Deed } from '../../lib/registry/desk';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { SidePane } from '../pane/SidePane';
import { useDesk } from '../record/use-desk';
import { type RegistryRows, useRegistry } from '../record/use-registry';
import { FilterMenu } from '../screen/FilterMenu';
import { SearchField } from '../screen/SearchField';
import { SearchHead } from '../screen/SearchHead';
import { Split } from '../screen/Split';
import { useView } from '../screen/use-view';
import { ColumnMenu } from '../table/ColumnMenu';
import { sortRows } from '../table/column';
import { DataTable, type TableHandle } from '../table/DataTable';
import { AccountCard } from './AccountCard';
import { AccountsImport } from './AccountsImport';
import { StatusBadge, useAccountColumns } from './account-columns';
import {
  isLimited,
  type RegistryView,
  readRegistry,
  registryAddress,
  WHOLE_REGISTRY,
} from './address';
import { BodyCard } from './BodyCard';
import { BodyTree } from './BodyTree';
import { ExportMenu } from './ExportMenu';
import { seenAccounts } from './filter';

const NONE: RegistryRows = { bodies: [], accounts: [], notices: [] };
const NOBODY: ReadonlySet<string> = new Set();

/** A body of which nothing is known yet. */
const newBody = (parent: string | null, kind: string): Body => ({
  id: uuidv7(),
  revision: 1,
  parent,
  name: '',
  kind,
  site: '',
  note: '',
});

/** An account of which nothing is known yet. */
const newAccount = (body: string | null): Account => ({
  id: uuidv7(),
  revision: 1,
  body: body ?? '',
  network: 'vk',
  key: '',
  address: '',
  owner: '',
  name: '',
  status: 'active',
  created: null,
  deleted: null,
  responsible: [],
  access: [],
  note: '',
  seen: null,
  broken: null,
});

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
  const byId = useMemo(() => new Map(seen.map((account) => [account.id, account])), [seen]);
  // What is filtered out is not chosen any more.
  const picked = useMemo(() => new Set([...chosen].filter((id) => byId.has(id))), [chosen, byId]);

  const openAccount = (id: string) =>
    (view.open?.what === 'account' ? change : step)({ open: { what: 'account', id } });
  const openBody = (id: string) => step({ open: { what: 'body', id } });
  const add = (what: 'new-account' | 'new-body') => {
    setTurn((known) => known + 1);
    step({ open: { what } });
  };
  const close = () => {
    change({ open: null });
    table.current?.focus();
  };

  const setStatus = async (status: AccountStatus) => {
    const today = dayOf(Date.now(), profile.timeZone);
    const deeds = [...picked].flatMap((id): Deed[] => {
      const account = byId.get(id);
      if (!account || account.status === status) return [];
      const deleted = status === 'deleted' ? (account.deleted ?? today) : null;
      return [{ table: 'accounts', put: { ...account, status, deleted } }];
    });
    if (deeds.length > 0) await desk(deeds, words.statusSet(deeds.length));
  };
  const removeAccount = async (id: string) => {
    const account = byId.get(id);
    if (!account) return;
    const deed = { table: 'accounts', remove: id, revision: account.revision } as const;
    if (!(await desk([deed], words.account.removed(account.name)))) return;
    if (view.open?.what === 'account' && view.open.id === id) change({ open: null });
  };

  if (loaded && view.open?.what === 'import')
    return <AccountsImport rows={loaded} onClose={() => change({ open: null })} />;
  const isEmpty = loaded && loaded.bodies.length === 0 && loaded.accounts.length === 0;
  const limited = isLimited(view);
  const isOpen = view.open !== null && loaded !== undefined;

  return (
    <>
      <SearchHead
        found={
          loaded &&
          (limited
            ? words.foundOf(seen.length, rows.accounts.length)
            : words.found(rows.accounts.length))
        }
        label={words.filters}
        tools={
          <>
            <ColumnMenu choice={columns} />
            <Button
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden="true" />}
              onClick={() => step({ open: { what: 'import' } })}
            >
              {words.import.button}
            </Button>
            <ExportMenu bodies={rows.bodies} accounts={seen} />
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => add('new-body')}
            >
              {words.addBody}
            </Button>
            <Button
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              disabled={rows.bodies.length === 0}
              onClick={() => add('new-account')}
            >
              {words.addAccount}
            </Button>
          </>
        }
        onReset={limited ? () => change({ ...WHOLE_REGISTRY, open: view.open }) : undefined}
      >
        <SearchField
          label={words.search}
          value={view.search}
          onChange={(search) => change({ search })}
          onLeave={() => table.current?.focus()}
        />
        <FilterMenu
          label={words.network}
          chosen={view.networks}
          options={profile.networks.ids.map((id) => ({
            value: id,
            label: messages.common.network[id],
          }))}
          onChange={(networks) => change({ networks })}
        />
        <FilterMenu
          label={words.status}
          chosen={view.statuses}
          options={ACCOUNT_STATUSES.map((status) => ({
            value: status,
            label: <StatusBadge status={status} />,
          }))}
          onChange={(statuses) => change({ statuses })}
        />
        <Switch
          size="xs"
          ml={6}
          label={words.faultyCount(faults.size)}
          checked={view.faulty}
          onChange={(event) => change({ faulty: event.currentTarget.checked })}
        />
        {picked.size > 0 && (
          <Group gap="xs" ml="auto">
            <Text size="sm" role="status">
              {words.chosen(picked.size)}
            </Text>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button
                  variant="light"
                  rightSection={<IconChevronDown size={14} aria-hidden="true" />}
                >
                  {words.setStatus}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {ACCOUNT_STATUSES.map((status) => (
                  <Menu.Item key={status} onClick={() => void setStatus(status)}>
                    <StatusBadge status={status} />
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            <Button variant="subtle" onClick={() => setChosen(NOBODY)}>
              {words.chooseNone}
            </Button>
          </Group>
        )}
      </SearchHead>
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
        {isEmpty && (
          <EmptyState
            icon={IconBuildingCommunity}
            title={words.empty.title}
            hint={words.empty.hint}
          >
            {!isOpen && (
              <Group gap="xs">
                <Button onClick={() => add('new-body')}>{words.addBody}</Button>
                <Button variant="default" onClick={() => step({ open: { what: 'import' } })}>
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
          <DataTable
            ref={table}
            name="account"
            label={words.table}
            description={words.keys}
            columns={columns.shown}
            ids={[...byId.keys()]}
            rowOf={(id) => byId.get(id)}
            open={view.open?.what === 'account' ? view.open.id : null}
            onOpen={openAccount}
            onDelete={(id) => void removeAccount(id)}
            sort={columns.sort}
            onSort={columns.setSort}
            chosen={picked}
            onChoose={setChosen}
          />
        )}
        {isOpen && (
          <Card
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
  return (
    <EmptyState icon={IconFilterOff} title={words.empty.noneTitle} hint={words.empty.noneHint} />
  );
}

interface CardProps {
  rows: RegistryRows;
  view: RegistryView;
  turn: number;
  faults: ReturnType<typeof accountFaults>;
  onOpen(id: string): void;
  onOpenBody(id: string): void;
  onAdd(what: 'new-account' | 'new-body'): void;
  onClose(): void;
}

/** The card that the address names. */
function Card({ rows, view, turn, faults, onOpen, onOpenBody, onAdd, onClose }: CardProps) {
  const { profile } = useApp();
  const { open, body: chosenBody } = view;
  const plainest = profile.norm.kinds.at(-1)?.id ?? '';
  /** Where the last account went: the next one is mostly of the same body. */
  const lastBody = useRef<string | null>(null);
  const only = rows.bodies.length === 1 ? (rows.bodies[0]?.id ?? null) : null;
  // A new row keeps its id while its card stands open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn is another new row
  const fresh = useMemo(
    () => ({
      body: newBody(chosenBody, plainest),
      account: newAccount(chosenBody ?? lastBody.current ?? only),
    }),
    [turn],
  );
  if (open === null) return null;
  if (open.what === 'new-body' || open.what === 'body') {
    const isNew = open.what === 'new-body';
    const body = isNew ? fresh.body : rows.bodies.find(({ id }) => id === open.id);
    if (!body) return <Missing onClose={onClose} />;
    return (
      <BodyCard
        key={body.id}
        rows={rows}
        body={body}
        isNew={isNew}
        onSaved={({ id }) => isNew && onOpenBody(id)}
        onClose={onClose}
      />
    );
  }
  if (open.what === 'import') return null;
  const isNew = open.what === 'new-account';
  const account = isNew ? fresh.account : rows.accounts.find(({ id }) => id === open.id);
  if (!account) return <Missing onClose={onClose} />;
  return (
    <AccountCard
      key={account.id}
      rows={rows}
      account={account}
      isNew={isNew}
      faults={faults.get(account.id) ?? []}
      onSaved={({ id, body }, another) => {
        lastBody.current = body;
        if (another) onAdd('new-account');
        else if (isNew) onOpen(id);
      }}
      onOpen={onOpen}
      onClose={onClose}
    />
  );
}

/** The address names what is not there any more, or never was in this browser. */
function Missing({ onClose }: { onClose(): void }) {
  const { form, account } = useApp().messages.registry;
  return (
    <SidePane label={account.label} title={form.missing} onClose={onClose}>
      <EmptyState icon={IconFileUnknown} title={form.missing} hint={form.missingHint} />
    </SidePane>
  );
}
