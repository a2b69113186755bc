import { Button, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useApp } from '../app/app-context';
import classes from './screen.module.css';

interface Props {
  /** Absent where tabs above carry the heading of the screen. */
  title?: string;
  /** How many were found; nothing until it is known. */
  found?: ReactNode;
  /** Stands beside the title in place of how many were found. */
  beside?: ReactNode;
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
export function SearchHead(props: Props) {
  const { title, found, beside, label, tools, children, onReset, below } = props;
  const words = useApp().messages.screen;
  const reset = onReset && (
    <Button size="compact-sm" variant="subtle" onClick={onReset}>
      {words.resetAll}
    </Button>
  );
  const heading = title !== undefined && <Title order={1}>{title}</Title>;
  return (
    <header className={classes.top} data-tab={title === undefined || undefined}>
      <Group justify="space-between" gap="xs" mb="xs">
        {beside === undefined ? (
          <Group gap="sm" align="baseline">
            {heading}
            <Text c="dimmed" size="sm" role="status">
              {found}
            </Text>
            {reset}
          </Group>
        ) : (
          <Group gap="xs">
            {heading}
            {beside}
          </Group>
        )}
        <Group gap="xs">{tools}</Group>
      </Group>
      <Group gap={6} role="search" aria-label={label}>
        {children}
        {/* A first row that is full would break in two under whoever types. */}
        {beside !== undefined && reset}
      </Group>
      {below}
    </header>
  );
}
