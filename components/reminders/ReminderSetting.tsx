import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { REMIND_BEFORE, REMINDER_PERMISSION } from '../../lib/settings/reminding';
import { useApp } from '../app/app-context';

/** What the choice begins with, minutes. */
const USUAL = 30;

/** Whether the browser may show notifications of ours; undefined until it is known. */
function useAllowed(): boolean | undefined {
  const [allowed, setAllowed] = useState<boolean>();
  useEffect(() => {
    let gone = false;
    const look = () =>
      void browser.permissions.contains(REMINDER_PERMISSION).then((has) => gone || setAllowed(has));
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      gone = true;
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);
  return allowed;
}

interface Props {
  onSaved?(saved: boolean): void;
}

/**
 * Switches reminders on, with the browser's permission, and off, which gives the permission back. The
 * person may take it away in the browser, too; then it is asked for again.
 */
export function ReminderSetting({ onSaved }: Props) {
  const { messages, settings, change } = useApp();
  const words = messages.reminders;
  const allowed = useAllowed();
  const [denied, setDenied] = useState(false);
  const set = (remindBefore: number | null) => {
    const minutes = REMIND_BEFORE.find((one) => one === remindBefore) ?? null;
    void change({ remindBefore: minutes }).then(onSaved);
  };
  // Nothing stands before the question: the browser takes it from a person's press alone.
  const ask = () =>
    void browser.permissions.request(REMINDER_PERMISSION).then((given) => {
      setDenied(!given);
      if (given) set(USUAL);
    });
  const stop = () => {
    set(null);
    // Where an administrator grants it for good it stays; nothing is shown all the same.
    void browser.permissions.remove(REMINDER_PERMISSION).catch(() => undefined);
  };

  if (allowed === undefined) return null;
  if (settings.remindBefore === null || !allowed)
    return (
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{words.ask}</Text>
        <Button
          variant="default"
          leftSection={<IconBell size={16} aria-hidden="true" />}
          onClick={ask}
        >
          {words.button}
        </Button>
        {denied && (
          <Text size="sm" role="alert">
            {words.denied}
          </Text>
        )}
      </Stack>
    );
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end">
        <Select
          size="sm"
          w="14rem"
          label={words.before}
          allowDeselect={false}
          // Inside a popover a list of its own layer would count as outside of it.
          comboboxProps={{ withinPortal: false }}
          value={String(settings.remindBefore)}
          data={REMIND_BEFORE.map((minutes) => ({
            value: String(minutes),
            label: words.choice(minutes),
          }))}
          onChange={(minutes) => set(Number(minutes))}
        />
        <Button variant="default" onClick={stop}>
          {words.stop}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {words.morningHint}
      </Text>
    </Stack>
  );
}
