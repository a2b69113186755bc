import { Group, Popover, Radio, Stack, Text } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { dottedDay } from '../../lib/i18n/day';
import { useApp } from '../app/app-context';
import { FilterButton } from '../screen/FilterMenu';
import { type LogView, PERIODS, type Period } from './address';

type Choice = Pick<LogView, 'period' | 'from' | 'to'>;

/** Ready periods and own dates, in the region's days. */
export function PeriodFilter({ view, onChange }: { view: Choice; onChange(to: Choice): void }) {
  const { messages } = useApp();
  const words = messages.log;
  // The calendar gives the first day at once and the last one later; only both together are a choice.
  const [range, setRange] = useState<[string | null, string | null]>([view.from, view.to]);
  const own = view.period === 'custom';
  const value =
    own && view.from !== null && view.to !== null
      ? view.from === view.to
        ? dottedDay(view.from)
        : `${dottedDay(view.from)} – ${dottedDay(view.to)}`
      : view.period === 'all'
        ? null
        : words.periods[view.period];

  return (
    <Popover position="bottom-start" trapFocus withRoles>
      <Popover.Target>
        <FilterButton label={words.period} value={value} />
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={words.period}>
        <Group align="flex-start" gap="lg">
          <Radio.Group
            aria-label={words.period}
            value={view.period}
            onChange={(period) =>
              onChange({
                period: period as Period,
                from: period === 'custom' ? range[0] : null,
                to: period === 'custom' ? range[1] : null,
              })
            }
          >
            <Stack gap={8}>
              {PERIODS.map((period) => (
                <Radio key={period} size="xs" value={period} label={words.periods[period]} />
              ))}
            </Stack>
          </Radio.Group>
          {own && (
            <div>
              <Text size="xs" c="dimmed" mb={4}>
                {words.dates}
              </Text>
              <DatePicker
                type="range"
                size="xs"
                allowSingleDateInRange
                hideOutsideDates
                value={range}
                aria-label={words.dates}
                onChange={(dates) => {
                  setRange(dates);
                  const [from, to] = dates;
                  if (from !== null && to !== null) onChange({ period: 'custom', from, to });
                }}
              />
            </div>
          )}
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
