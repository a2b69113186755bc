import { Button, CopyButton, Group, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconArrowBackUp, IconCheck, IconCopy, IconFileTypeDocx } from '@tabler/icons-react';
import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import * as z from 'zod/mini';
import { type LetterFacts, letterFile, letterText } from '../../lib/exchange/notice-letter';
import { dottedDay } from '../../lib/i18n/day';
import { LINE_LIMIT, lineSchema } from '../../lib/registry/fields';
import { clauseText } from '../../lib/regulation/profile';
import { useApp } from '../app/app-context';
import { useTell } from '../app/use-tell';
import { download } from '../files/download';
import { SidePane } from '../pane/SidePane';
import { useDesk } from '../record/use-desk';
import { registryAddress } from './address';
import { DueBadge } from './DueBadge';
import { History } from './History';
import type { NoticeRow } from './NoticesTab';
import classes from './registry.module.css';

const headSchema = z.object({
  addressee: z.catch(lineSchema, ''),
  position: z.catch(lineSchema, ''),
  name: z.catch(lineSchema, ''),
});
type LetterHead = z.infer<typeof headSchema>;
const NO_HEAD: LetterHead = headSchema.parse({});

function recalled(text: string | undefined): LetterHead {
  try {
    return headSchema.parse(JSON.parse(text ?? '{}'));
  } catch {
    return NO_HEAD;
  }
}

/** To whom letters of a body go and who signs them, as last written in this browser. */
function useLetterHead(body: string): [LetterHead, (part: Partial<LetterHead>) => void] {
  const [head, setHead] = useLocalStorage<LetterHead>({
    key: `letter:${body}`,
    defaultValue: NO_HEAD,
    getInitialValueInEffect: false,
    deserialize: recalled,
  });
  return [head, (part) => setHead((known) => ({ ...known, ...part }))];
}

interface Props {
  row: NoticeRow;
  /** `YYYY-MM-DD` in the region. */
  today: string;
  onClose(): void;
}

/** One notice: by when, the letter ready to be sent, and the mark that it was. */
export function NoticePane({ row, today, onClose }: Props) {
  const { messages, profile, settings } = useApp();
  const words = messages.notices;
  const { notice, account, body, last } = row;
  const desk = useDesk();
  const tell = useTell();
  const [head, setHead] = useLetterHead(body.id);
  const [day, setDay] = useState(notice.sent?.day ?? today);
  const [number, setNumber] = useState(notice.sent?.number ?? '');
  const letterId = useId();
  const facts: LetterFacts = {
    notice,
    account,
    body,
    profile,
    day: notice.sent?.day ?? (day || today),
    number: notice.sent?.number ?? number.trim(),
    addressee: head.addressee,
    signer: head,
    executor: settings.operator,
  };
  const text = letterText(facts);

  const save = async () => {
    try {
      download(await letterFile(facts));
    } catch {
      tell.trouble(words.fileFailed);
    }
  };
  const mark = async (event: FormEvent) => {
    event.preventDefault();
    const sent = {
      day: day || today,
      number: number.trim(),
      operator: settings.operator,
      time: new Date().toISOString(),
    };
    await desk([{ table: 'notices', put: { ...notice, sent } }], words.marked(account.name));
  };
  const takeBack = () =>
    desk([{ table: 'notices', put: { ...notice, sent: null } }], words.unmarked(account.name));
  const remove = async () => {
    const deed = { table: 'notices', remove: notice.id, revision: notice.revision } as const;
    if (await desk([deed], words.removed(account.name))) onClose();
  };

  return (
    <SidePane
      label={words.label}
      title={words.paneTitle(words.events[notice.event], account.name)}
      onClose={onClose}
    >
      <div>
        <Group gap="xs" mb={6}>
          <DueBadge notice={notice} today={today} />
          <Link
            href={registryAddress({ open: { what: 'account', id: account.id } })}
            className={classes.noticeLink ?? ''}
          >
            {words.toAccount}
          </Link>
        </Group>
        <Text size="sm">{words.term(dottedDay(notice.day), dottedDay(last))}</Text>
        <Text size="sm" c="dimmed">
          {words.basis(profile.notices.clause, clauseText(profile, profile.notices.clause))}
        </Text>
      </div>
      {notice.sent ? (
        <div>
          <Text size="sm">
            {words.sentBy(
              words.sentAs(dottedDay(notice.sent.day), notice.sent.number),
              notice.sent.operator || messages.registry.history.nobody,
            )}
          </Text>
          <Button
            mt={6}
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
            onClick={() => void takeBack()}
          >
            {words.takeBack}
          </Button>
        </div>
      ) : (
        <form onSubmit={(event) => void mark(event)} className={classes.mark}>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              flex={1}
              type="date"
              label={words.day}
              value={day}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
            <TextInput
              flex={1}
              label={words.number}
              placeholder={words.numberHint}
              maxLength={LINE_LIMIT}
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
            />
          </Group>
          <Group gap="xs" mt="xs">
            <Button type="submit" leftSection={<IconCheck size={15} aria-hidden="true" />}>
              {words.mark}
            </Button>
            <Button
              variant="subtle"
              color="red"
              ml="auto"
              title={words.removeHint}
              onClick={() => void remove()}
            >
              {words.remove}
            </Button>
          </Group>
        </form>
      )}
      <section aria-labelledby={letterId}>
        <Group justify="space-between" mb="xs">
          <Title order={3} id={letterId}>
            {words.letter}
          </Title>
          <Group gap={6}>
            <CopyButton value={text} timeout={2_000}>
              {({ copied, copy }) => (
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={
                    copied ? (
                      <IconCheck size={14} aria-hidden="true" />
                    ) : (
                      <IconCopy size={14} aria-hidden="true" />
                    )
                  }
                  onClick={copy}
                >
                  {copied ? words.copied : words.copy}
                </Button>
              )}
            </CopyButton>
            <Button
              size="compact-sm"
              leftSection={<IconFileTypeDocx size={15} aria-hidden="true" />}
              onClick={() => void save()}
            >
              {words.saveFile}
            </Button>
          </Group>
        </Group>
        <Textarea
          size="xs"
          label={words.addressee}
          description={words.headHint}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={LINE_LIMIT}
          value={head.addressee}
          onChange={(event) => setHead({ addressee: event.currentTarget.value })}
        />
        <Group grow mt="xs" mb="sm">
          <TextInput
            size="xs"
            label={words.signerPosition}
            maxLength={LINE_LIMIT}
            value={head.position}
            onChange={(event) => setHead({ position: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            label={words.signerName}
            maxLength={LINE_LIMIT}
            value={head.name}
            onChange={(event) => setHead({ name: event.currentTarget.value })}
          />
        </Group>
        <pre className={classes.letter}>{text}</pre>
      </section>
      <History row={notice.id} />
    </SidePane>
  );
}
