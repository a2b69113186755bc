import { Button, Checkbox, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useApp } from '../app/app-context';

interface Props<Value extends string> {
  label: string;
  options: readonly { value: Value; label: ReactNode }[];
  chosen: readonly Value[];
  /** Shown instead of an empty list. */
  none?: string;
  onChange(chosen: Value[]): void;
}

/** A button that opens check boxes and tells how many are set. */
export function FilterMenu<Value extends string>({
  label,
  options,
  chosen,
  none,
  onChange,
}: Props<Value>) {
  const { messages } = useApp();
  return (
    <Popover position="bottom-start" trapFocus withRoles>
      <Popover.Target>
        <FilterButton label={label} value={chosen.length > 0 ? String(chosen.length) : null} />
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={label}>
        {options.length === 0 ? (
          <Text size="sm" c="dimmed" maw="14rem">
            {none}
          </Text>
        ) : (
          <ScrollArea.Autosize mah="20rem" offsetScrollbars>
            <Checkbox.Group
              value={[...chosen]}
              onChange={(values) => onChange(values as Value[])}
              aria-label={label}
            >
              <Stack gap={6}>
                {options.map((option) => (
                  <Checkbox
                    key={option.value}
                    size="xs"
                    value={option.value}
                    label={option.label}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          </ScrollArea.Autosize>
        )}
        {chosen.length > 0 && (
          <Button mt="sm" size="compact-xs" variant="subtle" onClick={() => onChange([])}>
            {messages.screen.reset}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ButtonProps {
  label: string;
  /** What is chosen, or null while nothing is. */
  value: string | null;
  ref?: React.Ref<HTMLButtonElement>;
  onClick?(): void;
}

/** The look of every filter's button; set filters carry the accent. */
export function FilterButton({ label, value, ref, ...rest }: ButtonProps) {
  return (
    <Button
      ref={ref}
      size="xs"
      variant={value === null ? 'default' : 'light'}
      rightSection={<IconChevronDown size={14} aria-hidden="true" />}
      styles={{ section: { marginInlineStart: 4 } }}
      {...rest}
    >
      {value === null ? label : `${label}: ${value}`}
    </Button>
  );
}
