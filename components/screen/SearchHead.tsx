import { Button, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useApp } from '../app/app-context';
import classes from './screen.module.css';

interface Props {
  /** Absent where tabs above carry the heading of the screen. */
  title?: string;
  /** How many were found; empty until it is known. */
  found: ReactNode;
  /** What the filters are called together. */
  label: string;
  /** Buttons at the right. */
  tools: ReactNode;
  /** The search field and the filters beside it. */
  children: ReactNode;
  /** Takes every limit away; absent where nothing limits the list. */
  onReset?: (() => void) | undefined;
}

/** The head of a screen that shows a list: what it is, how much of it is seen, and what limits it. */
export function SearchHead({ title, found, label, tools, children, onReset }: Props) {
  const { messages } = useApp();
  return (
    <header className={classes.top} data-tab={title === undefined || undefined}>
      <Group justify="space-between" mb="xs">
        <Group gap="sm" align="baseline">
          {title !== undefined && <Title order={1}>{title}</Title>}
          <Text c="dimmed" size="sm" role="status">
            {found}
          </Text>
          {onReset && (
            <Button size="compact-sm" variant="subtle" onClick={onReset}>
              {messages.log.resetAll}
            </Button>
          )}
        </Group>
        <Group gap="xs">{tools}</Group>
      </Group>
      <Group gap={6} role="search" aria-label={label}>
        {children}
      </Group>
    </header>
  );
}
