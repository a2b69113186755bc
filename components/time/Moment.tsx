import { Tooltip } from '@mantine/core';
import { useApp } from '../app/app-context';
import { useMinute } from './clock';
import { momentWords } from './format';

interface Props {
  /** ISO 8601, or the page's own words, which are shown as they are. */
  time: string;
  /** In keyboard order, so that the full form is reached without a mouse. */
  focusable?: boolean;
}

/** «вчера, 14:05», the full form on hover and for screen readers. */
export function Moment({ time, focusable = false }: Props) {
  const { locale, messages, profile } = useApp();
  const now = useMinute();
  const instant = /^\d{4}-/.test(time) ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(instant)) return <span>{time}</span>;
  const { short, full } = momentWords(instant, now, profile.timeZone, locale, messages.dashboard);
  const dateTime = new Date(instant).toISOString();
  if (!focusable)
    return (
      <time dateTime={dateTime} title={full}>
        {short}
      </time>
    );
  return (
    <Tooltip label={full} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the full form must be reached by keyboard */}
      <time dateTime={dateTime} tabIndex={0}>
        {short}
      </time>
    </Tooltip>
  );
}
