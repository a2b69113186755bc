import { Button, Group, Menu, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import { dottedDay } from '../../lib/i18n/day';
import type { Account } from '../../lib/registry/accounts';
import { NOTICE_EVENTS, type Notice, type NoticeEvent } from '../../lib/registry/notices';
import { newNotice } from '../../lib/registry/notices-due';
import { useApp } from '../app/app-context';
import { useDesk } from '../record/use-desk';
import { useToday } from '../time/today';
import { noticesAddress } from './address';
import { DueBadge } from './DueBadge';
import classes from './registry.module.css';

interface Props {
  account: Account;
  /** Of every account. */
  notices: readonly Notice[];
}

/** What was and what must be reported of one account; one can be opened by hand. */
export function AccountNotices({ account, notices }: Props) {
  const { messages, profile } = useApp();
  const words = messages.notices;
  const desk = useDesk();
  const today = useToday();
  const own = notices.filter((notice) => notice.account === account.id);
  /** By hand one is opened for an event that none waits for. */
  const missing = NOTICE_EVENTS.filter(
    (event) => !own.some((notice) => notice.event === event && notice.sent === null),
  );
  const open = (event: NoticeEvent) => {
    const put = newNotice(account.id, event, account[event] ?? today);
    return desk([{ table: 'notices', put }], words.opened(words.events[event]));
  };

  return (
    <section aria-label={words.title}>
      <Group justify="space-between" mb={4}>
        <Title order={3}>{words.title}</Title>
        {missing.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPlus size={14} aria-hidden="true" />}
              >
                {words.openByHand}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {missing.map((event) => (
                <Menu.Item key={event} onClick={() => void open(event)}>
                  {words.events[event]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {own.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noneHere(profile.notices.days)}
        </Text>
      )}
      <ul className={classes.plainList}>
        {own.map((notice) => (
          <li key={notice.id}>
            <Link
              href={noticesAddress({ open: notice.id, state: notice.sent ? 'all' : 'waiting' })}
              className={classes.noticeLink ?? ''}
            >
              {words.events[notice.event]}, {dottedDay(notice.day)}
            </Link>{' '}
            <DueBadge notice={notice} today={today} />
          </li>
        ))}
      </ul>
    </section>
  );
}
