import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconEye, IconX } from '@tabler/icons-react';
import type { PointState } from '../../lib/regulation/points';
import { useApp } from '../app/app-context';
import classes from './checks.module.css';

const LOOKS = {
  bad: { icon: IconX, color: 'red' },
  overdue: { icon: IconAlertTriangle, color: 'orange' },
  never: { icon: IconEye, color: 'petrol' },
  soon: { icon: IconClock, color: 'gray' },
  good: { icon: IconCircleCheck, color: 'green' },
} as const satisfies Record<PointState, object>;

/** State of a point in a word, a sign and a colour. */
export function PointBadge({ state }: { state: PointState }) {
  const words = useApp().messages.checks;
  const { icon: Icon, color } = LOOKS[state];
  return (
    <Badge
      variant="light"
      radius="sm"
      tt="none"
      color={color}
      className={classes.badge ?? ''}
      leftSection={<Icon size={14} aria-hidden="true" />}
    >
      {words.states[state]}
    </Badge>
  );
}
