import { ActionIcon, Group, Stack, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useApp } from '../app/app-context';
import classes from './registry.module.css';

interface Props {
  /** For screen readers. */
  label: string;
  title: string;
  children: ReactNode;
  /** Stays in sight below what scrolls. */
  foot?: ReactNode;
  onClose(): void;
  /** Makes a form of it: Enter in a field and Ctrl+Enter anywhere. */
  onSubmit?(): void;
}

/** What stands open beside a table: a heading, what scrolls, what to do. */
export function SidePane({ label, title, children, foot, onClose, onSubmit }: Props) {
  const words = useApp().messages.registry.form;
  const inner = (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling place must take the keyboard */}
      <section className={classes.sideBody} tabIndex={0} aria-label={title}>
        <Stack gap="md">{children}</Stack>
      </section>
      {foot && (
        <Group gap="xs" className={classes.sideFoot}>
          {foot}
        </Group>
      )}
    </>
  );
  return (
    <aside className={classes.side} aria-label={label}>
      <Group justify="space-between" wrap="nowrap" className={classes.sideHead}>
        <Title order={2} className={classes.sideTitle ?? ''}>
          {title}
        </Title>
        <ActionIcon variant="subtle" color="gray" aria-label={words.close} onClick={onClose}>
          <IconX size={18} />
        </ActionIcon>
      </Group>
      {onSubmit ? (
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            onSubmit();
          }}
        >
          {inner}
        </form>
      ) : (
        inner
      )}
    </aside>
  );
}
