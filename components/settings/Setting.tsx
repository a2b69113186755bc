import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './settings.module.css';

interface Props {
  title: string;
  hint: string;
  children: ReactNode;
}

/** One subject of the settings: what it is on the left, the controls on the right. */
export function SettingGroup({ title, hint, children }: Props) {
  const id = useId();
  return (
    <section className={classes.group} aria-labelledby={id}>
      <div>
        <Title order={2} id={id}>
          {title}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          {hint}
        </Text>
      </div>
      <div className={classes.controls}>{children}</div>
    </section>
  );
}
