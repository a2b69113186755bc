import { Button, Group, Text } from '@mantine/core';
import { IconTheater, IconTrash } from '@tabler/icons-react';
import { useEffect } from 'react';
import { isExample } from '../../lib/registry/database';
import { useApp } from '../app/app-context';
import { exampleAddress, ownAddress } from './address';
import { useExample } from './example-store';

/** The way into the example, for whoever has nothing of their own to look at yet. */
export function ExampleOffer() {
  const words = useApp().messages.example;
  return (
    <Button
      variant="default"
      component="a"
      href={exampleAddress()}
      leftSection={<IconTheater size={16} aria-hidden="true" />}
    >
      {words.open}
    </Button>
  );
}

/** The same in the settings, with the way to take it off the disk or make it anew. */
export function ExampleSetting() {
  const { messages, profile } = useApp();
  const words = messages.example;
  const { example, look, load, remove } = useExample();
  useEffect(() => {
    if (example.state === 'unknown') void look();
  }, [example.state, look]);
  const removal = (
    <Button
      variant="default"
      leftSection={<IconTrash size={16} aria-hidden="true" />}
      loading={example.state === 'removing'}
      onClick={() => void remove()}
    >
      {words.remove}
    </Button>
  );
  if (isExample())
    return (
      <Group gap="xs">
        <Button component="a" href={ownAddress('#/settings')}>
          {words.own}
        </Button>
        <Button variant="default" onClick={() => void load(profile)}>
          {words.renew}
        </Button>
        {removal}
      </Group>
    );
  return (
    <>
      <Group gap="xs">
        <ExampleOffer />
        {(example.state === 'present' || example.state === 'removing') && removal}
      </Group>
      {example.state === 'present' && (
        <Text size="sm" c="dimmed">
          {words.kept}
        </Text>
      )}
    </>
  );
}
