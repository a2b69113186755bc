import { CloseButton, Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { type Ref, useEffect, useState } from 'react';
import { CRITERIA } from '../../lib/moderation/contract';
import { NETWORK_IDS } from '../../lib/networks/hosts';
import { openRegistry } from '../../lib/registry/database';
import { listOperators } from '../../lib/registry/queries';
import { useApp } from '../app/app-context';
import { Keys } from '../keys/Keys';
import { CriterionBadge } from '../text/CriterionBadge';
import { AuthorFilter } from './AuthorFilter';
import { LOG_KINDS, type LogView } from './address';
import { FilterMenu } from './FilterMenu';
import { PeriodFilter } from './PeriodFilter';

interface Props {
  view: LogView;
  searchRef: Ref<HTMLInputElement>;
  onChange(part: Partial<LogView>): void;
  /** Arrow down in the search field goes to the table. */
  onLeave(): void;
}

/** Everything that limits the log, in one row that wraps. */
export function LogFilters({ view, searchRef, onChange, onLeave }: Props) {
  const { messages, settings } = useApp();
  const words = messages.log;
  const operators = useLiveQuery(() => listOperators(openRegistry()), []) ?? [];
  const [typed, setTyped] = useState(view.search);
  const search = useDebouncedCallback((text: string) => onChange({ search: text }), 200);
  // Back and forward change the address; the field follows.
  useEffect(() => setTyped(view.search), [view.search]);
  const write = (text: string) => {
    setTyped(text);
    search(text);
  };

  return (
    <Group gap={6} role="search" aria-label={words.filters}>
      <TextInput
        ref={searchRef}
        size="xs"
        flex="1 1 16rem"
        maw="26rem"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        rightSection={
          typed === '' ? (
            <Keys chord={settings.keys.search} />
          ) : (
            <CloseButton size="xs" aria-label={words.clearSearch} onClick={() => write('')} />
          )
        }
        rightSectionWidth={typed === '' ? 52 : 28}
        value={typed}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onLeave();
        }}
      />
      <PeriodFilter view={view} onChange={onChange} />
      <FilterMenu
        label={words.criterion}
        chosen={view.criteria}
        options={CRITERIA.map((criterion) => ({
          value: criterion,
          label: <CriterionBadge criterion={criterion} />,
        }))}
        onChange={(criteria) => onChange({ criteria })}
      />
      <FilterMenu
        label={words.kind}
        chosen={view.kinds}
        options={LOG_KINDS.map((kind) => ({ value: kind, label: messages.common.kind[kind] }))}
        onChange={(kinds) => onChange({ kinds })}
      />
      <AuthorFilter author={view.author} onChange={(author) => onChange({ author })} />
      <FilterMenu
        label={words.operator}
        chosen={view.operators}
        none={words.operatorNone}
        options={operators.map((name) => ({ value: name, label: name }))}
        onChange={(chosen) => onChange({ operators: chosen })}
      />
      <FilterMenu
        label={words.network}
        chosen={view.networks}
        options={NETWORK_IDS.map((id) => ({ value: id, label: messages.common.network[id] }))}
        onChange={(networks) => onChange({ networks })}
      />
    </Group>
  );
}
