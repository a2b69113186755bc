import { ActionIcon, Anchor, Button, Group, Kbd, Menu, Textarea, Tooltip } from '@mantine/core';
import {
  IconBan,
  IconChevronDown,
  IconDots,
  IconExternalLink,
  IconNotes,
} from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { CommentView, PanelCommand } from '../../lib/messages/panel';
import { exceptablePhrases } from '../../lib/moderation/dictionary';
import { NOTE_LIMIT } from '../../lib/registry/fields';
import { suggestedGround } from '../../lib/regulation/profile';
import { addException } from '../../lib/settings/dictionary';
import { useApp } from '../app/app-context';
import { useTell } from '../app/use-tell';
import { Keys } from '../keys/Keys';
import { CriterionBadge } from '../text/CriterionBadge';
import { MarkedText } from '../text/MarkedText';
import { Moment } from '../time/Moment';
import classes from './panel.module.css';
import { usePanel } from './panel-store';
import { strongest } from './queue';
import { decide } from './use-panel-keys';
import type { Queue } from './use-queue';

interface Props {
  item: CommentView;
  queue: Queue;
  send(command: PanelCommand): void;
}

/** The comment that is being decided, with everything one needs for it. */
export function QueueCard({ item, queue, send }: Props) {
  const { messages } = useApp();
  const words = messages.panel.queue;
  const noteFor = usePanel((state) => state.noteFor);
  const writeNote = usePanel((state) => state.writeNote);
  return (
    <article className={classes.card} aria-label={`${words.current}: ${item.author}`}>
      <Heading item={item} />
      <p className={classes.text}>
        {item.text === '' ? (
          <i className={classes.quiet}>{words.noText}</i>
        ) : (
          <MarkedText text={item.text} findings={item.findings} />
        )}
      </p>
      <ul className={classes.findings} aria-label={words.why}>
        {item.findings.map((finding) => (
          <li key={`${finding.rule}:${finding.start}`}>
            <CriterionBadge criterion={finding.criterion} strength={finding.strength} />
            <span className={classes.quiet}>
              {messages.common.strength[finding.strength]}. {finding.why}
            </span>
          </li>
        ))}
      </ul>
      <Verdict item={item} queue={queue} send={send} />
      <Exception item={item} queue={queue} send={send} />
      {noteFor === item.key && (
        <NoteForm
          author={item.author}
          onSave={(text) => {
            send({ type: 'note', key: item.key, text });
            writeNote(null);
          }}
          onCancel={() => writeNote(null)}
        />
      )}
    </article>
  );
}

function Heading({ item }: { item: CommentView }) {
  const { messages } = useApp();
  const words = messages.panel.queue;
  const show = usePanel((state) => state.show);
  const violations = item.standing?.violations ?? 0;
  return (
    <div className={classes.heading}>
      <Anchor component="button" type="button" fw={600} onClick={() => show('author')}>
        {item.author || messages.panel.author.unknown}
      </Anchor>
      <span className={classes.quiet}>
        {item.kind && `${messages.common.subject[item.kind]} · `}
        <Moment time={item.time} />
      </span>
      {item.permalink !== '' && (
        <Anchor
          href={item.permalink}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={messages.log.entry.open}
          c="dimmed"
        >
          <IconExternalLink size={15} aria-hidden="true" />
        </Anchor>
      )}
      {(violations > 0 || item.standing?.blacklisted) && (
        <span className={classes.offender}>
          {violations > 0 && words.offender(violations + 1)}
          {violations > 0 && item.standing?.blacklisted && ' · '}
          {item.standing?.blacklisted && words.blacklisted}
        </span>
      )}
    </div>
  );
}

/** The likely ground on one button, the others in a menu, and the other deeds. */
function Verdict({ item, queue, send }: Props) {
  const { locale, messages, profile, settings } = useApp();
  const words = messages.panel.queue;
  const writeNote = usePanel((state) => state.writeNote);
  const found = strongest(item);
  const likely = found && suggestedGround(profile, found);
  const mark = (ground: string) => decide({ queue, send }, item, { ground });

  return (
    <div className={classes.verdict}>
      <Button.Group>
        {likely && (
          <Button
            onClick={() => mark(likely.id)}
            rightSection={<Kbd size="xs">{profile.grounds.indexOf(likely) + 1}</Kbd>}
          >
            {likely.title[locale]}
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              aria-label={words.chooseGround}
              px={8}
              className={likely ? classes.more : undefined}
            >
              {!likely && words.violation}
              <IconChevronDown size={16} aria-hidden="true" />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {profile.grounds.map((ground, index) => (
              <Menu.Item
                key={ground.id}
                onClick={() => mark(ground.id)}
                rightSection={<Kbd size="xs">{index + 1}</Kbd>}
              >
                {ground.title[locale]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      <Button
        variant="default"
        onClick={() => decide({ queue, send }, item, 'keep')}
        rightSection={<Keys chord={settings.keys.keep} />}
      >
        {words.keep}
      </Button>
      <Group gap={2} wrap="nowrap" ms="auto">
        <Deed
          label={words.note}
          chord={settings.keys.note}
          icon={IconNotes}
          onClick={() => writeNote(item.key)}
        />
        <Deed
          label={words.menu}
          chord={settings.keys.openMenu}
          icon={IconDots}
          onClick={() => send({ type: 'openMenu', key: item.key })}
        />
        <Deed
          label={words.blacklist}
          chord={settings.keys.blacklist}
          icon={IconBan}
          onClick={() => send({ type: 'blacklist', key: item.key })}
        />
      </Group>
    </div>
  );
}

/** Keeps the comment and never marks the words that were found in it again. */
function Exception({ item, queue, send }: Props) {
  const { messages } = useApp();
  const { page } = messages;
  const tell = useTell();
  const [phrase] = exceptablePhrases(item.text, item.findings);
  if (phrase === undefined) return null;
  const except = async () => {
    try {
      await addException(phrase);
    } catch {
      tell.trouble(page.exceptFailed(phrase));
      return;
    }
    tell.done(page.excepted(phrase));
    decide({ queue, send }, item, 'keep');
  };
  return (
    <Button variant="subtle" color="gray" size="compact-sm" mt={6} onClick={() => void except()}>
      {messages.panel.queue.except(phrase)}
    </Button>
  );
}

interface DeedProps {
  label: string;
  chord: string;
  icon: typeof IconDots;
  onClick(): void;
}

function Deed({ label, chord, icon: Icon, onClick }: DeedProps) {
  return (
    <Tooltip
      label={
        <>
          {label} <Keys chord={chord} />
        </>
      }
    >
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={label} onClick={onClick}>
        <Icon size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}

interface NoteProps {
  author: string;
  onSave(text: string): void;
  onCancel(): void;
}

/** A note on an author. Enter with Ctrl or ⌘ saves, Esc leaves. */
export function NoteForm({ author, onSave, onCancel }: NoteProps) {
  const { messages } = useApp();
  const words = messages.panel.note;
  const [text, setText] = useState('');
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() !== '') onSave(text.trim());
  };
  return (
    <form onSubmit={save} className={classes.note}>
      <Textarea
        size="xs"
        autosize
        minRows={2}
        maxRows={6}
        data-autofocus
        autoFocus
        maxLength={NOTE_LIMIT}
        label={words.label(author || messages.panel.author.unknown)}
        placeholder={words.placeholder}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" type="submit" disabled={text.trim() === ''}>
          {words.save}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onCancel}>
          {messages.common.cancel}
        </Button>
      </Group>
    </form>
  );
}
