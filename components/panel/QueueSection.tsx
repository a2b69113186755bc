import { Button, Chip, CloseButton, Group, Text, TextInput, UnstyledButton } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronRight,
  IconCircleCheck,
  IconFilterOff,
  IconSearch,
} from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import type { CommentView, PanelCommand } from '../../lib/messages/panel';
import { CRITERIA, STRENGTHS } from '../../lib/moderation/contract';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { Keys } from '../keys/Keys';
import { CriterionBadge } from '../text/CriterionBadge';
import { MarkedText } from '../text/MarkedText';
import { excerptOf } from '../text/marked';
import { Moment } from '../time/Moment';
import classes from './panel.module.css';
import { usePanel } from './panel-store';
import { QueueCard } from './QueueCard';
import { type QueueRow, strongest } from './queue';
import type { Queue } from './use-queue';

interface Props {
  queue: Queue;
  search: RefObject<HTMLInputElement | null>;
  send(command: PanelCommand): void;
}

/** The queue of the page: filters, what waits, what is done. */
export function QueueSection({ queue, search, send }: Props) {
  const { messages } = useApp();
  const words = messages.panel.queue;
  const clearFilter = usePanel((state) => state.clearFilter);
  const { waiting, done, rows } = queue;
  return (
    <>
      {waiting.length > 1 && <Filters queue={queue} search={search} />}
      {waiting.length === 0 && done.length > 0 && (
        <EmptyState
          icon={IconCircleCheck}
          title={words.noneLeft}
          hint={words.noneLeftHint(done.length)}
        />
      )}
      {waiting.length > 0 && rows.length === 0 && (
        <EmptyState icon={IconFilterOff} title={words.nothingFound}>
          <Button variant="default" onClick={clearFilter}>
            {words.clearFilters}
          </Button>
        </EmptyState>
      )}
      <ol className={classes.queue} aria-label={words.label}>
        {rows.map((row) => (
          <Row
            key={row.type === 'one' ? row.item.key : row.id}
            row={row}
            queue={queue}
            send={send}
          />
        ))}
      </ol>
      {done.length > 0 && <Done done={done} send={send} />}
    </>
  );
}

