import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useApp } from '../app/app-context';
import { erasePerson } from '../record/erase-person';

interface Props {
  /** `authorKey` of one with an address; without one nobody can be told from others. */
  author: string;
  onDone?(): void;
}

/** Erases all personal data of one person, as the law lets them ask; asks once, since nothing brings it back. */
export function ErasePerson({ author, onDone }: Props) {
  const { messages } = useApp();
  const words = messages.offenders.erase;
  const closeButtonProps = { 'aria-label': messages.common.close };
  const [asking, setAsking] = useState(false);
  const erase = async () => {
    try {
      const erased = await erasePerson(author);
      notifications.show({ message: words.done(erased), closeButtonProps });
      onDone?.();
    } catch {
      notifications.show({
        color: 'red',
        autoClose: false,
        title: words.failed,
        message: words.failedHint,
        closeButtonProps,
      });
    }
  };
  if (!asking)
    return (
      <Button variant="subtle" color="red" size="compact-sm" onClick={() => setAsking(true)}>
        {words.button}
      </Button>
    );
  return (
    <div role="alert">
      <Text size="sm">{words.ask}</Text>
      <Group gap="xs" mt="xs">
        <Button color="red" variant="light" onClick={() => void erase()}>
          {words.confirm}
        </Button>
        <Button variant="default" autoFocus onClick={() => setAsking(false)}>
          {messages.common.cancel}
        </Button>
      </Group>
    </div>
  );
}
