import { ActionIcon, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { LINE_LIMIT } from '../../lib/registry/fields';
import { useApp } from '../app/app-context';
import classes from './registry.module.css';

interface Props<Person extends Record<string, string>> {
  label: string;
  add: string;
  people: readonly Person[];
  /** A person of whom nothing is known yet. */
  blank: Person;
  /** What is asked of each, in order; the first field names the person. */
  fields: readonly { key: keyof Person & string; label: string }[];
  error?: string | undefined;
  onChange(people: Person[]): void;
}

/** A list of people, some fields each. */
export function PeopleFields<Person extends Record<string, string>>(props: Props<Person>) {
  const { label, add, people, blank, fields, error, onChange } = props;
  const words = useApp().messages.registry.account;
  /** A line was asked for: it takes the focus as soon as it is there. */
  const isAdded = useRef(false);
  const focusAdded = (field: HTMLInputElement | null) => {
    if (!field || !isAdded.current) return;
    isAdded.current = false;
    field.focus();
  };
  const [first] = fields;
  return (
    <Fieldset legend={label} variant="unstyled" className={classes.people ?? ''}>
      <Stack gap={6}>
        {people.map((person, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: people have nothing that tells them apart
          <Group key={place} gap={6} wrap="nowrap" align="flex-start">
            {fields.map(({ key, label: name }) => (
              <TextInput
                key={key}
                ref={key === first?.key && place === people.length - 1 ? focusAdded : undefined}
                size="xs"
                flex={1}
                aria-label={`${name}, ${place + 1}`}
                placeholder={name}
                maxLength={LINE_LIMIT}
                value={person[key] ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  onChange(people.map((one, at) => (at === place ? { ...one, [key]: value } : one)))
                }
              />
            ))}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={words.removePerson((first && person[first.key]) || String(place + 1))}
              onClick={() => onChange(people.filter((_, at) => at !== place))}
            >
              <IconX size={15} aria-hidden="true" />
            </ActionIcon>
          </Group>
        ))}
        {error && (
          <Text size="xs" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ alignSelf: 'start' }}
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => {
            isAdded.current = true;
            onChange([...people, blank]);
          }}
        >
          {add}
        </Button>
      </Stack>
    </Fieldset>
  );
}
