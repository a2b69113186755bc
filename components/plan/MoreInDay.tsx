import { Anchor, Popover, Stack, Text } from '@mantine/core';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { fullDay } from '../../lib/i18n/day';
import type { PlanEntry } from '../../lib/registry/plan';
import { useApp } from '../app/app-context';
import { useElements } from '../keys/use-elements';
import { ChipFace } from './ChipFace';
import classes from './plan.module.css';

/** The key of the button after the entries. */
const WEEK = 'week';

interface Props {
  day: string;
  /** All of the day, in its order. */
  entries: readonly PlanEntry[];
  /** How many of them the cell does not show. */
  hidden: number;
  /** Its name among the places of the calendar's keyboard. */
  slot: string;
  isActive: boolean;
  /** Of the button, so that the calendar can give it the focus. */
  target: Ref<HTMLButtonElement>;
  isLate(entry: PlanEntry): boolean;
  detailOf(entry: PlanEntry): string;
  onFocus(slot: string): void;
  onOpen(id: string): void;
  onShowWeek(): void;
}

/** «ещё 4» below a full day: opens all entries of it, and gives the focus back when it closes. */
export function MoreInDay(props: Props) {
  const { day, entries, hidden, slot } = props;
  const { locale, messages } = useApp();
  const words = messages.plan;
  const [opened, setOpened] = useState(false);
  const title = fullDay(day, locale);
  const buttons = useElements<HTMLButtonElement>();
  const keys = [...entries.map(({ id }) => id), WEEK];

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') setOpened(false);
    else if (step === undefined) return;
    else {
      const place = keys.findIndex((key) => buttons.get(key) === document.activeElement);
      buttons.focus(keys[(place + step + keys.length) % keys.length] ?? WEEK);
    }
    // The pane beside the calendar would close, too.
    event.stopPropagation();
    event.preventDefault();
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={340}
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <button
          ref={props.target}
          type="button"
          className={classes.moreInDay}
          data-slot={slot}
          tabIndex={props.isActive ? 0 : -1}
          aria-label={words.moreOn(hidden, title)}
          onFocus={() => props.onFocus(slot)}
          onClick={() => setOpened(!opened)}
        >
          {words.more(hidden)}
        </button>
      </Popover.Target>
      <Popover.Dropdown p="sm" onKeyDown={onKeyDown}>
        <Text fw={550} size="sm" mb={4}>
          {title}
        </Text>
        <Stack gap={0} mah="min(60vh, 26rem)" className={classes.wholeDay ?? ''}>
          {entries.map((entry) => (
            <button
              key={entry.id}
              ref={buttons.ref(entry.id)}
              type="button"
              className={classes.chip}
              data-state={entry.state}
              data-late={props.isLate(entry) || undefined}
              onClick={() => {
                setOpened(false);
                props.onOpen(entry.id);
              }}
            >
              <ChipFace entry={entry} detail={props.detailOf(entry)} />
            </button>
          ))}
        </Stack>
        <Anchor
          ref={buttons.ref(WEEK)}
          component="button"
          type="button"
          size="sm"
          mt="xs"
          onClick={props.onShowWeek}
        >
          {words.wholeWeek}
        </Anchor>
      </Popover.Dropdown>
    </Popover>
  );
}
