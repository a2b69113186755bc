import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { Action } from '../../lib/registry/schema';
import { useApp } from '../app/app-context';
import { append } from './append';

/**
 * Records an action and tells the operator how it went. A failure stays on the screen with a button
 * that sends the very same record again, so that it can never be written twice.
 */
export function useAppend(): (action: Action, done: string) => Promise<void> {
  const { messages } = useApp();
  const words = messages.dashboard;
  const close = messages.common.close;
  return useCallback(
    async (action, done) => {
      const closeButtonProps = { 'aria-label': close };
      const attempt = async (): Promise<void> => {
        try {
          await append(action);
          notifications.hide(action.id);
          notifications.show({ message: done, autoClose: 3_000, closeButtonProps });
        } catch {
          notifications.show({
            id: action.id,
            color: 'red',
            autoClose: false,
            closeButtonProps,
            title: words.notSaved,
            message: (
              <Stack gap={6} align="flex-start">
                <Text size="sm">{words.notSavedHint}</Text>
                <Button size="compact-xs" onClick={() => void attempt()}>
                  {words.retry}
                </Button>
              </Stack>
            ),
          });
        }
      };
      await attempt();
    },
    [words, close],
  );
}
