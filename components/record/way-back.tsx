import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** How long the way back is offered, milliseconds. */
export const WAY_BACK_MS = 10_000;

interface WayBackProps {
  /** What was done. */
  done: string;
  /** What the button is called. */
  name: string;
  onBack(): void;
}

/** The message of something done, with a button that takes it back. */
export function WayBack({ done, name, onBack }: WayBackProps) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{done}</Text>
      <Button size="compact-sm" variant="light" flex="none" onClick={onBack}>
        {name}
      </Button>
    </Group>
  );
}

/**
 * Tells what was done and offers to take it back, for a while.
 * @param close what the cross is called
 */
export function offerWayBack({ done, name, onBack }: WayBackProps, close: string): void {
  const id = crypto.randomUUID();
  const back = () => {
    notifications.hide(id);
    onBack();
  };
  notifications.show({
    id,
    autoClose: WAY_BACK_MS,
    closeButtonProps: { 'aria-label': close },
    message: <WayBack done={done} name={name} onBack={back} />,
  });
}
