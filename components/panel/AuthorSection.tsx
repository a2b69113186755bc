import { Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconNotes, IconUserQuestion } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { CommentView, PanelCommand } from '../../lib/messages/panel';
import { sendMessage } from '../../lib/messages/protocol';
import type { NetworkId } from '../../lib/networks/hosts';
import { countViolations } from '../../lib/registry/authors';
import { type LogRow, openRegistry } from '../../lib/registry/database';
import { authorRows } from '../../lib/registry/queries';
import { authorKey } from '../../lib/registry/schema';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { addressOf } from '../log/address';
import { Ground } from '../log/Ground';
import { Outside } from '../text/Outside';
import { useMinute } from '../time/clock';
import { Moment } from '../time/Moment';
import classes from './panel.module.css';
import { NoteForm } from './QueueCard';

/** Rows of one author shown here; the whole history is in the log. */
const SHOWN = 50;
const MONTH_MS = 30 * 24 * 3_600_000;

interface Props {
  network: NetworkId;
  item: CommentView | null;
  send(command: PanelCommand): void;
}

/** What the registry knows of the author of the comment that stands large. */
export function AuthorSection({ network, item, send }: Props) {
  const words = useApp().messages.panel.author;
  if (item === null)
    return <EmptyState icon={IconUserQuestion} title={words.none} hint={words.noneHint} />;
  if (item.authorUrl === '') return <EmptyState icon={IconUserQuestion} title={words.unknown} />;
  return <Author key={item.authorUrl} network={network} item={item} send={send} />;
}

function Author({ network, item, send }: Props & { item: CommentView }) {
  const { messages } = useApp();
  const words = messages.panel.author;
  const key = authorKey(network, item.authorUrl);
  const history = useLiveQuery(async () => {
    const registry = openRegistry();
    return {
      rows: await authorRows(registry, key, SHOWN),
      blacklisted: (await registry.authors.get(key))?.blacklisted ?? false,
    };
  }, [key]);
  const [writing, setWriting] = useState(false);
  const rows = history?.rows ?? [];
  const notes = rows.filter((row) => row.kind === 'note' && !row.undone);
  const deeds = rows.filter((row) => row.kind !== 'note');

  return (
    <Stack gap="sm" p="sm">
      <div>
        <Title order={2}>{item.author || words.unknown}</Title>
        <Group gap="sm">
          <Outside href={item.authorUrl} size="sm">
            {words.page}
          </Outside>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() =>
              void sendMessage('openDashboard', { hash: `#${addressOf({ author: key })}` })
            }
          >
            {words.all}
          </Anchor>
        </Group>
      </div>
      {history?.blacklisted && (
        <Badge color="red" variant="light" radius="sm" tt="none">
          {words.blacklisted}
        </Badge>
      )}
      {history && <Counts rows={rows} />}
      {notes.length > 0 && (
        <section>
          <Title order={3} className={classes.label}>
            {words.notes}
          </Title>
          <ul className={classes.notes}>
            {notes.map((note) => (
              <li key={note.id}>
                <span className={classes.noteText}>{note.note}</span>
                <span className={classes.quiet}>
                  <Moment time={note.time} />
                  {note.operator !== '' && ` · ${note.operator}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {writing ? (
        <NoteForm
          author={item.author}
          onSave={(text) => {
            send({ type: 'note', key: item.key, text });
            setWriting(false);
          }}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <Button
          variant="default"
          leftSection={<IconNotes size={16} aria-hidden="true" />}
          onClick={() => setWriting(true)}
        >
          {messages.panel.queue.note}
        </Button>
      )}
      {deeds.length > 0 && (
        <section>
          <Title order={3} className={classes.label}>
            {words.history}
          </Title>
          <ol className={classes.queue}>
            {deeds.map((row) => (
              <Deed key={row.id} row={row} />
            ))}
          </ol>
          {rows.length === SHOWN && (
            <Text size="xs" c="dimmed" mt={6}>
              {words.more(SHOWN)}
            </Text>
          )}
        </section>
      )}
    </Stack>
  );
}

function Counts({ rows }: { rows: readonly LogRow[] }) {
  const words = useApp().messages.panel.author;
  const border = new Date(useMinute() - MONTH_MS).toISOString();
  const total = countViolations(rows);
  if (total === 0) return <Text c="dimmed">{words.clean}</Text>;
  const recent = countViolations(rows.filter(({ time }) => time >= border));
  return (
    <Text>
      <b>{words.violations(recent)}</b> {words.perMonth}
      {total > recent && `, ${total} ${words.total}`}
    </Text>
  );
}

function Deed({ row }: { row: LogRow }) {
  const { messages } = useApp();
  return (
    <li className={classes.item}>
      <Anchor
        component="button"
        type="button"
        underline="never"
        c="inherit"
        className={classes.small}
        onClick={() =>
          void sendMessage('openDashboard', { hash: `#${addressOf({ entry: row.id })}` })
        }
      >
        <span className={classes.smallHead}>
          <span className={classes.quiet}>
            <Moment time={row.time} />
          </span>
          <span>{row.undone ? messages.log.undone : messages.common.kind[row.kind]}</span>
        </span>
        <span className={classes.lines} data-undone={row.undone || undefined}>
          {row.text || messages.panel.queue.noText}
        </span>
        <span className={classes.smallFoot}>
          <Ground {...row} />
        </span>
      </Anchor>
    </li>
  );
}
