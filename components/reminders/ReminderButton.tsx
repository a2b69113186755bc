import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { isExample } from '../../lib/registry/database';
import { useApp } from '../app/app-context';
import { ReminderSetting } from './ReminderSetting';

/** A bell that opens the reminders' setting where the plan is made; the example reminds of nothing. */
export function ReminderButton() {
  const words = useApp().messages.reminders;
  if (isExample()) return null;
  return (
    <Popover width={400} position="bottom-end" shadow="md" trapFocus withRoles>
      <Popover.Target>
        <Tooltip label={words.button}>
          <ActionIcon variant="default" size={36} aria-label={words.button}>
            <IconBell size={18} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.title}>
        <ReminderSetting />
      </Popover.Dropdown>
    </Popover>
  );
}
