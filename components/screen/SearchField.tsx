import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { actionOf } from '../../lib/settings/chord';
import { useApp } from '../app/app-context';
import { Keys } from '../keys/Keys';
import { isTyping } from '../keys/typing';
import { SEARCH_LIMIT } from './search-schema';

interface Props {
  label: string;
  value: string;
  onChange(text: string): void;
  /** Arrow down and Enter go on to what was found. */
  onLeave(): void;
}

/** The field that limits a list by words; the operator's key for searching goes to it. */
export function SearchField({ label, value, onChange, onLeave }: Props) {
  const { messages, settings } = useApp();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (actionOf(settings.keys, event) !== 'search') return;
      event.preventDefault();
      field.current?.select();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [settings.keys]);
  const isEmpty = value === '';
  return (
    <TextInput
      ref={field}
      size="xs"
      flex="1 1 14rem"
      maw="24rem"
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} aria-hidden="true" />}
      rightSection={
        isEmpty ? (
          <Keys chord={settings.keys.search} />
        ) : (
          <CloseButton
            size="xs"
            aria-label={messages.screen.clearSearch}
            onClick={() => onChange('')}
          />
        )
      }
      rightSectionWidth={isEmpty ? 52 : 28}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.slice(0, SEARCH_LIMIT))}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
        event.preventDefault();
        onLeave();
      }}
    />
  );
}
