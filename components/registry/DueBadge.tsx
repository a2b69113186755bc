import { Badge } from '@mantine/core';
import type { Notice } from '../../lib/registry/notices';
import { daysLeft, lastDayOf } from '../../lib/regulation/notice';
import { useApp } from '../app/app-context';
import { dotted } from './days';

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
    return (
      <Badge variant="light" color="gray" tt="none" radius="sm">
        {words.sentAs(dotted(notice.sent.day), notice.sent.number)}
      </Badge>
    );
  const left = daysLeft(lastDayOf(notice.day, profile.notices.days), today);
  const color = left < 0 ? 'red' : left <= PRESSING_DAYS ? 'orange' : 'petrol';
  return (
    <Badge variant="light" color={color} tt="none" radius="sm">
      {left < 0 ? words.overdue(-left) : left === 0 ? words.lastDay : words.left(left)}
    </Badge>
  );
}
