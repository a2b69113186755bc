import { ActionIcon, Group, Stack, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useApp } from '../app/app-context';
import classes from './pane.module.css';

interface Props {
  /** For screen readers. */
  label: string;
  title: string;
  children: ReactNode;
  /** Stands beside the cross. */
  tools?: ReactNode;
  /** Stays in sight below what scrolls. */
  foot?: ReactNode;
  /** What the cross is called where «close» does not say all. */
  closeLabel?: string;
  /** What scrolls: a form that goes can leave the focus there. */
  body?: Ref<HTMLElement>;
  onClose(): void;
  /** Makes a form of it: Enter in a field and Ctrl+Enter anywhere. */
  onSubmit?(): void;
}

/** What stands open beside a table: a heading, what scrolls, what to do. */
export function SidePane({ label, title, children, onClose, onSubmit, ...props }: Props) {
  const { messages } = useApp();
  const inner = (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling place must take the keyboard */}
      <section ref={props.body} className={classes.body} tabIndex={0} aria-label={title}>
        <Stack gap="md">{children}</Stack>
      </section>
      {props.foot && (
        <Group gap="xs" className={classes.foot}>
          {props.foot}
        </Group>
      )}
    </>
  );
  return (
    <aside className={classes.pane} aria-label={label}>
      <Group justify="space-between" wrap="nowrap" className={classes.head}>
        <Title order={2} className={classes.title ?? ''}>
          {title}
        </Title>
        <Group gap={4} wrap="nowrap">
          {props.tools}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={props.closeLabel ?? messages.common.close}
            onClick={onClose}
          >
            <IconX size={18} aria-hidden="true" />
          </ActionIcon>
        </Group>
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
