import { Button, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useApp } from '../app/app-context';
import classes from './screen.module.css';

interface Props {
  /** Absent where tabs above carry the heading of the screen. */
  title?: string;
  /** Stands beside the title. */
  beside?: ReactNode;
  /** How many were found; nothing until it is known. */
  found: ReactNode;
  /** What the filters are called together. */
  label: string;
  /** Buttons at the right. */
  tools: ReactNode;
  /** The search field and the filters beside it. */
  children: ReactNode;
  /** Takes every limit away; absent where nothing limits the list. */
  onReset?: (() => void) | undefined;
  /** What stands below the filters. */
  below?: ReactNode;
}

/** The head of a screen that shows a list: what it is, how much of it is seen, and what limits it. */
export function SearchHead({ title, found, label, tools, children, onReset, ...more }: Props) {
  const words = useApp().messages.screen;
  return (
    <header className={classes.top} data-tab={title === undefined || undefined}>
      <Group justify="space-between" mb="xs">
        <Group gap="sm" align={more.beside === undefined ? 'baseline' : 'center'}>
          {title !== undefined && <Title order={1}>{title}</Title>}
          {more.beside}
          <Text c="dimmed" size="sm" role="status">
            {found}
          </Text>
          {onReset && (
            <Button size="compact-sm" variant="subtle" onClick={onReset}>
              {words.resetAll}
            </Button>
          )}
        </Group>
        <Group gap="xs">{tools}</Group>
      </Group>
      <Group gap={6} role="search" aria-label={label}>
        {children}
      </Group>
      {more.below}
    </header>
  );
}
