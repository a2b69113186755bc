import { useDebouncedCallback } from '@mantine/hooks';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { openRegistry } from '../../lib/registry/database';
import { listOperators } from '../../lib/registry/queries';
import { useApp } from '../app/app-context';
import { CriterionFilter } from '../screen/CriterionFilter';
import { FilterMenu } from '../screen/FilterMenu';
import { NetworkFilter } from '../screen/NetworkFilter';
import { SearchField } from '../screen/SearchField';
import { AuthorFilter } from './AuthorFilter';
import { LOG_KINDS, type LogView } from './address';
import { PeriodFilter } from './PeriodFilter';

interface Props {
  view: LogView;
  onChange(part: Partial<LogView>): void;
  /** Arrow down in the search field goes to the table. */
  onLeave(): void;
}

/** Everything that limits the log. */
export function LogFilters({ view, onChange, onLeave }: Props) {
  const { messages } = useApp();
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
    <>
      <SearchField label={words.search} value={typed} onChange={write} onLeave={onLeave} />
      <PeriodFilter view={view} onChange={onChange} />
      <CriterionFilter chosen={view.criteria} onChange={(criteria) => onChange({ criteria })} />
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
      <NetworkFilter chosen={view.networks} onChange={(networks) => onChange({ networks })} />
    </>
  );
}