function Filters({ queue, search }: Pick<Props, 'queue' | 'search'>) {
  const { messages, settings } = useApp();
  const words = messages.panel;
  const panel = usePanel();
  const { criteria, strengths } = queue.counts;
  return (
    <search className={classes.filters} aria-label={words.filters}>
      <TextInput
        ref={search}
        size="xs"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        rightSectionWidth={panel.search === '' ? 52 : 28}
        rightSection={
          panel.search === '' ? (
            <Keys chord={settings.keys.search} />
          ) : (
            <CloseButton
              size="xs"
              aria-label={messages.screen.clearSearch}
              onClick={() => panel.setSearch('')}
            />
          )
        }
        value={panel.search}
        onChange={(event) => panel.setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <Group gap={5}>
        {STRENGTHS.filter((strength) => strengths.has(strength)).map((strength) => (
          <Chip
            key={strength}
            size="xs"
            radius="sm"
            checked={panel.strengths.includes(strength)}
            onChange={() => panel.toggleStrength(strength)}
          >
            {messages.common.strength[strength]} {strengths.get(strength)}
          </Chip>
        ))}
        {CRITERIA.filter((criterion) => criteria.has(criterion)).map((criterion) => (
          <Chip
            key={criterion}
            size="xs"
            radius="sm"
            checked={panel.criteria.includes(criterion)}
            onChange={() => panel.toggleCriterion(criterion)}
          >
            {messages.common.criterion[criterion]} {criteria.get(criterion)}
          </Chip>
        ))}
      </Group>
    </search>
  );
}

interface RowProps {
  row: QueueRow;
  queue: Queue;
  send(command: PanelCommand): void;
}

function Row({ row, queue, send }: RowProps) {
  const { messages } = useApp();
  const words = messages.panel.queue;
  const openGroups = usePanel((state) => state.openGroups);
  const toggleGroup = usePanel((state) => state.toggleGroup);
  if (row.type === 'one') return <Item item={row.item} queue={queue} send={send} />;

  const [first, ...others] = row.items;
  // The one that is being decided must be seen, whether its group was opened or not.
  const holdsCurrent = others.some(({ key }) => key === queue.current?.key);
  const open = openGroups.has(row.id) || holdsCurrent;
  const count = row.alike === 'text' ? words.similar : words.sameAuthor;
  return (
    <>
      {first && <Item item={first} queue={queue} send={send} />}
      <li className={classes.group}>
        <UnstyledButton
          className={classes.fold}
          aria-expanded={open}
          onClick={() => toggleGroup(row.id)}
        >
          {open ? (
            <IconChevronDown size={16} aria-hidden="true" />
          ) : (
            <IconChevronRight size={16} aria-hidden="true" />
          )}
          {count(row.items.length)}
          <span className={classes.quiet}>{open ? words.fold : words.open}</span>
        </UnstyledButton>
        {open && (
          <ol className={classes.inner}>
            {others.map((item) => (
              <Item key={item.key} item={item} queue={queue} send={send} />
            ))}
          </ol>
        )}
      </li>
    </>
  );
}

interface ItemProps {
  item: CommentView;
  queue: Queue;
  send(command: PanelCommand): void;
}

/** Two lines of a comment. */
const TWO_LINES = { reach: 75, room: 160 };

function Item({ item, queue, send }: ItemProps) {
  const place = useRef<HTMLLIElement>(null);
  const isCurrent = item.key === queue.current?.key;
  const noted = usePanel((state) => state.noteFor === item.key);
  useEffect(() => {
    // The form makes the card taller: both changes must leave all of it in sight.
    if (isCurrent || noted) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent, noted]);
  return (
    <li ref={place} className={classes.item} aria-current={isCurrent || undefined}>
      {isCurrent ? (
        <QueueCard item={item} queue={queue} send={send} />
      ) : (
        <Small item={item} onOpen={() => send({ type: 'jump', key: item.key })} />
      )}
    </li>
  );
}

function Small({ item, onOpen }: { item: CommentView; onOpen(): void }) {
  const { messages } = useApp();
  const found = strongest(item);
  const { text, findings } = excerptOf(item.text.replaceAll('\n', ' '), item.findings, TWO_LINES);
  const violations = item.standing?.violations ?? 0;
  return (
    <UnstyledButton className={classes.small} onClick={onOpen}>
      <span className={classes.smallHead}>
        <b>{item.author || messages.panel.author.unknown}</b>
        <span className={classes.quiet}>
          {item.kind && `${messages.common.subject[item.kind]} · `}
          <Moment time={item.time} />
        </span>
      </span>
      <span className={classes.lines}>
        <MarkedText text={text || messages.panel.queue.noText} findings={findings} />
      </span>
      <span className={classes.smallFoot}>
        {found && <CriterionBadge criterion={found.criterion} strength={found.strength} />}
        {violations > 0 && (
          <span className={classes.offender}>{messages.panel.queue.before(violations)}</span>
        )}
      </span>
    </UnstyledButton>
  );
}

function Done({ done, send }: { done: CommentView[]; send(command: PanelCommand): void }) {
  const { locale, messages, profile } = useApp();
  const words = messages.panel.queue;
  const showDone = usePanel((state) => state.showDone);
  const toggleDone = usePanel((state) => state.toggleDone);
  const ofMessage: Partial<Record<string, string>> = messages.common.messageKind;
  const doneName = ({ kind, done: what }: CommentView) =>
    what && ((kind && ofMessage[what.kind]) ?? words.doneKind[what.kind] ?? what.kind);
  const groundTitle = (id: string | null | undefined) =>
    profile.grounds.find((ground) => ground.id === id)?.title[locale];
  return (
    <section className={classes.done}>
      <Group justify="space-between" wrap="nowrap">
        <UnstyledButton className={classes.fold} aria-expanded={showDone} onClick={toggleDone}>
          {showDone ? (
            <IconChevronDown size={16} aria-hidden="true" />
          ) : (
            <IconChevronRight size={16} aria-hidden="true" />
          )}
          {words.doneTitle(done.length)}
        </UnstyledButton>
        <Button size="compact-xs" variant="subtle" onClick={() => send({ type: 'undo' })}>
          {words.undo}
        </Button>
      </Group>
      {showDone && (
        <ol className={classes.inner}>
          {done.map((item) => (
            <li key={item.key} className={classes.item}>
              <UnstyledButton
                className={classes.small}
                onClick={() => send({ type: 'jump', key: item.key })}
              >
                <span className={classes.smallHead}>
                  <b>{item.author || messages.panel.author.unknown}</b>
                  <span className={classes.quiet}>
                    {[
                      doneName(item),
                      item.done?.kind === 'keep' ? undefined : groundTitle(item.done?.ground),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <Text span size="sm" truncate c="dimmed">
                  {item.text || words.noText}
                </Text>
                {item.done?.saved === false && (
                  <span className={classes.offender}>{words.unsaved}</span>
                )}
              </UnstyledButton>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
