import { Button, Group, Menu, Switch, Text } from '@mantine/core';
import { IconChevronDown, IconFileImport, IconPlus } from '@tabler/icons-react';
import { ACCOUNT_STATUSES, type Account, type AccountStatus } from '../../lib/registry/accounts';
import type { Deed } from '../../lib/registry/desk';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { useDesk } from '../record/use-desk';
import type { RegistryRows } from '../record/use-registry';
import { FilterMenu } from '../screen/FilterMenu';
import { NetworkFilter } from '../screen/NetworkFilter';
import { SearchField } from '../screen/SearchField';
import { SearchHead } from '../screen/SearchHead';
import { ColumnMenu } from '../table/ColumnMenu';
import type { ColumnChoice } from '../table/use-columns';
import { StatusBadge } from './account-columns';
import { isLimited, type RegistryView, WHOLE_REGISTRY } from './address';
import { ExportMenu } from './ExportMenu';

interface Props {
  view: RegistryView;
  /** Undefined until it is read. */
  rows: RegistryRows | undefined;
  /** Those that the view lets through, in the order of the table. */
  seen: readonly Account[];
  /** How many accounts somebody should look at. */
  faulty: number;
  columns: ColumnChoice<Account>;
  /** Those of `seen` that something is to be done with. */
  picked: readonly Account[];
  onChange(part: Partial<RegistryView>): void;
  onAdd(what: 'new-account' | 'new-body'): void;
  onImport(): void;
  onChooseNone(): void;
  /** From the search field to what was found. */
  onLeave(): void;
}

/** How many accounts are seen, what limits them, and what can be done with them. */
export function AccountsHead(props: Props) {
  const { view, rows, seen, picked, onChange, onAdd } = props;
  const { messages, profile } = useApp();
  const words = messages.registry;
  const limited = isLimited(view);
  const all = rows?.accounts.length ?? 0;
  return (
    <SearchHead
      found={rows && (limited ? words.foundOf(seen.length, all) : words.found(all))}
      label={words.filters}
      tools={
        <>
          <ColumnMenu choice={props.columns} />
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden="true" />}
            onClick={props.onImport}
          >
            {words.import.button}
          </Button>
          <ExportMenu bodies={rows?.bodies ?? []} accounts={seen} />
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => onAdd('new-body')}
          >
            {words.addBody}
          </Button>
          <Button
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            disabled={!rows || rows.bodies.length === 0}
            onClick={() => onAdd('new-account')}
          >
            {words.addAccount}
          </Button>
        </>
      }
      onReset={limited ? () => onChange({ ...WHOLE_REGISTRY, open: view.open }) : undefined}
    >
      <SearchField
        label={words.search}
        value={view.search}
        onChange={(search) => onChange({ search })}
        onLeave={props.onLeave}
      />
      <NetworkFilter
        ids={profile.networks.ids}
        chosen={view.networks}
        onChange={(networks) => onChange({ networks })}
      />
      <FilterMenu
        label={words.status}
        chosen={view.statuses}
        options={ACCOUNT_STATUSES.map((status) => ({
          value: status,
          label: <StatusBadge status={status} />,
        }))}
        onChange={(statuses) => onChange({ statuses })}
      />
      <Switch
        size="xs"
        ml={6}
        label={words.faultyCount(props.faulty)}
        checked={view.faulty}
        onChange={(event) => onChange({ faulty: event.currentTarget.checked })}
      />
      {picked.length > 0 && <Picked accounts={picked} onNone={props.onChooseNone} />}
    </SearchHead>
  );
}

/** What can be done with the accounts that are chosen. */
function Picked({ accounts, onNone }: { accounts: readonly Account[]; onNone(): void }) {
  const { messages, profile } = useApp();
  const words = messages.registry;
  const desk = useDesk();
  const setStatus = async (status: AccountStatus) => {
    const today = dayOf(Date.now(), profile.timeZone);
    const deeds = accounts
      .filter((account) => account.status !== status)
      .map((account): Deed => {
        const deleted = status === 'deleted' ? (account.deleted ?? today) : null;
        return { table: 'accounts', put: { ...account, status, deleted } };
      });
    if (deeds.length > 0) await desk(deeds, words.statusSet(deeds.length));
  };
  return (
    <Group gap="xs" ml="auto">
      <Text size="sm" role="status">
        {words.chosen(accounts.length)}
      </Text>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="light" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
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
      <Button variant="subtle" onClick={onNone}>
        {words.chooseNone}
      </Button>
    </Group>
  );
}
