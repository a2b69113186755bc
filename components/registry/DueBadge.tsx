import { dottedDay } from '../../lib/i18n/day';
import type { Notice } from '../../lib/registry/notices';
import { daysLeft, lastDayOf } from '../../lib/regulation/notice';
import { useApp } from '../app/app-context';
import { Chip } from './Chip';

/** A notice that has this many days or fewer is pressing. */
const PRESSING_DAYS = 3;

interface Props {
  notice: Notice;
  /** `YYYY-MM-DD` in the region. */
  today: string;
}

/** «Осталось 4 дня», «Просрочено на 2 дня», «Отправлено 24.11.2026». */
export function DueBadge({ notice, today }: Props) {
  const { messages, profile } = useApp();
  const words = messages.notices;
  if (notice.sent)
    return <Chip tone="quiet">{words.sentAs(dottedDay(notice.sent.day), notice.sent.number)}</Chip>;
  const left = daysLeft(lastDayOf(notice.day, profile.notices.days), today);
  return (
    <Chip tone={left < 0 ? 'bad' : left <= PRESSING_DAYS ? 'warn' : 'plain'}>
      {left < 0 ? words.overdue(-left) : left === 0 ? words.lastDay : words.left(left)}
    </Chip>
  );
}
