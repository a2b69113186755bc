import { type NotificationData, notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { openRegistry } from '../../lib/registry/database';
import { BrokenTie, type Deed, RegistryDesk, StaleRow } from '../../lib/registry/desk';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { tellDue } from './tell-due';
import { WAY_BACK_MS, WayBack } from './way-back';

/** How many deeds are told of at a time; an older one would keep the newest from being shown. */
const TOLD = 2;
const told: string[] = [];

/** Shows a message of a deed in place of the oldest. */
function tell(message: Parameters<typeof notifications.show>[0] & { id: string }): void {
  told.push(message.id);
  for (const old of told.splice(0, told.length - TOLD)) notifications.hide(old);
  notifications.show(message);
}

/**
 * Does deeds on the registry and tells how it went: what was done with a way back, or why nothing was.
 * Resolves with false when nothing was done.
 * @param position where it is told; cards of the dashboard stand at the right, with their buttons at the bottom
 */
export function useDesk(
  position: NonNullable<NotificationData['position']> = 'bottom-left',
): (deeds: readonly Deed[], done: string) => Promise<boolean> {
  const { messages, profile, settings } = useApp();
  const words = messages.desk;
  const close = messages.common.close;
  const { operator } = settings;
  const { timeZone } = profile;
  return useCallback(
    async (deeds, done) => {
      const closeButtonProps = { 'aria-label': close };
      const reasonOf = (error: unknown): string => {
        if (error instanceof StaleRow) return words.stale;
        if (error instanceof BrokenTie) return words.breach[error.breach];
        if (error instanceof Error && error.name.startsWith('Quota')) return words.full;
        return words.failed;
      };
      const apply = async (what: readonly Deed[]): Promise<Deed[] | null> => {
        const now = Date.now();
        try {
          const undo = await new RegistryDesk(openRegistry()).apply(what, {
            operator,
            now,
            today: dayOf(now, timeZone),
          });
          if (what.length > 0) tellDue();
          return undo;
        } catch (error) {
          notifications.show({
            color: 'red',
            autoClose: false,
            closeButtonProps,
            title: words.notSaved,
            message: reasonOf(error),
          });
          return null;
        }
      };

      const back = await apply(deeds);
      if (back === null) return false;
      const id = crypto.randomUUID();
      const takeBack = async () => {
        notifications.hide(id);
        if (await apply(back))
          tell({ id: crypto.randomUUID(), position, message: words.takenBack, closeButtonProps });
      };
      tell({
        id,
        position,
        autoClose: WAY_BACK_MS,
        closeButtonProps,
        message:
          back.length === 0 ? (
            done
          ) : (
            <WayBack done={done} name={words.takeBack} onBack={() => void takeBack()} />
          ),
      });
      return true;
    },
    [words, close, operator, position, timeZone],
  );
}
