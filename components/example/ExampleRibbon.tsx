import { Button, Text } from '@mantine/core';
import { IconTheater } from '@tabler/icons-react';
import { isExample } from '../../lib/registry/database';
import { useApp } from '../app/app-context';
import { ownAddress } from './address';
import classes from './example.module.css';
import { useExample } from './example-store';

/** Says on every screen that this is not the person's own registry, and leads back to it. */
export function ExampleRibbon() {
  const words = useApp().messages.example;
  const remove = useExample((store) => store.remove);
  if (!isExample()) return null;
  return (
    <section className={classes.ribbon} aria-label={words.title}>
      <IconTheater size={18} stroke={1.7} aria-hidden="true" />
      <Text size="sm" className={classes.words}>
        <strong>{words.title}.</strong> {words.ribbon}
      </Text>
      <Button variant="white" size="compact-sm" component="a" href={ownAddress()}>
        {words.own}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => void remove()}>
        {words.remove}
      </Button>
    </section>
  );
}
