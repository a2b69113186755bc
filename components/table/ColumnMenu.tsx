import { ActionIcon, Checkbox, Popover, Stack, Text, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useApp } from '../app/app-context';
import type { ColumnChoice } from './use-columns';

/** A button that opens the list of columns. */
export function ColumnMenu<Row>({ choice }: { choice: ColumnChoice<Row> }) {
  const words = useApp().messages.table;
  return (
    <Popover position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Tooltip label={words.columns}>
          <ActionIcon variant="default" size={30} aria-label={words.columns}>
            <IconColumns3 size={16} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={words.columns}>
        <Text size="xs" c="dimmed" fw={550} mb={6}>
          {words.columns}
        </Text>
        <Stack gap={6}>
          {choice.all.map((column) => (
            <Checkbox
              key={column.id}
              size="xs"
              label={column.title}
              checked={choice.isShown(column)}
              disabled={column.fixed ?? false}
              onChange={(event) => choice.setShown(column.id, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
