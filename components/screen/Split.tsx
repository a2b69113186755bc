import { Group, Loader } from '@mantine/core';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { useApp } from '../app/app-context';
import classes from './screen.module.css';

interface Props {
  /** Something stands open beside the list: Escape closes it from anywhere inside. */
  open: boolean;
  /** The width of what stands open, as CSS has it. */
  beside: string;
  /** A tree stands before the list. */
  tree?: boolean;
  /** Shown in place of the list until it is read. */
  loading: boolean;
  children: ReactNode;
  onClose(): void;
  /** Other keys of what stands open. */
  onKeyDown?(event: KeyboardEvent): void;
}

/** A list and what stands open beside it. */
export function Split({ open, beside, tree, loading, children, onClose, onKeyDown }: Props) {
  const { messages } = useApp();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its keys work anywhere inside
    <div
      className={classes.split}
      style={{ '--beside': beside } as CSSProperties}
      data-open={open || undefined}
      data-tree={tree || undefined}
      onKeyDown={(event) => {
        if (event.defaultPrevented || !open) return;
        if (event.key !== 'Escape') {
          onKeyDown?.(event);
          return;
        }
        // The first one closes the list that a field has opened.
        if ((event.target as Element).getAttribute('aria-expanded') === 'true') return;
        event.preventDefault();
        onClose();
      }}
    >
      {loading && (
        <Group justify="center" p="xl">
          <Loader size="sm" type="dots" aria-label={messages.table.loading} />
        </Group>
      )}
      {children}
    </div>
  );
}
