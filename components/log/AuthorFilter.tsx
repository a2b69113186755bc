import { Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { openRegistry } from '../../lib/registry/database';
import { suggestAuthors } from '../../lib/registry/queries';
import { useApp } from '../app/app-context';
import { FilterButton } from '../screen/FilterMenu';
import classes from './log.module.css';

const SUGGESTIONS = 8;

interface Props {
  /** `authorKey`, or null. */
  author: string | null;
  onChange(author: string | null): void;
}

/** Finds one author by the beginning of the name; the last seen ones first. */
export function AuthorFilter({ author, onChange }: Props) {
  const { messages } = useApp();
  const words = messages.log;
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed, 150);
  const found = useLiveQuery(
    () => (opened ? suggestAuthors(openRegistry(), query, SUGGESTIONS) : []),
    [opened, query],
  );
  const chosen = useLiveQuery(
    async () => (author === null ? undefined : await openRegistry().authors.get(author)),
    [author],
  );
  const value = author === null ? null : (chosen?.name ?? author.replace(/^.*?:/, ''));
  const choose = (key: string | null) => {
    setOpened(false);
    setTyped('');
    onChange(key);
  };

  return (
    <Popover position="bottom-start" trapFocus withRoles opened={opened} onChange={setOpened}>
      <Popover.Target>
        <FilterButton label={words.author} value={value} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown p="sm" w="16rem" aria-label={words.author}>
        <TextInput
          size="xs"
          aria-label={words.authorSearch}
          placeholder={words.authorSearch}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
        <Stack gap={0} mt={6}>
          {author !== null && (
            <UnstyledButton className={classes.option} onClick={() => choose(null)}>
              {messages.screen.reset}
            </UnstyledButton>
          )}
          {found?.map(({ key, name, url }) => (
            <UnstyledButton key={key} className={classes.option} onClick={() => choose(key)}>
              {name || words.noAuthor}
              <Text size="xs" c="dimmed" truncate>
                {url.replace(/^https?:\/\//, '')}
              </Text>
            </UnstyledButton>
          ))}
          {found?.length === 0 && (
            <Text size="sm" c="dimmed" p={6}>
              {words.authorNone}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
