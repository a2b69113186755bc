import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useApp } from './app-context';

/** Messages in the corner of the page. */
export interface Tell {
  /** What was done; goes by itself. */
  done(message: string): void;
  /** What went wrong; stays until somebody has closed it. */
  trouble(message: string, title?: string): void;
}

/** Tells the operator what came of a deed; the same object while the language is the same. */
export function useTell(): Tell {
  const { close } = useApp().messages.common;
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': close };
    return {
      done: (message) => void notifications.show({ message, closeButtonProps }),
      trouble: (message, title) =>
        void notifications.show({
          color: 'red',
          autoClose: false,
          closeButtonProps,
          title,
          message,
        }),
    };
  }, [close]);
}
