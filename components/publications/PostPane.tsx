import { Anchor, Chip, Group, Input, Select, Switch, Text } from '@mantine/core';
import { DateInput, DateTimePicker } from '@mantine/dates';
import { useLiveQuery } from 'dexie-react-hooks';
import { useId } from 'react';
import { Link } from 'wouter';
import { shortDay } from '../../lib/i18n/day';
import { openRegistry } from '../../lib/registry/database';
import { type PlanEntry, planBetween } from '../../lib/registry/plan';
import { blankMark, type PublicationMark } from '../../lib/registry/publication-marks';
import { standsAt } from '../../lib/regulation/norm';
import { addDays, dayOf, instantAt, wallTime } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { PaneSteps } from '../pane/PaneSteps';
import { SidePane } from '../pane/SidePane';
import { planAddress } from '../plan/address';
import { useDesk } from '../record/use-desk';
import { Outside } from '../text/Outside';
import shared from '../text/text.module.css';
import { Moment } from '../time/Moment';
import { useToday } from '../time/today';
import type { Post } from './seen';

/** How far an entry of the plan may lie from its publication to be offered, days. */
const NEAR = 7;

interface Props {
  post: Post;
  onClose(): void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** One publication: what it is, its format, and what became of it in the network. */
export function PostPane({ post, onClose, onPrevious, onNext }: Props) {
  const { locale, messages, profile } = useApp();
  const words = messages.publications.pane;
  const { timeZone } = profile;
  const formatId = useId();
  const apply = useDesk();
  const today = useToday();
  const mark = post.mark ?? blankMark(post.id);
  const change = (part: Partial<PublicationMark>, done = words.saved) =>
    void apply([{ table: 'publicationMarks', put: { ...mark, ...part } }], done);
  const stands = standsAt(post);
  const clock = (instant: string) =>
    wallTime(Date.parse(instant), timeZone).toISOString().slice(0, 16).replace('T', ' ');
  return (
    <SidePane
      label={words.title}
      title={words.title}
      closeLabel={words.close}
      onClose={onClose}
      tools={<PaneSteps words={words} onPrevious={onPrevious} onNext={onNext} />}
    >
      <div>
        <Text fw={550}>
          {post.owner?.name ?? post.account} · {messages.common.network[post.network]}
        </Text>
        <Text size="sm" c="dimmed">
          <Moment time={stands} focusable />
          {post.permalink !== '' && (
            <>
              {' · '}
              <Outside href={post.permalink} size="sm" underline="always">
                {words.open}
              </Outside>
            </>
          )}
        </Text>
      </div>
      <div>
        <Input.Label labelElement="div" display="block" mb={6} id={formatId}>
          {words.format}
        </Input.Label>
        {/* A chip that is pressed again takes the format back. */}
        <Chip.Group
          multiple
          value={mark.format === null ? [] : [mark.format]}
          onChange={(values) =>
            change({ format: values.find((value) => value !== mark.format) ?? null })
          }
        >
          <Group gap={6} role="group" aria-labelledby={formatId}>
            {profile.formats.list.map(({ id, title }) => (
              <Chip key={id} size="xs" value={id}>
                {title[locale]}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </div>
      {post.text !== '' && <blockquote className={shared.quote}>{post.text}</blockquote>}
      <Text size="sm" c="dimmed">
        {post.score === null ? words.noScore : words.score(post.score)}
      </Text>
      <EntryLink post={post} />
      <div>
        <Switch
          label={words.deleted}
          description={words.deletedHint}
          checked={mark.deleted !== null}
          onChange={(event) => change({ deleted: event.currentTarget.checked ? today : null })}
        />
        {mark.deleted !== null && (
          <DateInput
            mt="xs"
            maw="14rem"
            label={words.deletedOn}
            valueFormat="D MMMM YYYY"
            value={mark.deleted}
            onChange={(deleted) => {
              if (deleted) change({ deleted });
            }}
          />
        )}
      </div>
      <div>
        <Switch
          label={words.moved}
          description={words.movedHint}
          checked={mark.moved !== null}
          onChange={(event) => change({ moved: event.currentTarget.checked ? post.time : null })}
        />
        {mark.moved !== null && (
          <DateTimePicker
            mt="xs"
            maw="16rem"
            label={words.movedTo}
            valueFormat="D MMMM YYYY, HH:mm"
            value={clock(mark.moved)}
            submitButtonProps={{ 'aria-label': messages.common.close }}
            onChange={(value) => {
              if (!value) return;
              const [day = '', time = ''] = value.split(' ');
              const moved = new Date(instantAt(day, time.slice(0, 5), timeZone)).toISOString();
              change({ moved });
            }}
          />
        )}
      </div>
    </SidePane>
  );
}

/** The entry of the plan that the post came from, or a way to name it. */
function EntryLink({ post }: { post: Post }) {
  const { locale, messages, profile } = useApp();
  const words = messages.publications.pane;
  const apply = useDesk();
  const day = dayOf(Date.parse(post.time), profile.timeZone);
  const near = useLiveQuery(
    () => planBetween(openRegistry(), addDays(day, -NEAR), addDays(day, NEAR)),
    [day],
  );
  const { owner } = post;
  if (!near || !owner) return null;
  const own = near.find(({ published }) =>
    published.some(({ publication }) => publication === post.id),
  );
  if (own)
    return (
      <Text size="sm">
        {words.entry}: «{own.title}».{' '}
        <Anchor
          component={Link}
          href={planAddress({ entry: own.id, day: own.day })}
          size="sm"
          underline="always"
        >
          {words.openEntry}
        </Anchor>
      </Text>
    );
  const free = near.filter(
    ({ accounts, published, state }) =>
      state !== 'dropped' &&
      accounts.includes(owner.id) &&
      !published.some(({ account }) => account === owner.id),
  );
  if (free.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.noEntries}
      </Text>
    );
  const tie = (entry: PlanEntry) => {
    const published = [...entry.published, { account: owner.id, publication: post.id }];
    const done = new Set(published.map(({ account }) => account));
    const state = entry.accounts.every((id) => done.has(id)) ? 'published' : entry.state;
    void apply([{ table: 'plan', put: { ...entry, published, state } }], words.linked(entry.title));
  };
  return (
    <Select
      label={words.link}
      placeholder={words.linkPlaceholder}
      searchable
      value={null}
      data={free.map(({ id, title, day: on }) => ({
        value: id,
        label: `${shortDay(on, locale)} · ${title}`,
      }))}
      onChange={(id) => {
        const entry = free.find((one) => one.id === id);
        if (entry) tie(entry);
      }}
    />
  );
}
