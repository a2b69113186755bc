import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconClockExclamation } from '@tabler/icons-react';
import { dottedDay } from '../../lib/i18n/day';
import type { Offender } from '../../lib/registry/offenders';
import { useApp } from '../app/app-context';
import classes from './offenders.module.css';

const ICONS = { due: IconAlertTriangle, over: IconClockExclamation, listed: IconBan } as const;
const COLORS = { due: 'orange', over: 'orange', listed: 'red' } as const;

/** How an author stands with the blacklist; quiet where nothing is to be done. */
export function BlacklistBadge({ state, until }: Pick<Offender, 'state' | 'until'>) {
  const words = useApp().messages.offenders;
  if (state === 'clean' || state === 'lifted')
    return <span className={classes.quiet}>{words.states[state]}</span>;
  const Icon = ICONS[state];
  const end = state === 'listed' && until ? `, ${words.until(dottedDay(until))}` : '';
  return (
    <Badge
      variant="light"
      radius="sm"
      tt="none"
      color={COLORS[state]}
      className={classes.badge ?? ''}
      leftSection={<Icon size={14} aria-hidden="true" />}
    >
      {words.states[state]}
      {end}
    </Badge>
  );
}
