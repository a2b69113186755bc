import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useApp } from '../app/app-context';
import { useTell } from '../app/use-tell';
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
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const erase = async () => {
    try {
      const erased = await erasePerson(author);
      tell.done(words.done(erased));
      onDone?.();
    } catch {
      tell.trouble(words.failedHint, words.failed);
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
