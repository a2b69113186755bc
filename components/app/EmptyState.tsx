import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';

interface Props {
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  title: string;
  hint?: string;
  children?: ReactNode;
  /** Trouble is told at once by a screen reader. */
  alert?: boolean;
}

/** A place where there is nothing yet, and what to do about it. */
export function EmptyState({ icon: Icon, title, hint, children, alert = false }: Props) {
  return (
    <Stack
      align="center"
      gap="xs"
      px="lg"
      py="xl"
      maw="30rem"
      mx="auto"
      ta="center"
      role={alert ? 'alert' : undefined}
    >
      <ThemeIcon size={44} radius="xl" variant="light" color={alert ? 'orange' : 'petrol'}>
        <Icon size={24} stroke={1.6} />
      </ThemeIcon>
      <Title order={2}>{title}</Title>
      {hint && <Text c="dimmed">{hint}</Text>}
      {children}
    </Stack>
  );
}
